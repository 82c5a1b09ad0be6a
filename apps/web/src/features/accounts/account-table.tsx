import type { Account, StandingRole } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button, Table, type TableColumnsType } from '../../ui/antd.ts'
import { PlaceName } from '../../ui/place-name.tsx'
import { RoleLines } from './role-lines.tsx'
import { RoleTags } from './role-tags.tsx'
import { texts } from './texts.ts'

/** What can be done with an account; the last with one of its roles. */
export type AccountAct =
  | { readonly act: 'give' | 'reset' | 'disable'; readonly account: Account }
  | { readonly act: 'revoke'; readonly account: Account; readonly role: StandingRole }

interface AccountTableProps {
  readonly accounts: readonly Account[]
  readonly self: string
  /** New passphrases are asked for by security administrators alone. */
  readonly mayReset: boolean
  readonly mayGive: (account: Account, role: StandingRole) => boolean
  readonly onAct: (act: AccountAct) => void
}

/** The accounts of a range; a row opens to its roles and what can be done with it. */
export function AccountTable({ accounts, self, mayReset, mayGive, onAct }: AccountTableProps) {
  const t = useText()
  const { language } = useLanguage()
  const columns: TableColumnsType<Account> = [
    { title: t(texts.name), dataIndex: 'name', width: 130, ellipsis: true },
    { title: t(texts.account), dataIndex: 'signInName', width: 170, ellipsis: true, className: 'number' },
    {
      title: t(texts.keptBy),
      key: 'authority',
      width: 110,
      ellipsis: true,
      render: (_value, one) => <PlaceName code={one.authority} />,
    },
    { title: t(texts.roles), key: 'roles', render: (_value, one) => <RoleTags roles={one.roles} /> },
    {
      title: t(texts.state),
      key: 'state',
      width: 200,
      ellipsis: true,
      render: (_value, one) =>
        one.disabledAt === null ? (
          t(texts.open)
        ) : (
          <span className="muted" title={one.disabledReason ?? ''}>
            {t(texts.closed)} {shortInstant(one.disabledAt, language)}：{one.disabledReason}
          </span>
        ),
    },
  ]
  return (
    <Table<Account>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={[...accounts]}
      pagination={false}
      sticky
      scroll={{ x: 880 }}
      expandable={{
        expandRowByClick: true,
        expandedRowRender: (account) => (
          <>
            <RoleLines
              account={account}
              mayGive={(role) => mayGive(account, role)}
              onRevoke={(role) => onAct({ act: 'revoke', account, role })}
            />
            {account.disabledAt !== null || account.id === self ? null : (
              <div className="account-acts">
                <Button size="small" onClick={() => onAct({ act: 'give', account })}>
                  {t(texts.give)}
                </Button>
                {mayReset ? (
                  <Button size="small" onClick={() => onAct({ act: 'reset', account })}>
                    {t(texts.reset)}
                  </Button>
                ) : null}
                <Button size="small" danger onClick={() => onAct({ act: 'disable', account })}>
                  {t(texts.disable)}
                </Button>
              </div>
            )}
          </>
        ),
      }}
    />
  )
}
