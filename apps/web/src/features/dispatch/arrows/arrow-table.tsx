import { useText } from '../../../lib/language.tsx'
import type { WhoInspectsWhom } from './panels.ts'

const texts = {
  zone: { zh: '片区', en: 'Zone' },
  number: { zh: '序号', en: 'No.' },
  home: { zh: '派出', en: 'From' },
  host: { zh: '进驻', en: 'To' },
  last: { zh: '上轮进驻', en: 'Last round' },
  people: { zh: '人', en: 'People' },
  travel: { zh: '公里', en: 'km' },
  many: { zh: '多地混编', en: 'several' },
  total: { zh: '合计', en: 'Total' },
  teams: { zh: '{n}组', en: '{n} teams' },
}

type Arrow = WhoInspectsWhom['arrows'][number]

/** The same arrows as rows, zone by zone, with the last round's host beside this one's. */
export function ArrowTable({ arrows }: { readonly arrows: readonly Arrow[] }) {
  const t = useText()
  const zones = [...Map.groupBy(arrows, (arrow) => arrow.zone)]
  const hasZones = zones.some(([zone]) => zone !== null)
  const sum = (of: (arrow: Arrow) => number) => arrows.reduce((total, arrow) => total + of(arrow), 0).toLocaleString('en')
  const rows = zones.flatMap(([zone, own]) => own.map((arrow, index) => ({ zone, span: index === 0 ? own.length : 0, arrow })))
  return (
    <table className="arrow-table">
      <thead>
        <tr>
          {hasZones ? <th>{t(texts.zone)}</th> : null}
          <th>{t(texts.number)}</th>
          <th className="arrow-text">{t(texts.home)}</th>
          <th className="arrow-text">{t(texts.host)}</th>
          <th className="arrow-text">{t(texts.last)}</th>
          <th className="arrow-figure">{t(texts.people)}</th>
          <th className="arrow-figure">{t(texts.travel)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ zone, span, arrow }, index) => (
          <tr key={`${arrow.team} ${arrow.host.code}`} className={span > 0 ? 'arrow-first' : ''}>
            {hasZones && span > 0 ? (
              <th rowSpan={span} scope="rowgroup" className="arrow-zone">
                <span>{zone}</span>
              </th>
            ) : null}
            <td>{index + 1}</td>
            <td className="arrow-text" title={arrow.teamName}>
              {arrow.home?.name ?? <span className="muted">{t(texts.many)}</span>}
            </td>
            <td className="arrow-text">
              <strong>{arrow.host.name}</strong>
            </td>
            <td className="arrow-text">{arrow.lastHost?.name ?? '—'}</td>
            <td className="arrow-figure">{arrow.people}</td>
            <td className="arrow-figure">{arrow.travel.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={hasZones ? 2 : 1} />
          <td className="arrow-text">{t(texts.total)}</td>
          <td className="arrow-text">{t(texts.teams, { n: arrows.length })}</td>
          <td />
          <td className="arrow-figure">{sum((arrow) => arrow.people)}</td>
          <td className="arrow-figure">{sum((arrow) => arrow.travel)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
