import type { Delegation } from '@shengmian/contract'
import { shortDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { roleNames } from '../../lib/roles.ts'
import { Button, Table, type TableColumnsType } from '../../ui/antd.ts'
import { PlaceName } from '../../ui/place-name.tsx'

const texts = {
  role: { zh: '角色', en: 'Role' },
  body: { zh: '机构', en: 'Body' },
  from: { zh: '委托人', en: 'Lent by' },
  to: { zh: '受托人', en: 'Lent to' },
  days: { zh: '期限', en: 'Days' },
  reason: { zh: '事由', en: 'Reason' },
  state: { zh: '状态', en: 'State' },
  approve: { zh: '批准', en: 'Approve' },
  revoke: { zh: '收回', en: 'Take back' },
}
const states = {
  proposed: { zh: '待批准', en: 'waits for approval' },
  ahead: { zh: '未到期', en: 'not yet' },
  'in-force': { zh: '有效', en: 'in force' },
  ended: { zh: '已到期', en: 'ended' },
  revoked: { zh: '已收回', en: 'taken back' },
}

interface DelegationTableProps {
  readonly delegations: readonly Delegation[]
  readonly busy: string | null
  readonly onApprove: (delegation: Delegation) => void
  readonly onRevoke: (delegation: Delegation) => void
}

/** Who lent what to whom, from when to when, with what the reader can do. */
export function DelegationTable({ delegations, busy, onApprove, onRevoke }: DelegationTableProps) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<Delegation> = [
    { title: t(texts.role), key: 'role', width: 110, render: (_value, one) => t(roleNames[one.role]) },
    {
      title: t(texts.body),
      key: 'body',
      width: 110,
      ellipsis: true,
      render: (_value, one) => <PlaceName code={one.authority} />,
    },
    { title: t(texts.from), key: 'from', width: 110, ellipsis: true, render: (_value, one) => one.from.name },
    { title: t(texts.to), key: 'to', width: 110, ellipsis: true, render: (_value, one) => one.to.name },
    {
      title: t(texts.days),
      key: 'days',
      width: 170,
      render: (_value, one) => (
        <span className="number">
          {shortDay(one.starts, language)}—{shortDay(one.ends, language)}
        </span>
      ),
    },
    { title: t(texts.reason), key: 'reason', ellipsis: true, render: (_value, one) => one.revokedReason ?? one.reason },
    {
      title: t(texts.state),
      key: 'state',
      width: 90,
      render: (_value, one) => <span className={one.state === 'in-force' ? '' : 'muted'}>{t(states[one.state])}</span>,
    },
    {
      title: '',
      key: 'acts',
      width: 120,
      align: 'right',
      render: (_value, one) => (
        <>
          {one.acts.includes('approve') ? (
            <Button type="link" size="small" loading={busy === one.id} onClick={() => onApprove(one)}>
              {t(texts.approve)}
            </Button>
          ) : null}
          {one.acts.includes('revoke') ? (
            <Button type="link" size="small" onClick={() => onRevoke(one)}>
              {t(texts.revoke)}
            </Button>
          ) : null}
        </>
      ),
    },
  ]
  return (
    <Table<Delegation>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...delegations]}
      pagination={false}
      sticky
      scroll={{ x: 980 }}
    />
  )
}
