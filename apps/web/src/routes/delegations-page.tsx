import { approveDelegation, listDelegations, revokeDelegation, type Delegation } from '@shengmian/contract'
import type { QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DelegationTable } from '../features/delegations/delegation-table.tsx'
import { LendDialog } from '../features/delegations/lend-dialog.tsx'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import { useSession } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { roleNames } from '../lib/roles.ts'
import { useAct, useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '角色委托', en: 'Delegations' },
  waiting: { zh: '待您批准 {n} 件', en: '{n} wait for you' },
  lend: { zh: '委托角色', en: 'Lend a role' },
  none: { zh: '没有委托', en: 'Nothing is lent' },
  why: {
    zh: '外出、休假时可以把常设角色委托给本单位或下级的同志，最长三十天，须经第三人批准。',
    en: 'A standing role can be lent to a colleague for thirty days at most, once a third person approves.',
  },
  revoke: { zh: '收回委托', en: 'Take it back' },
  revokeWhat: { zh: '{name}的{role}立即终止，并退出登录。', en: '{name} loses {role} at once and is signed out.' },
}
/** Orders, case management, inspectors and administrators cannot lend. */
const UNLENDABLE = ['inspector', 'case-management', 'system-admin', 'security-admin', 'audit-admin']
const refresh = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['listDelegations'] })

/** Roles lent and received, and those that wait for the reader's approval. */
export function DelegationsPage() {
  const t = useText()
  const { data: session } = useSession()
  const { data, error, refetch } = useRead(listDelegations, { query: { limit: 200 } })
  const approve = useAct(approveDelegation, refresh)
  const revoke = useAct(revokeDelegation, refresh)
  const [isLending, setLending] = useState(false)
  const [revoking, setRevoking] = useState<Delegation | null>(null)
  const own = (session?.roles ?? []).filter((role) => role.lentBy === null && !UNLENDABLE.includes(role.role))
  const waiting = data?.items.filter((one) => one.acts.includes('approve')).length ?? 0
  const act =
    own.length === 0 ? null : (
      <Button type="primary" onClick={() => setLending(true)}>
        {t(texts.lend)}
      </Button>
    )
  return (
    <Page
      title={t(texts.title)}
      note={waiting === 0 ? '' : t(texts.waiting, { n: waiting })}
      acts={data?.items.length === 0 ? null : act}
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {approve.error === null ? null : <Refused error={approve.error} />}
      <Sheet label={t(texts.title)}>
        {data === undefined && error === null ? <Loading what={t(texts.title)} rows={4} /> : null}
        {data?.items.length === 0 ? (
          <Empty title={t(texts.none)} act={act}>
            {t(texts.why)}
          </Empty>
        ) : null}
        {data === undefined || data.items.length === 0 ? null : (
          <DelegationTable
            delegations={data.items}
            busy={approve.isPending ? (approve.variables.params.delegation ?? null) : null}
            onApprove={(one) => approve.mutate({ params: { delegation: one.id } })}
            onRevoke={setRevoking}
          />
        )}
      </Sheet>
      {isLending ? <LendDialog roles={own} onClose={() => setLending(false)} /> : null}
      {revoking === null ? null : (
        <ReasonDialog
          title={t(texts.revoke)}
          act={t(texts.revoke)}
          isBusy={revoke.isPending}
          error={revoke.error}
          onClose={() => setRevoking(null)}
          onDone={(reason) =>
            revoke.mutate({ params: { delegation: revoking.id }, body: { reason } }, { onSuccess: () => setRevoking(null) })
          }
        >
          <p>{t(texts.revokeWhat, { name: revoking.to.name, role: t(roleNames[revoking.role]) })}</p>
        </ReasonDialog>
      )}
    </Page>
  )
}
