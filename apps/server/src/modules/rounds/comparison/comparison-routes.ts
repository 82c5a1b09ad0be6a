import {
  adoptMode as adoptEndpoint,
  askComparison as askEndpoint,
  cancelComparison as cancelEndpoint,
  downloadComparison,
  listComparisons,
  Problem as Refusal,
  readComparison,
  undoMode as undoEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { holdRound, seeRound } from '../round/hold-round.ts'
import { adoptMode } from './adopt-mode.ts'
import { askComparison, cancelComparison } from './ask-comparison.ts'
import { writeComparisonSheet } from './comparison-sheet.ts'
import { viewComparison, viewComparisons } from './comparison-view.ts'
import { adoptionsIn, demandComparison } from './find-comparison.ts'
import { undoMode } from './undo-mode.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function show(tx: Transaction, round: string, id: string) {
  return viewComparison(tx, await seeRound(tx, round), await demandComparison(tx, round, id))
}

export const comparisonRoutes: readonly Route[] = [
  serve(askEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['office'])
    return viewComparison(tx, round, await askComparison(tx, round, body, { by: caller, at: clock.now() }))
  }),
  serve(listComparisons, async ({ params, tx }) => viewComparisons(tx, await seeRound(tx, params.round))),
  serve(readComparison, ({ params, tx }) => show(tx, params.round, params.comparison)),
  serve(cancelEndpoint, async ({ params, tx, clock }) => {
    await holdRound(tx, params.round, ['office'])
    await cancelComparison(tx, await demandComparison(tx, params.round, params.comparison), clock.now())
    return show(tx, params.round, params.comparison)
  }),
  serve(adoptEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['office'])
    const row = await demandComparison(tx, params.round, params.comparison)
    await adoptMode(tx, round, row, { ...body, by: caller, at: clock.now() })
    return show(tx, params.round, params.comparison)
  }),
  serve(undoEndpoint, async ({ params, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['office'])
    const row = await demandComparison(tx, params.round, params.comparison)
    await undoMode(tx, round, row, { adoptions: await adoptionsIn(tx, round), by: caller, at: clock.now() })
    return show(tx, params.round, params.comparison)
  }),
  serve(downloadComparison, async ({ params, tx }) => {
    const comparison = await show(tx, params.round, params.comparison)
    if (comparison.state !== 'done')
      throw new Refusal('wrong-state', { zh: '比选还没有算完', en: 'the comparison has not finished' })
    const { year, number } = await seeRound(tx, params.round)
    return { file: await writeComparisonSheet(comparison), name: `方式比选-${year}-${number}.xlsx`, type: XLSX }
  }),
]
