import { runMatrix } from '../../apps/server/src/testing/permissions/matrix.ts'
import type { Measure } from '../figure.ts'
import { SECRET, withDatabase } from './throwaway.ts'

/** The permission matrix: every role in every relation asks for everything. */
export const measureMatrix: Measure = async ({ quick }) => {
  const found = await withDatabase((adminUrl) => runMatrix(adminUrl, SECRET, quick))
  for (const fault of found.faults.slice(0, 20)) console.error(`  ${fault}`)
  const how = `${found.acted.size} changing routes walked once and every reading route asked with its subjects, by ${found.callers} callers${quick ? ' of whom each is asked at every fifth step (all at each without --quick)' : ''}; a cell is one answer of HTTP, one of the database, or one row that a caller sees, against the oracle; ${found.denials} denials, each route with somebody who was served; ${found.foreign} references turned to rows that the actor cannot see`
  return [
    {
      figure: 'permission matrix: cells compared',
      value: found.cells,
      unit: 'cells',
      target: quick ? '≥ 10000' : '≥ 60000',
      holds: found.cells >= (quick ? 10_000 : 60_000),
      how,
    },
    {
      figure: 'permission matrix: cells that disagree',
      value: found.faults.length,
      unit: 'cells',
      target: '0',
      holds: found.faults.length === 0,
      how,
    },
  ]
}
