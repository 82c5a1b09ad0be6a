import {
  askExtension as askEndpoint,
  changeRound as changeEndpoint,
  createRound as createEndpoint,
  decideExtension as decideEndpoint,
  listRounds as listEndpoint,
  listRoundTemplates,
  readRound,
  takeRoundStep,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { today } from '../days.ts'
import { refusedMixes } from './check-form.ts'
import { askExtension, decideExtension } from './extend-round.ts'
import { holdRound } from './hold-round.ts'
import { listRounds } from './list-rounds.ts'
import { viewRound } from './round-view.ts'
import { changeRound, createRound } from './set-up-round.ts'
import { takeStep } from './take-step.ts'
import { policyBases, roundTemplates } from './templates.ts'

export const roundRoutes: readonly Route[] = [
  serve(listEndpoint, ({ query, tx, clock }) => listRounds(tx, query, today(clock))),
  serve(listRoundTemplates, () => ({
    templates: roundTemplates.map((template) => ({
      ...template,
      types: [...template.types],
      parts: template.parts.map((part) => ({ ...part, items: [...part.items] })),
    })),
    bases: policyBases.map((basis) => ({ ...basis })),
    mixes: refusedMixes.map((mix) => ({ ...mix })),
  })),
  serve(createEndpoint, async ({ body, tx, caller, clock }) => {
    await createRound(tx, body, { by: caller, at: clock.now() })
    return viewRound(tx, body.id, caller.id, today(clock))
  }),
  serve(readRound, ({ params, tx, caller, clock }) => viewRound(tx, params.round, caller.id, today(clock))),
  serve(changeEndpoint, async ({ params, body, tx, caller, clock }) => {
    await changeRound(tx, await holdRound(tx, params.round, ['office']), body)
    return viewRound(tx, params.round, caller.id, today(clock))
  }),
  serve(takeRoundStep, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['office', 'leading-group'])
    await takeStep(tx, round, {
      event: body.event,
      reason: body.reason ?? null,
      meeting: body.meeting ?? null,
      after: body.after,
      by: caller,
      at: clock.now(),
      day: today(clock),
    })
    return viewRound(tx, round.id, caller.id, today(clock))
  }),
  serve(askEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['office'])
    await askExtension(tx, round, body, { by: caller, at: clock.now() })
    return viewRound(tx, round.id, caller.id, today(clock))
  }),
  serve(decideEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['leading-group'])
    await decideExtension(tx, round, params.extension, body, { by: caller, at: clock.now() })
    return viewRound(tx, round.id, caller.id, today(clock))
  }),
]
