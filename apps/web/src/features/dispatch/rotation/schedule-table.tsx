import { useText } from '../../../lib/language.tsx'
import type { Rotation } from './words.ts'

const texts = {
  label: { zh: '排表', en: 'Schedule' },
  zone: { zh: '片区', en: 'Zone' },
  home: { zh: '派出', en: 'Home' },
  round: { zh: '第{n}轮进驻', en: 'Round {n} host' },
  last: { zh: '上轮进驻', en: 'Last host' },
  travel: { zh: '路程（公里）', en: 'Travel (km)' },
  total: { zh: '合计', en: 'Total' },
}

interface ScheduleTableProps {
  readonly rotation: Rotation
  readonly chosen: number
  readonly onChoose: (round: number) => void
}

/** One line a member: where its team goes in every round (滚动), zone by zone. */
export function ScheduleTable({ rotation, chosen, onChoose }: ScheduleTableProps) {
  const t = useText()
  const rounds = rotation.schedule?.rounds ?? []
  const find = (pairs: Rotation['last'], code: string) => pairs.find(({ home }) => home.code === code)
  const total = (pairs: Rotation['last']) => pairs.reduce((sum, pair) => sum + pair.travel, 0).toLocaleString('en')
  const hasZones = rotation.zones.some(({ name }) => name !== null)
  const hasLast = rotation.last.length > 0
  return (
    <div className="rotation-scroll">
      <table className="arrow-table rotation-table" aria-label={t(texts.label)}>
        <thead>
          <tr>
            {hasZones ? <th>{t(texts.zone)}</th> : null}
            <th className="arrow-text">{t(texts.home)}</th>
            {hasLast ? <th className="arrow-text">{t(texts.last)}</th> : null}
            {rounds.map((_, k) => (
              // oxlint-disable-next-line react/no-array-index-key -- a round of the schedule is its number
              <th key={k} className={k === chosen ? 'arrow-text rotation-chosen' : 'arrow-text'}>
                <button type="button" className="button-link is-name" aria-pressed={k === chosen} onClick={() => onChoose(k)}>
                  {t(texts.round, { n: k + 1 })}
                </button>
              </th>
            ))}
            <th className="arrow-figure">{t(texts.travel)}</th>
          </tr>
        </thead>
        <tbody>
          {rotation.zones.flatMap(({ name, members }) =>
            members.map((member, index) => {
              const hosts = rounds.map((pairs) => find(pairs, member.code))
              return (
                <tr key={member.code} className={index === 0 ? 'arrow-first' : ''}>
                  {hasZones && index === 0 ? (
                    <th rowSpan={members.length} scope="rowgroup" className="arrow-zone">
                      {name}
                    </th>
                  ) : null}
                  <td className="arrow-text">{member.name}</td>
                  {hasLast ? <td className="arrow-text muted">{find(rotation.last, member.code)?.host.name ?? '—'}</td> : null}
                  {hosts.map((pair, k) => (
                    // oxlint-disable-next-line react/no-array-index-key -- a round of the schedule is its number
                    <td key={k} className={k === chosen ? 'arrow-text rotation-chosen' : 'arrow-text'}>
                      {pair?.host.name ?? '—'}
                    </td>
                  ))}
                  <td className="arrow-figure">
                    {hosts.reduce((sum, pair) => sum + (pair?.travel ?? 0), 0).toLocaleString('en')}
                  </td>
                </tr>
              )
            }),
          )}
        </tbody>
        <tfoot>
          <tr>
            {hasZones ? <td /> : null}
            <td className="arrow-text">{t(texts.total)}</td>
            {hasLast ? <td /> : null}
            {rounds.map((pairs, k) => (
              // oxlint-disable-next-line react/no-array-index-key -- a round of the schedule is its number
              <td key={k} className={k === chosen ? 'arrow-text rotation-chosen' : 'arrow-text'}>
                {total(pairs)}
              </td>
            ))}
            <td className="arrow-figure">{total(rounds.flat())}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
