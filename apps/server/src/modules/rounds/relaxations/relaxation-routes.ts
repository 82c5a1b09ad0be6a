import {
  askRelaxation as askEndpoint,
  decideRelaxation as decideEndpoint,
  endRelaxation as endEndpoint,
  listRelaxations,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { holdRound, seeRound } from '../round/hold-round.ts'
import { askRelaxation } from './ask-relaxation.ts'
import { decideRelaxation, endRelaxation } from './decide-relaxation.ts'
import { viewRelaxations } from './relaxation-view.ts'

export const relaxationRoutes: readonly Route[] = [
  serve(listRelaxations, async ({ params, tx, caller }) => {
    await seeRound(tx, params.round)
    return viewRelaxations(tx, params.round, caller.id)
  }),
  serve(askEndpoint, async ({ params, body, tx, caller, clock }) => {
    await askRelaxation(tx, await holdRound(tx, params.round, ['office']), body, { by: caller, at: clock.now() })
    return viewRelaxations(tx, params.round, caller.id)
  }),
  serve(decideEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['leading-group'])
    await decideRelaxation(tx, round, params.relaxation, body, { by: caller, at: clock.now() })
    return viewRelaxations(tx, params.round, caller.id)
  }),
  serve(endEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['leading-group'])
    await endRelaxation(tx, round, params.relaxation, body.reason, { by: caller, at: clock.now() })
    return viewRelaxations(tx, params.round, caller.id)
  }),
]
