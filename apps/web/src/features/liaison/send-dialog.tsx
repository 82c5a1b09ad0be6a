import { sendLiaisonMessage, type Charge } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, InputNumber, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

const texts = {
  title: { zh: '通知联络员', en: 'Message to liaisons' },
  act: { zh: '发出', en: 'Send' },
  to: { zh: '发给', en: 'To' },
  text: { zh: '内容', en: 'Text' },
  hours: { zh: '签收时限（小时）', en: 'Hours to acknowledge' },
  need: { zh: '请填写', en: 'Fill this in' },
  needLiaison: { zh: '请选择联络员', en: 'Choose liaisons' },
}

interface Filled {
  readonly charges: string[]
  readonly text: string
  readonly answerHours: number
}

interface SendDialogProps {
  readonly authority: string
  /** Liaisons in office. */
  readonly liaisons: readonly Charge[]
  readonly onClose: () => void
}

/** Sends one message to several liaisons; each acknowledges by himself. */
export function SendDialog({ authority, liaisons, onClose }: SendDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const send = useAct(sendLiaisonMessage, (queries) => queries.invalidateQueries({ queryKey: ['listLiaisonMessages'] }))
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.act)}
      isBusy={send.isPending}
      form={form}
      error={send.error}
      onClose={onClose}
      initialValues={{ charges: liaisons.map((one) => one.id), answerHours: 24 }}
      onFinish={(filled) => send.mutate({ body: { ...filled, id, authority, text: filled.text.trim() } }, { onSuccess: onClose })}
    >
      <Form.Item
        name="charges"
        label={t(texts.to)}
        rules={[{ required: true, type: 'array', min: 1, message: t(texts.needLiaison) }]}
      >
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={liaisons.map((one) => ({ value: one.id, label: `${one.place.name} ${one.name}` }))}
        />
      </Form.Item>
      <Form.Item name="text" label={t(texts.text)} rules={[{ required: true, whitespace: true, message: t(texts.need) }]}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="answerHours" label={t(texts.hours)} rules={[{ required: true, message: t(texts.need) }]}>
        <InputNumber min={1} max={720} precision={0} style={{ width: 120 }} />
      </Form.Item>
    </FormDialog>
  )
}
