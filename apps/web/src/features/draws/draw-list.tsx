import { Link } from '@tanstack/react-router'
import { useText } from '../../lib/language.tsx'
import { states, type Draw } from './texts.ts'
import './draws.css'

const texts = {
  label: { zh: '抽签', en: 'Draws' },
  round: { zh: '轮次', en: 'Round' },
  nth: { zh: '第{n}次抽签', en: 'draw no. {n}' },
  party: { zh: '我方', en: 'Your party' },
  state: { zh: '进程', en: 'Stage' },
  mine: { zh: '待我方办理', en: 'waits for you' },
}

/** Draws in which the reader sits at the table; what waits for him stands out. */
export function DrawList({ draws }: { readonly draws: readonly Draw[] }) {
  const t = useText()
  return (
    <table className="list draw-own-list" aria-label={t(texts.label)}>
      <thead>
        <tr>
          <th>{t(texts.round)}</th>
          <th>{t(texts.party)}</th>
          <th>{t(texts.state)}</th>
        </tr>
      </thead>
      <tbody>
        {draws.map((draw) => (
          <tr key={draw.id}>
            <td>
              <Link className="row-act" to="/draws/$draw" params={{ draw: draw.id }}>
                {draw.roundTitle}
              </Link>{' '}
              <span className="muted">{t(texts.nth, { n: draw.number })}</span>
            </td>
            <td>{draw.parties.find((party) => party.isOwn)?.name}</td>
            <td>
              {t(states[draw.state])}
              {waitsForOwn(draw) ? <span className="draw-own">{t(texts.mine)}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function waitsForOwn({ parties, state }: Draw): boolean {
  const own = parties.find((party) => party.isOwn)
  if (own === undefined) return false
  if (state === 'committing') return own.committed === null
  if (state === 'opening-first') return own.opened[0] === null
  return state === 'opening-second' && own.opened[1] === null
}
