import { addArrangement, type Arrangement } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { arrangementKinds } from './words.ts'

const texts = {
  title: { zh: '{name}：增加一项', en: 'Add for {name}' },
  act: { zh: '增加', en: 'Add' },
  kind: { zh: '事项', en: 'Kind' },
  day: { zh: '日期', en: 'Day' },
  time: { zh: '时间（如 09:30，可不填）', en: 'Time (hh:mm, may stay empty)' },
  what: { zh: '内容', en: 'What' },
  where: { zh: '地点（可不填）', en: 'Where (may stay empty)' },
  need: { zh: '请填写', en: 'Fill this in' },
  timeForm: { zh: '按 09:30 的样子填写', en: 'Write it like 09:30' },
}

interface Filled {
  readonly kind: Arrangement['kind']
  readonly day: string
  readonly time?: string
  readonly title: string
  readonly location?: string
}

interface AddDialogProps {
  readonly target: { readonly round: string; readonly unit: string; readonly name: string }
  readonly onClose: () => void
}

/** A line of the schedule, or a document to be handed in. */
export function AddDialog({ target, onClose }: AddDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const add = useAct(addArrangement, (queries) => queries.invalidateQueries({ queryKey: ['readLogistics'] }))
  const finish = ({ kind, day, time = '', title, location = '' }: Filled) =>
    add.mutate(
      {
        params: { round: target.round, unit: target.unit },
        body: {
          id,
          kind,
          day,
          title: title.trim(),
          ...(time.trim() === '' ? {} : { time: time.trim() }),
          ...(location.trim() === '' ? {} : { location: location.trim() }),
        },
      },
      { onSuccess: onClose },
    )
  const kinds = Object.keys(arrangementKinds) as Arrangement['kind'][]
  return (
    <FormDialog
      title={t(texts.title, { name: target.name })}
      act={t(texts.act)}
      isBusy={add.isPending}
      form={form}
      error={add.error}
      onClose={onClose}
      initialValues={{ kind: 'documents' }}
      onFinish={finish}
    >
      <Form.Item name="kind" label={t(texts.kind)}>
        <Select options={kinds.map((value) => ({ value, label: t(arrangementKinds[value]) }))} />
      </Form.Item>
      <Form.Item name="day" label={t(texts.day)} rules={[{ required: true, message: t(texts.need) }]}>
        <DayField />
      </Form.Item>
      <Form.Item
        name="time"
        label={t(texts.time)}
        rules={[{ pattern: /^\s*(([01]\d|2[0-3]):[0-5]\d)?\s*$/, message: t(texts.timeForm) }]}
      >
        <Input maxLength={5} />
      </Form.Item>
      <Form.Item name="title" label={t(texts.what)} rules={[{ required: true, whitespace: true, message: t(texts.need) }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="location" label={t(texts.where)}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  )
}
