import { askEmergency, type BodyOf } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Radio } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PlacePicker } from '../../ui/place-picker.tsx'
import { refreshEmergencies } from './refresh.ts'
import { texts } from './texts.ts'

const MINUTES = [30, 60, 120] as const

type Filled = Omit<BodyOf<typeof askEmergency>, 'id'>

/** Which role, at which body, for how long, why. */
export function AskDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const ask = useAct(askEmergency, refreshEmergencies)
  const need = { required: true, whitespace: true, message: t(texts.need) }
  return (
    <FormDialog<Filled>
      title={t(texts.ask)}
      act={t(texts.ask)}
      form={form}
      initialValues={{ role: 'office', minutes: 60 }}
      isBusy={ask.isPending}
      error={ask.error}
      onFinish={(filled) =>
        ask.mutate({ body: { ...filled, id, body: filled.body.trim(), reason: filled.reason.trim() } }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <p className="muted">{t(texts.askNote)}</p>
      <Form.Item name="role" label={t(texts.role)}>
        <Radio.Group options={(['office', 'leading-group'] as const).map((value) => ({ value, label: t(texts[value]) }))} />
      </Form.Item>
      <Form.Item name="authority" label={t(texts.place)} rules={[need]}>
        <PlacePicker />
      </Form.Item>
      <Form.Item name="body" label={t(texts.body)} rules={[need]}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="minutes" label={t(texts.minutes)}>
        <Radio.Group options={MINUTES.map((n) => ({ value: n, label: t(texts.minutesOf, { n }) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t(texts.reason)} rules={[need, { min: 2, message: t(texts.twoWords) }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  )
}
