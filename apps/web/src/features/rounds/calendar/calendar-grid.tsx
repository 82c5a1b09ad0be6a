import type { readCalendar, ReplyOf, RoundState } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { isoDay, shortDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { roundModes, roundStates } from '../../../lib/round-words.ts'
import { Light } from '../../../ui/light.tsx'
import { barOf, monthsOf } from './calendar-bars.ts'
import { texts } from './texts.ts'

type Calendar = ReplyOf<typeof readCalendar>
const notFirm: readonly RoundState[] = ['draft', 'submitted']

interface CalendarGridProps {
  readonly year: number
  readonly rounds: Calendar['rounds']
  readonly conflicts: Calendar['conflicts']
}

/** Bodies in rows, the year across, a bar for each round: outlined until it is approved. */
export function CalendarGrid({ year, rounds, conflicts }: CalendarGridProps) {
  const t = useText()
  const { language } = useLanguage()
  const from = `${year}-01-01`
  const to = `${year}-12-31`
  const today = isoDay(new Date())
  const now = barOf({ starts: today, ends: today }, from, to)
  const months = monthsOf(year)
  const bodies = new Map<string, { name: string; rounds: Calendar['rounds'] }>()
  for (const round of rounds) {
    const before = bodies.get(round.authority.code)
    bodies.set(round.authority.code, { name: round.authority.name, rounds: [...(before?.rounds ?? []), round] })
  }
  return (
    <div className="calendar" role="table" aria-label={t(texts.title)}>
      <div className="calendar-row calendar-head" role="row">
        <span role="columnheader" />
        <div className="calendar-track" role="columnheader">
          {months.map(({ month, left }) => (
            <span key={month} className="calendar-month number" style={{ left: `${left}%` }}>
              {t(texts.month, { n: month })}
            </span>
          ))}
        </div>
      </div>
      {[...bodies]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([code, body]) => (
          <div key={code} className="calendar-row" role="row">
            <strong role="rowheader">{body.name}</strong>
            <div className="calendar-lines" role="cell">
              {body.rounds.map((round) => {
                const bar = barOf(round, from, to)
                const clashes = conflicts.filter((conflict) => conflict.rounds.includes(round.id)).length
                if (bar === null) return null
                const load = t(texts.load, { people: round.people, targets: round.targets })
                return (
                  <div key={round.id} className="calendar-track">
                    {months.map(({ month, left }) => (
                      <span key={month} className="calendar-line" style={{ left: `${left}%` }} />
                    ))}
                    {now === null ? null : <span className="calendar-now" style={{ left: `${now.left}%` }} />}
                    <Link
                      to="/rounds/$round"
                      params={{ round: round.id }}
                      className={notFirm.includes(round.state) ? 'calendar-bar calendar-open' : 'calendar-bar'}
                      style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
                      title={`${round.title} ${t(roundModes[round.mode])} ${shortDay(round.starts, language)}—${shortDay(round.ends, language)} ${t(roundStates[round.state])} ${load}`}
                    >
                      {clashes === 0 ? null : <Light colour="yellow" />}
                      <span>{round.title}</span> <span className="number">{load}</span>
                    </Link>
                  </div>
                )
              })}
            </div>
          </div>
        ))}
    </div>
  )
}
