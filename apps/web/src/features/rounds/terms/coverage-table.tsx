import type { readTermPlan, ReplyOf } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { texts } from './texts.ts'

type Coverage = ReplyOf<typeof readTermPlan>['coverage']

/** Due, planned and inspected by level; a share never without its two numbers. */
export function CoverageTable({ coverage }: { readonly coverage: Coverage }) {
  const t = useText()
  const sum = (what: 'due' | 'planned' | 'inspected') => coverage.reduce((total, level) => total + level[what], 0)
  const line = (name: string, due: number, planned: number, inspected: number) => (
    <>
      <td>{name}</td>
      <td className="right number">{due.toLocaleString('en')}</td>
      <td className="right number">{planned.toLocaleString('en')}</td>
      <td className="right number">{inspected.toLocaleString('en')}</td>
      <td className="number">
        <svg width="120" height="9" aria-hidden>
          <rect width="120" height="9" className="bar-track" />
          <rect width={due === 0 ? 0 : (120 * Math.min(planned, due)) / due} height="9" className="bar-planned" />
          <rect width={due === 0 ? 0 : (120 * Math.min(inspected, due)) / due} height="9" className="bar-done" />
        </svg>{' '}
        {due === 0 ? '—' : `${Math.floor((100 * inspected) / due)}% (${inspected} / ${due})`}
      </td>
    </>
  )
  return (
    <table className="list">
      <thead>
        <tr>
          <th>{t(texts.level)}</th>
          <th className="right">{t(texts.due)}</th>
          <th className="right">{t(texts.planned)}</th>
          <th className="right">{t(texts.inspected)}</th>
          <th>{t(texts.share)}</th>
        </tr>
      </thead>
      <tbody>
        {coverage.map((level) => (
          <tr key={level.level}>{line(t(texts.levels[level.level]), level.due, level.planned, level.inspected)}</tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="sum-row">{line(t(texts.total), sum('due'), sum('planned'), sum('inspected'))}</tr>
      </tfoot>
    </table>
  )
}
