import { readRoundCoverage } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Loading } from '../../../ui/loading.tsx'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { texts as words } from '../targets/texts.ts'
import { texts } from './texts.ts'

/** Team × county: how many targets, and where a member's home lies. A team with targets at a home would show it at once. */
export function CoverageMatrix({ round }: { readonly round: string }) {
  const t = useText()
  const coverage = useRead(readRoundCoverage, { params: { round } })
  if (coverage.isPending) return <Loading what={t(texts.coverage)} rows={3} />
  if (coverage.error !== null) return <Refused error={coverage.error} onRetry={() => void coverage.refetch()} />
  const { totals, counties, teams, matrix, round: levels } = coverage.data
  return (
    <Sheet label={t(texts.coverage)}>
      <div className="block-head">
        <h2>{t(texts.coverage)}</h2>
        {levels
          .filter((level) => level.due > 0)
          .map((level) => (
            <span key={level.level} className="number">
              {t(words.levels[level.level])} {level.inspected} / {level.due}
            </span>
          ))}
        <span className="spring" />
        <span className="muted number">
          {t(words.totals, { towns: totals.townships, villages: totals.villages, others: totals.others })}
        </span>
      </div>
      {teams.length === 0 || counties.length === 0 ? (
        <p className="block-body muted">{t(texts.emptyMatrix)}</p>
      ) : (
        <div className="matrix">
          <table className="list" aria-label={t(texts.matrix)}>
            <thead>
              <tr>
                <th>{t(texts.matrix)}</th>
                {counties.map(({ county }) => (
                  <th key={county.code} className="right">
                    {county.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {teams.map((team, row) => (
                <tr key={team.team}>
                  <td className="matrix-team">{team.name}</td>
                  {counties.map(({ county }, column) => {
                    const cell = matrix[row]?.[column]
                    return (
                      <td key={county.code} className={`right number ${cell?.home === true ? 'is-home' : ''}`}>
                        {cell === undefined || cell.targets === 0 ? (cell?.home === true ? '×' : '') : cell.targets}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr className="sum-row">
                <td>{t(texts.total)}</td>
                {counties.map((county) => (
                  <td key={county.county.code} className="right number">
                    {county.targets}
                  </td>
                ))}
              </tr>
            </tfoot>
          </table>
          {matrix.some((row) => row.some(({ home, targets }) => home && targets === 0)) ? (
            <p className="block-body muted">× {t(texts.home)}</p>
          ) : null}
        </div>
      )}
    </Sheet>
  )
}
