import { classifyReport, type Matter } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { afresh } from './afresh.ts'
import { matterTexts } from './texts.ts'

export interface FoundTopic {
  readonly zh: string
  readonly kind: Matter['kind']
}

interface ClassifyDialogProps {
  readonly desk: string
  readonly number: number
  readonly topic: FoundTopic | null
  readonly targets: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}

/** Topic and unit under one's name; the words that the device found are offered. */
export function ClassifyDialog({ desk, number, topic, targets, onClose }: ClassifyDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<{ topic: string; kind: Matter['kind']; unit: string }>()
  const classify = useAct(classifyReport, afresh)
  const [only] = targets
  const need = { required: true, message: t(matterTexts.need) }
  return (
    <FormDialog
      title={t(matterTexts.classifyTitle)}
      act={t(matterTexts.classify)}
      form={form}
      isBusy={classify.isPending}
      error={classify.error}
      onClose={onClose}
      initialValues={{
        kind: topic?.kind ?? 'livelihood',
        ...(topic === null ? {} : { topic: topic.zh }),
        ...(only === undefined || targets.length > 1 ? {} : { unit: only.id }),
      }}
      onFinish={(filled) =>
        classify.mutate({ params: { desk, number }, body: { id, ...filled, topic: filled.topic.trim() } }, { onSuccess: onClose })
      }
    >
      <p className="muted">{t(matterTexts.classifyWhy)}</p>
      <Form.Item name="topic" label={t(matterTexts.topic)} rules={[{ ...need, whitespace: true, min: 2 }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={t(matterTexts.kind)} rules={[need]}>
        <Select
          options={(['livelihood', 'money', 'power', 'conduct'] as const).map((value) => ({
            value,
            label: t(matterTexts.kinds[value]),
          }))}
        />
      </Form.Item>
      <Form.Item name="unit" label={t(matterTexts.unit)} rules={[need]}>
        <Select showSearch optionFilterProp="label" options={targets.map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
    </FormDialog>
  )
}
