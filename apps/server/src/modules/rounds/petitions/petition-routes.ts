import {
  decideUrgency as decideEndpoint,
  downloadPetitionTrends,
  listPetitionFigures,
  listPetitionTrends,
  recordPetitionFigure,
  withdrawUrgencyDecision,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import type { Transact } from '../../../platform/transaction.ts'
import { volumesBetween } from '../../registry/index.ts'
import { decideUrgency, withdrawDecision } from './decide-urgency.ts'
import type { ReadVolumes } from './judge-units.ts'
import { viewDecision, viewFigure, viewFigures, viewTrends } from './petition-view.ts'
import { recordFigure } from './record-figure.ts'
import { writeTrendSheet } from './trend-sheet.ts'

/**
 * Trends are judged on exact figures, which the database shows to a session of the office alone: they are read as the worker, once the plan was
 * seen in the caller's own name, and leave with small numbers hidden.
 */
export function petitionRoutes(transact: Transact): readonly Route[] {
  const volumesOf: ReadVolumes = (authority, between) =>
    transact({ kind: 'worker' }, (tx) => volumesBetween(tx, authority, between))
  return [
    serve(listPetitionTrends, ({ params, tx, clock }) => viewTrends(tx, params.plan, clock.now(), volumesOf)),
    serve(downloadPetitionTrends, async ({ params, tx, clock }) => {
      const trends = await viewTrends(tx, params.plan, clock.now(), volumesOf)
      return {
        file: await writeTrendSheet(trends),
        name: `信访趋势-${trends.months.at(-1) ?? ''}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      }
    }),
    serve(listPetitionFigures, ({ params, tx, clock }) => viewFigures(tx, params, clock.now())),
    serve(recordPetitionFigure, async ({ params, body, tx, caller, clock }) =>
      viewFigure(await recordFigure(tx, params, body, { by: caller, at: clock.now() })),
    ),
    serve(decideEndpoint, async ({ params, body, tx, caller, clock }) =>
      viewDecision(await decideUrgency(tx, params, body, { by: caller, at: clock.now() })),
    ),
    serve(withdrawUrgencyDecision, async ({ params, body, tx, caller, clock }) =>
      viewDecision(await withdrawDecision(tx, params.decision, body.reason, { by: caller, at: clock.now() })),
    ),
  ]
}
