import type { CredentialChange } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { texts } from './texts.ts'

/** New passphrases that were asked for and are settled: approved, or lapsed and greyed. */
export function ChangeList({ changes }: { readonly changes: readonly CredentialChange[] }) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <ul className="waiting">
      {changes.map((change) => (
        <li key={change.id} className={change.state === 'lapsed' ? 'muted' : ''}>
          <strong>{change.account.name}</strong>
          <span className="number">{change.account.signInName}</span>
          <span className="muted">{t(texts.by, { name: change.askedBy, at: shortInstant(change.askedAt, language) })}</span>
          <span className="spring" />
          <span>
            {change.approvedAt === null ? t(texts.lapsed) : t(texts.approved, { at: shortInstant(change.approvedAt, language) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
