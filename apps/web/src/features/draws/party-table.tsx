import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { shortHash, sides, type Draw } from './texts.ts'

const texts = {
  label: { zh: '参加方', en: 'Parties' },
  party: { zh: '参加方', en: 'Party' },
  side: { zh: '代表', en: 'For' },
  committed: { zh: '承诺', en: 'Committed' },
  first: { zh: '第一密数', en: 'First secret' },
  second: { zh: '第二密数', en: 'Second secret' },
  own: { zh: '本人', en: 'you' },
  open: { zh: '{at} 已公开', en: 'opened {at}' },
  waiting: { zh: '待公开', en: 'to be opened' },
  missing: { zh: '未提交', en: 'not yet' },
  refused: { zh: '未公开，致本次中止', en: 'did not open: the draw ended' },
}

/** Who sits at the table, and what each has done. */
export function PartyTable({ draw }: { readonly draw: Draw }) {
  const t = useText()
  const { language } = useLanguage()
  const opened = (at: string | null, isDue: boolean) =>
    at === null ? (
      <span className="muted">{isDue ? t(texts.waiting) : '—'}</span>
    ) : (
      <span className="number">{t(texts.open, { at: shortInstant(at, language) })}</span>
    )
  return (
    <table className="list draw-parties" aria-label={t(texts.label)}>
      <thead>
        <tr>
          <th>{t(texts.party)}</th>
          <th>{t(texts.side)}</th>
          <th>{t(texts.committed)}</th>
          <th>{t(texts.first)}</th>
          <th>{t(texts.second)}</th>
        </tr>
      </thead>
      <tbody>
        {draw.parties.map((party) => (
          <tr key={party.party} className={party.isOwn ? 'draw-own-row' : ''}>
            <td>
              {party.name}
              {party.isOwn ? <span className="draw-own">{t(texts.own)}</span> : null}
            </td>
            <td>{t(sides[party.side])}</td>
            <td>
              {party.committed === null ? (
                <span className="muted">{t(texts.missing)}</span>
              ) : (
                <code className="draw-hash" title={party.commitments?.join('\n')}>
                  {shortHash(party.commitments?.[0] ?? '')}
                </code>
              )}
            </td>
            <td>
              {draw.abort?.party === party.party ? (
                <span className="late">{t(texts.refused)}</span>
              ) : (
                opened(party.opened[0] ?? null, draw.state === 'opening-first')
              )}
            </td>
            <td>{opened(party.opened[1] ?? null, draw.state === 'opening-second')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
