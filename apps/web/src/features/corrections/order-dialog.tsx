import { orderCorrection } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { DayField } from '../../ui/day-field.tsx'
import { Form, Input, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { afresh } from './afresh.ts'
import { orderTexts, texts } from './texts.ts'

interface OrderDialogProps {
  readonly round: string
  readonly targets: readonly { readonly id: string; readonly name: string }[]
  /** The checked matter that it follows from, which stays with the team. */
  readonly matter?: string
  readonly onClose: () => void
}

/** What one unit must put right until when. */
export function OrderDialog({ round, targets, matter, onClose }: OrderDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<{ unit: string; what: string; until: string }>()
  const [only] = targets
  const order = useAct(orderCorrection, afresh)
  const need = { required: true, message: t(orderTexts.need) }
  return (
    <FormDialog
      title={t(texts.order)}
      act={t(orderTexts.act)}
      form={form}
      isBusy={order.isPending}
      error={order.error}
      onClose={onClose}
      initialValues={only === undefined || targets.length > 1 ? {} : { unit: only.id }}
      onFinish={({ unit, what, until }) =>
        order.mutate(
          {
            params: { round, unit },
            body: { id, what: what.trim(), until, ...(matter === undefined ? {} : { matter }) },
          },
          { onSuccess: onClose },
        )
      }
    >
      <p className="muted">{t(orderTexts.shown)}</p>
      <Form.Item name="unit" label={t(orderTexts.unit)} rules={[need]}>
        <Select
          showSearch
          optionFilterProp="label"
          disabled={matter !== undefined}
          options={targets.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="what" label={t(orderTexts.what)} rules={[{ ...need, whitespace: true, min: 4 }]}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="until" label={t(orderTexts.until)} extra={t(orderTexts.bearsName)} rules={[need]}>
        <DayField />
      </Form.Item>
    </FormDialog>
  )
}
