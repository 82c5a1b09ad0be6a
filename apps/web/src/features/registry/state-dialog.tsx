import { setPersonState, type Person } from '@shengmian/contract'
import { isoDay } from '../../lib/dates.ts'
import { useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Radio } from '../../ui/antd.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { refreshPeople } from './api.ts'
import { personTexts as texts } from './person-texts.ts'
import { personStates } from './texts.ts'

interface Filled {
  readonly state: Person['state']
  readonly reason: string
  readonly day: string
}

/** Takes somebody into the pool, on duty or out of it, with a reason and a day. */
export function StateDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useText()
  const [form] = Form.useForm<Filled>()
  const set = useAct(setPersonState, refreshPeople)
  const need = { required: true, message: t(texts.need) }
  return (
    <FormDialog<Filled>
      title={`${person.name} ${t(texts.setState)}`}
      act={t(texts.setState)}
      form={form}
      initialValues={{ state: person.state, day: isoDay(new Date()) }}
      isBusy={set.isPending}
      error={set.error}
      onFinish={({ reason, ...rest }) =>
        set.mutate(
          { params: { authority: person.authority, person: person.id }, body: { ...rest, reason: reason.trim() } },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p className="muted">{t(texts.stateNote, { state: t(personStates[person.state]) })}</p>
      <Form.Item name="state" label={t(texts.state)} extra={t(texts.stateWhat)}>
        <Radio.Group options={Object.entries(personStates).map(([value, text]) => ({ value, label: t(text) }))} />
      </Form.Item>
      <Form.Item name="day" label={t(texts.day)} rules={[need]}>
        <DayField />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t(texts.reason)}
        rules={[{ required: true, min: 2, whitespace: true, message: t(texts.reasonNeed) }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  )
}
