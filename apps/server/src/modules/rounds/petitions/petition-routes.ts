import {
  decideUrgency as decideEndpoint,
  downloadPetitionTrends,
  listPetitionFigures,
  listPetitionTrends,
  recordPetitionFigure,
  withdrawUrgencyDecision,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { decideUrgency, withdrawDecision } from './decide-urgency.ts'
import { viewDecision, viewFigure, viewFigures, viewTrends } from './petition-view.ts'
import { recordFigure } from './record-figure.ts'
import { writeTrendSheet } from './trend-sheet.ts'

export const petitionRoutes: readonly Route[] = [
  serve(listPetitionTrends, ({ params, tx, clock }) => viewTrends(tx, params.plan, clock.now())),
  serve(downloadPetitionTrends, async ({ params, tx, clock }) => {
    const trends = await viewTrends(tx, params.plan, clock.now())
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
