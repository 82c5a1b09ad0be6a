import type { readCalendar, ReplyOf } from '@shengmian/contract'
import { useState } from 'react'
import { shortDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { texts } from './texts.ts'

/** So many clashes are read; the rest open on demand. */
const SHOWN = 8

/** The year in figures, and the same person or target in two overlapping rounds. */
export function CalendarAside({ calendar }: { readonly calendar: ReplyOf<typeof readCalendar> | undefined }) {
  const t = useText()
  const { language } = useLanguage()
  const [isOpen, setOpen] = useState(false)
  if (calendar === undefined) return <div className="side" />
  const { rounds, conflicts } = calendar
  const shown = isOpen ? conflicts : conflicts.slice(0, SHOWN)
  const sum = (what: 'people' | 'targets') => rounds.reduce((total, round) => total + round[what], 0)
  return (
    <div className="side">
      <section>
        <h2>{t(texts.total)}</h2>
        <p className="number">
          {t(texts.totals, {
            bodies: new Set(rounds.map((round) => round.authority.code)).size,
            rounds: rounds.length,
            people: sum('people'),
            targets: sum('targets'),
          })}
        </p>
      </section>
      <section>
        <h2>
          {t(texts.conflicts)} <span className="number">{conflicts.length}</span>
        </h2>
        {conflicts.length === 0 ? <p>{t(texts.noConflicts)}</p> : null}
        {shown.map((conflict) => (
          <p key={`${conflict.kind} ${conflict.id} ${conflict.rounds.join()}`}>
            <span className="tag tag-warn">{t(texts.kinds[conflict.kind])}</span> <strong>{conflict.name}</strong>{' '}
            <span className="number">
              {shortDay(conflict.from, language)}—{shortDay(conflict.to, language)}
            </span>
            <br />
            {conflict.text[language]}
          </p>
        ))}
        {shown.length === conflicts.length ? null : (
          <button type="button" className="button-link" onClick={() => setOpen(true)}>
            {t(texts.more, { n: conflicts.length - shown.length })}
          </button>
        )}
      </section>
      <section>
        <h2>{t(texts.legend)}</h2>
        <p>
          <span className="calendar-key" /> {t(texts.firm)}
        </p>
        <p>
          <span className="calendar-key calendar-open" /> {t(texts.draft)}
        </p>
      </section>
    </div>
  )
}
