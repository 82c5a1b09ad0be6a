import { logPublication } from '@shengmian/contract'
import { useState } from 'react'
import { isoDay } from '../../../lib/dates.ts'
import { useText } from '../../../lib/language.tsx'
import { newId } from '../../../lib/new-id.ts'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Form, Input } from '../../../ui/antd.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { DayField } from '../../../ui/day-field.tsx'

const texts = {
  title: { zh: '登记发布', en: 'Log where it went out' },
  act: { zh: '登记', en: 'Log' },
  place: { zh: '发到哪里', en: 'Where' },
  hint: { zh: '如：七里村村民微信群、镇卫生院门口', en: 'e.g. a village’s group, the door of the clinic' },
  on: { zh: '哪一天', en: 'On' },
  need: { zh: '请填写', en: 'Fill this in' },
}

interface Filled {
  readonly place: string
  readonly on: string
}

interface PublishDialogProps {
  readonly round: string
  readonly notice: string
  readonly onClose: () => void
}

/** Where and when an approved text went out. */
export function PublishDialog({ round, notice, onClose }: PublishDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const log = useAct(logPublication, refreshRound(round))
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.act)}
      isBusy={log.isPending}
      form={form}
      error={log.error}
      onClose={onClose}
      initialValues={{ on: isoDay(new Date()) }}
      onFinish={({ place, on }) =>
        log.mutate({ params: { round, notice }, body: { id, on, place: place.trim() } }, { onSuccess: onClose })
      }
    >
      <Form.Item
        name="place"
        label={t(texts.place)}
        extra={t(texts.hint)}
        rules={[{ required: true, min: 2, whitespace: true, message: t(texts.need) }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="on" label={t(texts.on)} rules={[{ required: true, message: t(texts.need) }]}>
        <DayField />
      </Form.Item>
    </FormDialog>
  )
}
