import { listProgrammes } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Form, Input, InputNumber, Radio, Select, type FormInstance } from '../../../ui/antd.ts'
import { PlacePicker } from '../../../ui/place-picker.tsx'
import { DayField } from '../../../ui/day-field.tsx'
import type { SettingsForm } from './settings-form.ts'
import { texts } from './texts.ts'

interface BodyFieldsProps {
  readonly form: FormInstance<SettingsForm>
  readonly authority: string
}

/** The three bodies, the dates, the document that raises the level, the programme. */
export function BodyFields({ form, authority }: BodyFieldsProps) {
  const t = useText()
  const length = Form.useWatch('length', form)
  const isRaised = (Form.useWatch('types', form) ?? []).includes('level-raised')
  const programmes = useRead(listProgrammes, {})
  return (
    <>
      <Form.Item label={t(texts.authority)}>
        <strong>{authority}</strong>
      </Form.Item>
      <Form.Item label={t(texts.sending)} name="sending" extra={t(texts.sendingNote)}>
        <PlacePicker label={t(texts.sending)} />
      </Form.Item>
      <Form.Item label={t(texts.host)} name="host" extra={t(texts.hostNote)}>
        <PlacePicker label={t(texts.host)} />
      </Form.Item>
      <Form.Item label={t(texts.starts)} name="starts" rules={[{ required: true, message: t(texts.needStarts) }]}>
        <DayField />
      </Form.Item>
      <Form.Item label={t(texts.length)} className="length-choice">
        <Form.Item name="length" noStyle>
          <Radio.Group
            options={[
              { value: 'months', label: t(texts.byMonths) },
              { value: 'day', label: t(texts.byDay) },
            ]}
          />
        </Form.Item>
        {length === 'day' ? (
          <Form.Item name="ends" rules={[{ required: true, message: t(texts.needLength) }]}>
            <DayField label={t(texts.ends)} />
          </Form.Item>
        ) : (
          <Form.Item name="months" rules={[{ required: true, message: t(texts.needLength) }]}>
            <InputNumber aria-label={t(texts.months)} min={1} max={24} suffix={t(texts.monthsUnit)} />
          </Form.Item>
        )}
      </Form.Item>
      {isRaised ? (
        <Form.Item label={t(texts.authorisation)} required className="paper-fields">
          <Form.Item name={['authorisation', 'number']} rules={[{ required: true, message: t(texts.needAuthorisation) }]}>
            <Input aria-label={t(texts.number)} placeholder={t(texts.numberEg)} />
          </Form.Item>
          <Form.Item name={['authorisation', 'date']} rules={[{ required: true, message: t(texts.date) }]}>
            <DayField label={t(texts.date)} />
          </Form.Item>
          <Form.Item name={['authorisation', 'by']} rules={[{ required: true, message: t(texts.by) }]}>
            <Input aria-label={t(texts.by)} placeholder={t(texts.by)} />
          </Form.Item>
        </Form.Item>
      ) : null}
      <Form.Item label={t(texts.programme)} name="programme">
        <Select
          options={[
            { value: '', label: t(texts.noProgramme) },
            ...(programmes.data?.items ?? []).map((one) => ({ value: one.id, label: one.title })),
          ]}
        />
      </Form.Item>
    </>
  )
}
