import { listCredentialChanges, type Account, type SessionView, type StandingRole } from '@shengmian/contract'
import { useState } from 'react'
import { AccountDialogs } from '../features/accounts/account-dialogs.tsx'
import { AccountList } from '../features/accounts/account-list.tsx'
import type { AccountAct } from '../features/accounts/account-table.tsx'
import { useWaitingRoles } from '../features/accounts/api.ts'
import { ApproveDialog } from '../features/accounts/approve-dialog.tsx'
import { ChangeList } from '../features/accounts/change-list.tsx'
import { HandOver } from '../features/accounts/hand-over.tsx'
import { MakeDialog } from '../features/accounts/make-dialog.tsx'
import { placeToGive, rolesToGive } from '../features/accounts/may-give.ts'
import { texts } from '../features/accounts/texts.ts'
import { WaitingList, type Waiting } from '../features/accounts/waiting-list.tsx'
import '../features/accounts/accounts.css'
import { useSession } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { LoadMore } from '../ui/load-more.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

/** Who has an account and which roles stand to it; what one proposes another approves. */
export function AccountsPage() {
  const { data: session } = useSession()
  return session === null || session === undefined ? null : <Accounts session={session} />
}

function Accounts({ session }: { readonly session: SessionView }) {
  const t = useText()
  const holds = (role: StandingRole['role']) => session.roles.some((held) => held.role === role)
  const keeps = holds('office') || holds('security-admin')
  const roles = useWaitingRoles()
  const changes = useRead(listCredentialChanges, {})
  const [isMaking, setMaking] = useState(false)
  const [asked, setAsked] = useState<AccountAct | null>(null)
  const [approving, setApproving] = useState<Waiting | null>(null)
  const [given, setGiven] = useState<{ readonly account: Account; readonly passphrase: string; readonly isNew: boolean } | null>(
    null,
  )
  const mayGive = (account: Account, role: StandingRole) =>
    account.id !== session.account.id && rolesToGive(session.roles, role.authority.code).includes(role.role)
  const within = placeToGive(session.roles)
  const waitingRoles = roles.data?.pages.flatMap((page) => page.items) ?? []
  const waiting: readonly Waiting[] = [
    ...(changes.data?.items ?? [])
      .filter((change) => change.state === 'asked')
      .map((change) => ({ kind: 'passphrase' as const, change })),
    ...waitingRoles.map((one) => ({ kind: 'role' as const, waiting: one })),
  ]
  const settled = (changes.data?.items ?? []).filter((change) => change.state !== 'asked')
  const error = roles.error ?? changes.error
  const isKnown = changes.data !== undefined && roles.data !== undefined
  return (
    <Page
      title={t(texts.title)}
      note={waiting.length === 0 ? '' : t(roles.hasNextPage ? texts.waitingMore : texts.waitingNote, { n: waiting.length })}
      acts={
        keeps ? (
          <Button type="primary" onClick={() => setMaking(true)}>
            {t(texts.make)}
          </Button>
        ) : null
      }
    >
      <Sheet label={t(texts.waiting)}>
        <div className="block-head">
          <h2>{t(texts.waiting)}</h2>
        </div>
        {error === null ? null : <Refused error={error} onRetry={() => void Promise.all([roles.refetch(), changes.refetch()])} />}
        {!isKnown && error === null ? <Loading what={t(texts.waiting)} rows={2} /> : null}
        {isKnown ? (
          <>
            <WaitingList waiting={waiting} self={session.account} onApprove={setApproving} />
            {roles.hasNextPage ? (
              <LoadMore
                shown={waiting.length}
                hasMore
                isLoading={roles.isFetchingNextPage}
                onMore={() => void roles.fetchNextPage()}
              />
            ) : null}
          </>
        ) : null}
      </Sheet>
      <div className="gap" />
      {keeps ? (
        <AccountList self={session.account.id} mayReset={holds('security-admin')} mayGive={mayGive} onAct={setAsked} />
      ) : null}
      {settled.length === 0 ? null : (
        <Sheet label={t(texts.changes)}>
          <div className="block-head">
            <h2>{t(texts.changes)}</h2>
          </div>
          <ChangeList changes={settled} />
        </Sheet>
      )}
      {isMaking ? (
        <MakeDialog
          authority={within}
          readsPool={holds('office')}
          onMade={(account, passphrase) => {
            setMaking(false)
            setGiven({ account, passphrase, isNew: true })
          }}
          onClose={() => setMaking(false)}
        />
      ) : null}
      {asked === null ? null : (
        <AccountDialogs
          asked={asked}
          roles={rolesToGive(session.roles, null)}
          within={within}
          onPassphrase={(passphrase) => {
            setAsked(null)
            setGiven({ account: asked.account, passphrase, isNew: false })
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {approving === null ? null : <ApproveDialog one={approving} onClose={() => setApproving(null)} />}
      {given === null ? null : (
        <HandOver
          who={`${given.account.name} ${given.account.signInName}`}
          passphrase={given.passphrase}
          note={t(given.isNew ? texts.noRoleYet : texts.waitsStill)}
          onClose={() => setGiven(null)}
        />
      )}
    </Page>
  )
}
