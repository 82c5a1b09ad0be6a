import type { BodyOf, createProgramme, RoundMode } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { roundModes } from '../../../lib/round-words.ts'
import { Form, Input, Select } from '../../../ui/antd.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { DayField } from '../../../ui/day-field.tsx'
import { PlacesField } from '../parts/places-field.tsx'
import { texts } from './texts.ts'

type NewProgramme = BodyOf<typeof createProgramme>
interface Filled {
  readonly title: string
  readonly mode: RoundMode
  readonly starts: string
  readonly ends: string
  readonly bodies: readonly string[]
  readonly guidanceTitle: string
  readonly guidanceText?: string
  readonly demands?: string
}

interface ProgrammeDialogProps {
  readonly authority: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onDone: (programme: NewProgramme) => void
  readonly onClose: () => void
}

/** A new programme: every body starts with the window of the whole. */
export function ProgrammeDialog({ authority, isBusy, error, onDone, onClose }: ProgrammeDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const finish = (filled: Filled) =>
    onDone({
      id,
      authority,
      title: filled.title.trim(),
      mode: filled.mode,
      starts: filled.starts,
      ends: filled.ends,
      guidance: { title: filled.guidanceTitle.trim(), text: filled.guidanceText ?? '' },
      bodies: filled.bodies.map((body) => ({ body, starts: filled.starts, ends: filled.ends })),
      items: (filled.demands ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((text) => ({ id: newId(), text })),
    })
  return (
    <FormDialog
      title={t(texts.create)}
      act={t(texts.create)}
      width={600}
      form={form}
      initialValues={{ mode: 'paired', bodies: [] }}
      isBusy={isBusy}
      error={error}
      onFinish={finish}
      onClose={onClose}
    >
      <Form.Item name="title" label={t(texts.name)} rules={[{ required: true, message: t(texts.needName) }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="mode" label={t(texts.mode)}>
        <Select options={(Object.keys(roundModes) as RoundMode[]).map((mode) => ({ value: mode, label: t(roundModes[mode]) }))} />
      </Form.Item>
      <Form.Item name="starts" label={t(texts.starts)} rules={[{ required: true, message: t(texts.needDates) }]}>
        <DayField />
      </Form.Item>
      <Form.Item name="ends" label={t(texts.ends)} rules={[{ required: true, message: t(texts.needDates) }]}>
        <DayField />
      </Form.Item>
      <Form.Item
        name="bodies"
        label={t(texts.bodies)}
        rules={[{ required: true, type: 'array', min: 1, message: t(texts.needBodies) }]}
      >
        <PlacesField label={t(texts.bodies)} within={authority} />
      </Form.Item>
      <Form.Item name="guidanceTitle" label={t(texts.guidanceTitle)} rules={[{ required: true, message: t(texts.needName) }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="guidanceText" label={t(texts.guidanceText)}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <Form.Item name="demands" label={t(texts.demands)}>
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialog>
  )
}
