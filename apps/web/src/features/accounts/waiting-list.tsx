import type { Account, CredentialChange, StandingRole } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { roleNames } from '../../lib/roles.ts'
import { Button } from '../../ui/antd.ts'
import { Empty } from '../../ui/empty.tsx'
import { texts } from './texts.ts'

/** One thing that waits for a second hand. */
export type Waiting =
  | { readonly kind: 'role'; readonly account: Account; readonly role: StandingRole }
  | { readonly kind: 'passphrase'; readonly change: CredentialChange }

interface WaitingListProps {
  readonly waiting: readonly Waiting[]
  /** The reader's own account, and the names that are known of others. */
  readonly self: { readonly id: string; readonly name: string }
  readonly names: ReadonlyMap<string, string>
  readonly mayGive: (account: Account, role: StandingRole) => boolean
  readonly onApprove: (one: Waiting) => void
}

/** What waits for a second hand: who is concerned, who proposed it when, and why the reader may not approve it. */
export function WaitingList({ waiting, self, names, mayGive, onApprove }: WaitingListProps) {
  const t = useText()
  const { language } = useLanguage()
  if (waiting.length === 0) return <Empty title={t(texts.nothingWaits)}>{t(texts.nothingWaitsWhy)}</Empty>
  const by = (name: string, at: string | null) => t(texts.by, { name, at: at === null ? '' : shortInstant(at, language) })
  const nameOf = (account: string | null) =>
    account === self.id ? t(texts.you) : ((account === null ? undefined : names.get(account)) ?? t(texts.outside))
  return (
    <ul className="waiting">
      {waiting.map((one) => {
        const { id, account } = one.kind === 'role' ? { id: one.role.id, account: one.account } : one.change
        const stop = stopOf(one, self, mayGive)
        return (
          <li key={id}>
            <strong>{account.name}</strong>
            <span className="number">{account.signInName}</span>
            <span>
              {one.kind === 'role'
                ? t(texts.giveWhat, { role: t(roleNames[one.role.role]), body: one.role.authority.name })
                : t(texts.passphraseWhat)}
            </span>
            <span className="muted">
              {one.kind === 'role'
                ? by(nameOf(one.role.proposedBy), one.role.proposedAt)
                : by(one.change.askedBy, one.change.askedAt)}
            </span>
            <span className="spring" />
            {stop === null ? (
              <Button type="primary" size="small" onClick={() => onApprove(one)}>
                {t(texts.approve)}
              </Button>
            ) : (
              <span className="muted">{t(texts[stop])}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Why the reader may not approve it; `null`: he may. */
function stopOf(
  one: Waiting,
  self: WaitingListProps['self'],
  mayGive: WaitingListProps['mayGive'],
): 'ownProposal' | 'ownAccount' | 'notYours' | null {
  if (one.kind === 'passphrase') {
    if (one.change.canApprove) return null
    if (one.change.account.id === self.id) return 'ownAccount'
    return one.change.askedBy === self.name ? 'ownProposal' : 'notYours'
  }
  if (one.account.id === self.id) return 'ownAccount'
  if (one.role.proposedBy === self.id) return 'ownProposal'
  return mayGive(one.account, one.role) ? null : 'notYours'
}
