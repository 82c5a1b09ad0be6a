import type { BodyOf, recordMeeting } from '@shengmian/contract'
import { useState } from 'react'
import { isoDay } from '../../../lib/dates.ts'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { Form, Input, Radio, Select } from '../../../ui/antd.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { texts } from '../overview/texts.ts'
import { DayField } from '../../../ui/day-field.tsx'

type NewMeeting = BodyOf<typeof recordMeeting>

interface MeetingDialogProps {
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (meeting: NewMeeting) => void
  readonly onClose: () => void
}

/** Records a meeting. */
export function MeetingDialog({ isBusy, error, onDone, onClose }: MeetingDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Omit<NewMeeting, 'id' | 'opinions'>>()
  return (
    <FormDialog
      title={t(texts.record)}
      act={t(texts.save)}

      form={form}
      initialValues={{ kind: 'leading-group', date: isoDay(new Date()), attendees: [] }}
      isBusy={isBusy}
      error={error}
      onFinish={(meeting) => onDone({ id, ...meeting })}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t(texts.kind)}>
        <Radio.Group
          options={(['leading-group', 'joint'] as const).map((kind) => ({ value: kind, label: t(texts.kinds[kind]) }))}
        />
      </Form.Item>
      <Form.Item name="date" label={t(texts.date)} rules={[{ required: true, message: t(texts.needDate) }]}>
        <DayField />
      </Form.Item>
      <Form.Item name="title" label={t(texts.title)} rules={[{ required: true, message: t(texts.needTitle) }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="attendees"
        label={t(texts.attendees)}
        extra={t(texts.attendeesNote)}
        rules={[{ required: true, type: 'array', min: 1, message: t(texts.needAttendees) }]}
      >
        <Select mode="tags" open={false} tokenSeparators={['、', '，', ',']} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="decision" label={t(texts.decision)} rules={[{ required: true, message: t(texts.needDecision) }]}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  )
}
