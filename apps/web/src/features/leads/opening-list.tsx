import type { LeadOpening } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { texts } from './texts.ts'

/** Who opened it, when, why; of a reporter's name also by whose second hand. */
export function OpeningList({ openings }: { readonly openings: readonly LeadOpening[] }) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <ul className="records">
      {openings.map((one) => (
        <li key={one.id}>
          <span className="number muted">{shortInstant(one.openedAt, language)}</span> <strong>{one.name}</strong> {one.reason}
          {one.kind === 'reporter' ? (
            <>
              {' '}
              <span className="tag tag-warn">{t(texts.bookReporter, { name: one.approvedBy ?? '' })}</span>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
