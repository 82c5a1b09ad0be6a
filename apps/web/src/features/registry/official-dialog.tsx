import { putOfficial, type Official } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Checkbox, Form, Input } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { MonthField } from '../../ui/month-field.tsx'
import { refreshUnits } from './api.ts'
import { unitEditTexts as texts } from './unit-edit-texts.ts'
import './fields.css'

type Filled = Omit<Official, 'id' | 'unit'>

interface OfficialDialogProps {
  readonly unit: string
  /** `null` adds somebody. */
  readonly official: Official | null
  readonly onClose: () => void
}

/** An official of a unit: name, post, from when to when. */
export function OfficialDialog({ unit, official, onClose }: OfficialDialogProps) {
  const t = useText()
  const [id] = useState(() => official?.id ?? newId())
  const [form] = Form.useForm<Filled>()
  const put = useAct(putOfficial, refreshUnits)
  const need = [{ required: true, whitespace: true, message: t(texts.need) }]
  return (
    <FormDialog<Filled>
      title={official === null ? t(texts.addOfficial) : `${t(texts.editOfficial)} ${official.name}`}
      act={t(texts.save)}
      form={form}
      initialValues={official ?? { isHead: false, from: null, until: null }}
      isBusy={put.isPending}
      error={put.error}
      onFinish={({ name, title, isHead, from, until }) =>
        put.mutate(
          {
            params: { unit, official: id },
            body: { name: name.trim(), title: title.trim(), isHead, from: from ?? null, until: until ?? null },
          },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p className="muted">{t(texts.officialNote)}</p>
      <Form.Item name="name" label={t(texts.official)} rules={need}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="title" label={t(texts.post)} rules={need}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="isHead" valuePropName="checked">
        <Checkbox>{t(texts.head)}</Checkbox>
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="from" label={t(texts.from)}>
          <MonthField />
        </Form.Item>
        <Form.Item name="until" label={t(texts.until)}>
          <MonthField />
        </Form.Item>
      </div>
    </FormDialog>
  )
}
