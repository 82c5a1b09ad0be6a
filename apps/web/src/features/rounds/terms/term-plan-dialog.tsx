import type { BodyOf, createTermPlan } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { Form, Input, InputNumber } from '../../../ui/antd.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { texts } from './texts.ts'

type NewTermPlan = BodyOf<typeof createTermPlan>
type Filled = Omit<NewTermPlan, 'id' | 'authority'>

interface TermPlanDialogProps {
  readonly authority: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (plan: NewTermPlan) => void
  readonly onClose: () => void
}

/** A new plan of five years: name, years, cooling period. */
export function TermPlanDialog({ authority, isBusy, error, onDone, onClose }: TermPlanDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const year = new Date().getFullYear()
  return (
    <FormDialog
      title={t(texts.create)}
      act={t(texts.create)}

      form={form}
      initialValues={{ firstYear: year, lastYear: year + 4, coolingYears: 3 }}
      isBusy={isBusy}
      error={error}
      onFinish={({ note, ...plan }) => onDone({ id, authority, ...plan, ...(note === undefined ? {} : { note }) })}
      onClose={onClose}
    >
      <Form.Item name="title" label={t(texts.name)} rules={[{ required: true, message: t(texts.needName) }]}>
        <Input placeholder={t(texts.nameEg)} maxLength={200} />
      </Form.Item>
      <Form.Item name="firstYear" label={t(texts.firstYear)} rules={[{ required: true }]}>
        <InputNumber min={2000} max={2100} />
      </Form.Item>
      <Form.Item
        name="lastYear"
        label={t(texts.lastYear)}
        dependencies={['firstYear']}
        rules={[
          {
            validator: (_rule, last: number | null) =>
              last === null || last < (form.getFieldValue('firstYear') as number)
                ? Promise.reject(new Error(t(texts.needYears)))
                : Promise.resolve(),
          },
        ]}
      >
        <InputNumber min={2000} max={2100} />
      </Form.Item>
      <Form.Item name="coolingYears" label={t(texts.cooling)} extra={t(texts.coolingNote)} rules={[{ required: true }]}>
        <InputNumber min={0} max={10} />
      </Form.Item>
      <Form.Item name="note" label={t(texts.note)}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  )
}
