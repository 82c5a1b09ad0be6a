import { readReportChain, takeReportStep as takeEndpoint } from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { holdRound, seeRound } from '../round/hold-round.ts'
import { takeReportStep, viewReportChain } from './take-report-step.ts'

export const reportRoutes: readonly Route[] = [
  serve(readReportChain, async ({ params, tx, caller }) => viewReportChain(tx, await seeRound(tx, params.round), caller.id)),
  serve(takeEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['office', 'leading-group'])
    await takeReportStep(tx, round, body, { by: caller, at: clock.now() })
    return viewReportChain(tx, round, caller.id)
  }),
]
