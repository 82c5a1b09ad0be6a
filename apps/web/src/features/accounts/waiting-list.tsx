import type { CredentialChange, WaitingRole } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { roleNames } from '../../lib/roles.ts'
import { Button } from '../../ui/antd.ts'
import { Empty } from '../../ui/empty.tsx'
import { texts } from './texts.ts'

/** One thing that waits for a second hand. */
export type Waiting =
  | { readonly kind: 'role'; readonly waiting: WaitingRole }
  | { readonly kind: 'passphrase'; readonly change: CredentialChange }

interface WaitingListProps {
  readonly waiting: readonly Waiting[]
  /** The reader's own account. */
  readonly self: { readonly id: string; readonly name: string }
  readonly onApprove: (one: Waiting) => void
}

/** What waits for a second hand: who is concerned, who proposed it when, and why the reader may not approve it. */
export function WaitingList({ waiting, self, onApprove }: WaitingListProps) {
  const t = useText()
  const { language } = useLanguage()
  if (waiting.length === 0) return <Empty title={t(texts.nothingWaits)}>{t(texts.nothingWaitsWhy)}</Empty>
  return (
    <ul className="waiting">
      {waiting.map((one) => {
        const { id, account, what, name, at, stop } = one.kind === 'role' ? sayRole(one.waiting) : sayChange(one.change)
        return (
          <li key={id}>
            <strong>{account.name}</strong>
            <span className="number">{account.signInName}</span>
            <span>{what}</span>
            <span className="muted">{t(texts.by, { name, at: at === null ? '' : shortInstant(at, language) })}</span>
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

  function sayRole({ account, role, proposedBy, stop }: WaitingRole) {
    return {
      id: role.id,
      account,
      what: t(texts.giveWhat, { role: t(roleNames[role.role]), body: role.authority.name }),
      name: role.proposedBy === self.id ? t(texts.you) : (proposedBy ?? t(texts.outside)),
      at: role.proposedAt,
      stop,
    }
  }

  function sayChange(change: CredentialChange) {
    const { id, account, askedBy, askedAt } = change
    return { id, account, what: t(texts.passphraseWhat), name: askedBy, at: askedAt, stop: stopOf(change, self) }
  }
}

/** Why the reader may not approve it; `null`: he may. */
function stopOf(change: CredentialChange, self: WaitingListProps['self']): WaitingRole['stop'] {
  if (change.canApprove) return null
  if (change.account.id === self.id) return 'own-account'
  return change.askedBy === self.name ? 'own-proposal' : 'not-yours'
}
