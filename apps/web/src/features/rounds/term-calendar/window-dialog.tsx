import type { BodyOf, putBlackout, ReplyOf } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { Checkbox, Form, Input, Radio } from '../../../ui/antd.ts'
import { PlacePicker } from '../../../ui/place-picker.tsx'
import { DayField } from '../../../ui/day-field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { texts, windowTexts } from './texts.ts'

export type Blackout = ReplyOf<typeof putBlackout>
type Put = BodyOf<typeof putBlackout>

interface WindowDialogProps {
  /** `null` = a new one. */
  readonly window: Blackout | null
  readonly within: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (id: string, body: Put) => void
  readonly onClose: () => void
}

/** Place, kind, days, reason and basis of a window. */
export function WindowDialog({ window, within, isBusy, error, onDone, onClose }: WindowDialogProps) {
  const t = useText()
  const [id] = useState(() => window?.id ?? newId())
  const [form] = Form.useForm<Put>()
  const need = [{ required: true, message: t(windowTexts.need) }]
  return (
    <FormDialog<Put>
      title={t(window === null ? windowTexts.add : windowTexts.edit)}
      act={t(windowTexts.save)}
      isBusy={isBusy}
      error={error}
      onClose={onClose}
      form={form}
      initialValues={
        window === null ? { place: within, kind: 'election', yearly: false } : { ...window, place: window.place.code }
      }
      onFinish={(body) =>
        onDone(id, { ...body, yearly: body.yearly ?? false, reason: body.reason.trim(), source: body.source.trim() })
      }
    >
      <Form.Item name="place" label={t(windowTexts.place)} extra={t(windowTexts.placeWhy)} rules={need}>
        <PlacePicker within={within} label={t(windowTexts.place)} allowClear={false} />
      </Form.Item>
      <Form.Item name="kind" label={t(windowTexts.kind)}>
        <Radio.Group
          options={(['election', 'farming', 'other'] as const).map((value) => ({ value, label: t(texts.kinds[value]) }))}
        />
      </Form.Item>
      <div className="term-calendar-days">
        <Form.Item name="from" label={t(windowTexts.from)} rules={need}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="to"
          label={t(windowTexts.to)}
          dependencies={['from']}
          rules={[
            ...need,
            {
              validator: (_rule, to: string | null | undefined) =>
                typeof to === 'string' && to < String(form.getFieldValue('from') ?? '')
                  ? Promise.reject(new Error(t(windowTexts.order)))
                  : Promise.resolve(),
            },
          ]}
        >
          <DayField />
        </Form.Item>
        <Form.Item name="yearly" valuePropName="checked" label={t(windowTexts.yearly)}>
          <Checkbox>{t(windowTexts.yearlyWhy)}</Checkbox>
        </Form.Item>
      </div>
      <Form.Item
        name="reason"
        label={t(windowTexts.reason)}
        rules={[{ required: true, whitespace: true, min: 2, message: t(windowTexts.needReason) }]}
      >
        <Input placeholder={t(windowTexts.reasonEg)} maxLength={200} />
      </Form.Item>
      <Form.Item
        name="source"
        label={t(windowTexts.source)}
        rules={[{ required: true, whitespace: true, message: t(windowTexts.need) }]}
      >
        <Input placeholder={t(windowTexts.sourceEg)} maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
