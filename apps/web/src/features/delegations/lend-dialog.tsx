import { lendRole, type StandingRole } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { roleNames } from '../../lib/roles.ts'
import { useAct } from '../../lib/use-endpoint.ts'
import { Form, Input, InputNumber, Select } from '../../ui/antd.ts'
import { FormDialog } from '../../ui/form-dialog.tsx'

const texts = {
  title: { zh: '委托角色', en: 'Lend a role' },
  what: {
    zh: '委托须经安全管理员批准后才生效（领导小组以外的角色，管辖的巡察办另一人也可批准），最长三十天，到期自动终止；本人的角色不受影响。受托人不能再转托。',
    en: 'It holds once the security administrator approves (for roles other than the leading group’s, another of the office too), for thirty days at most, and ends by itself. You keep the role; it cannot be lent on.',
  },
  role: { zh: '委托的角色', en: 'Role' },
  to: { zh: '受托人登录名', en: 'Sign-in name of the colleague' },
  days: { zh: '自即日起天数', en: 'Days from now' },
  reason: { zh: '事由', en: 'Reason' },
  choose: { zh: '请填写', en: 'Fill this in' },
  lend: { zh: '提交批准', en: 'Ask for approval' },
}
const LONGEST_DAYS = 30
const DAY_MS = 86_400_000

interface Filled {
  readonly role: string
  readonly to: string
  readonly days: number
  readonly reason: string
}

interface LendDialogProps {
  /** Roles that the reader holds himself and may lend. */
  readonly roles: readonly StandingRole[]
  readonly onClose: () => void
}

/** Proposes to lend a role; somebody else approves. */
export function LendDialog({ roles, onClose }: LendDialogProps) {
  const t = useText()
  const [form] = Form.useForm<Filled>()
  const lend = useAct(lendRole, (queries) => queries.invalidateQueries({ queryKey: ['listDelegations'] }))
  const need = [{ required: true, message: t(texts.choose) }]
  const submit = ({ role, to, days, reason }: Filled) =>
    lend.mutate(
      {
        body: {
          id: newId(),
          role,
          to: to.trim(),
          until: new Date(Date.now() + days * DAY_MS - 60_000).toISOString(),
          reason: reason.trim(),
        },
      },
      { onSuccess: onClose },
    )
  return (
    <FormDialog
      title={t(texts.title)}
      act={t(texts.lend)}
      form={form}
      initialValues={{ ...(roles[0] === undefined ? {} : { role: roles[0].id }), days: 7 }}
      isBusy={lend.isPending}
      error={lend.error}
      onFinish={submit}
      onClose={onClose}
    >
      <p>{t(texts.what)}</p>
      <Form.Item name="role" label={t(texts.role)} rules={need}>
        <Select options={roles.map((role) => ({ value: role.id, label: `${role.authority.name} ${t(roleNames[role.role])}` }))} />
      </Form.Item>
      <Form.Item name="to" label={t(texts.to)} rules={[{ required: true, min: 3, message: t(texts.choose) }]}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name="days" label={t(texts.days)} rules={need}>
        <InputNumber min={1} max={LONGEST_DAYS} precision={0} style={{ width: 120 }} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t(texts.reason)}
        rules={[{ required: true, min: 2, whitespace: true, message: t(texts.choose) }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </FormDialog>
  )
}
