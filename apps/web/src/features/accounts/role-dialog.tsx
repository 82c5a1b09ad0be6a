import { grantRole, type Account, type RoleName } from '@shengmian/contract'
import { useState } from 'react'
import { isoDay } from '../../lib/dates.ts'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { roleNames } from '../../lib/roles.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, Select } from '../../ui/antd.ts'
import { DayField } from '../../ui/day-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { PlacePicker } from '../../ui/place-picker.tsx'
import { UnitField } from '../../ui/unit-field.tsx'
import { refreshAccounts } from './api.ts'
import { speaksForUnit } from './may-give.ts'
import { texts } from './texts.ts'

interface Filled {
  readonly role: RoleName
  readonly authority: string
  readonly body: string
  readonly unit?: string
  readonly from?: string | null
  readonly until?: string | null
}

interface RoleDialogProps {
  readonly account: Account
  /** What the reader may give somewhere. */
  readonly roles: readonly RoleName[]
  /** The place of the reader's own body; `null` where that is the whole country. */
  readonly within: string | null
  readonly onClose: () => void
}

const startOf = (day: string) => new Date(`${day}T00:00:00`)

/** The instant after the last day that a role is held. */
function endOf(day: string): Date {
  const end = startOf(day)
  end.setDate(end.getDate() + 1)
  return end
}

/** Proposes a standing role; it opens nothing until another approves. */
export function RoleDialog({ account, roles, within, onClose }: RoleDialogProps) {
  const t = useText()
  const [id] = useState(newId)
  const [form] = Form.useForm<Filled>()
  const role = Form.useWatch('role', form)
  const place = Form.useWatch('authority', form)
  const give = useAct(grantRole, refreshAccounts)
  const need = [{ required: true, message: t(texts.need) }]
  const finish = ({ role: wished, authority, body, unit, from, until }: Filled) =>
    give.mutate(
      {
        params: { account: account.id },
        body: {
          id,
          role: wished,
          authority,
          body: body.trim(),
          ...(speaksForUnit(wished) && unit !== undefined ? { unit } : {}),
          ...(from === undefined || from === null ? {} : { from: startOf(from).toISOString() }),
          ...(until === undefined || until === null ? {} : { until: endOf(until).toISOString() }),
        },
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog<Filled>
      title={t(texts.give)}
      act={t(texts.propose)}
      form={form}
      initialValues={{ authority: account.authority }}
      isBusy={give.isPending}
      error={give.error}
      onFinish={finish}
      onClose={onClose}
    >
      <p className="muted">{t(texts.giveNote, { name: account.name, account: account.signInName })}</p>
      <Form.Item name="role" label={t(texts.role)} rules={need}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={roles.map((value) => ({ value, label: t(roleNames[value]) }))}
        />
      </Form.Item>
      <Form.Item name="authority" label={t(texts.authority)} rules={need}>
        <PlacePicker allowClear={false} offersNation={within === null} {...(within === null ? {} : { within })} />
      </Form.Item>
      <Form.Item name="body" label={t(texts.body)} rules={[{ required: true, whitespace: true, message: t(texts.need) }]}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      {speaksForUnit(role) ? (
        <Form.Item name="unit" label={t(texts.unit)} rules={need}>
          <UnitField within={place ?? account.authority} />
        </Form.Item>
      ) : null}
      <Form.Item name="from" label={t(texts.from)}>
        <DayField />
      </Form.Item>
      <Form.Item
        name="until"
        label={t(texts.until)}
        dependencies={['from']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, day: string | null | undefined) =>
              day === null || day === undefined || day >= ((getFieldValue('from') as string | null) ?? isoDay(new Date()))
                ? Promise.resolve()
                : Promise.reject(new Error(t(texts.untilLate))),
          }),
        ]}
      >
        <DayField />
      </Form.Item>
    </FormDialog>
  )
}
