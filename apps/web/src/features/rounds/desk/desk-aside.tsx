import { Link } from '@tanstack/react-router'
import { useText } from '../../../lib/language.tsx'
import { roundStates } from '../../../lib/round-words.ts'
import { Unverified } from '../../../ui/unverified.tsx'
import { DaysLeft } from '../parts/days-left.tsx'
import type { OpenRound } from './desk-rows.ts'

const texts = {
  open: { zh: '在办轮次', en: 'Open rounds' },
  stuck: { zh: '卡在哪里', en: 'What is stuck' },
  people: { zh: '{title}：{n}人有未核事实', en: '{title}: {n} people with unverified facts' },
  none: { zh: '没有在办轮次', en: 'No open round' },
}

/** The open rounds at a glance, and where facts are missing. */
export function DeskAside({ rounds, isPending }: { readonly rounds: readonly OpenRound[]; readonly isPending: boolean }) {
  const t = useText()
  const stuck = rounds
    .map(({ round, pool }) => ({ round, count: pool.filter((member) => member.unverified.length > 0).length }))
    .filter(({ count }) => count > 0)
  return (
    <div className="side">
      <section>
        <h2>{t(texts.open)}</h2>
        {rounds.length === 0 && !isPending ? <p className="muted">{t(texts.none)}</p> : null}
        <ul className="aside-rows">
          {rounds.map(({ round }) => (
            <li key={round.id}>
              <Link className="row-act" to="/rounds/$round" params={{ round: round.id }}>
                {round.title}
              </Link>
              <span className="muted">{t(roundStates[round.state])}</span>
              <DaysLeft state={round.state} days={round.daysLeft} />
            </li>
          ))}
        </ul>
      </section>
      {stuck.length === 0 ? null : (
        <section>
          <h2>{t(texts.stuck)}</h2>
          {stuck.map(({ round, count }) => (
            <p key={round.id}>
              <Unverified /> {t(texts.people, { title: round.title, n: count })}
            </p>
          ))}
        </section>
      )}
    </div>
  )
}
