import {
  abortDraw,
  cancelTickets as cancelEndpoint,
  commitToDraw,
  downloadBranches,
  downloadDraw,
  downloadReceipt,
  freezeDraw,
  listDraws,
  listOwnDraws,
  openSecret as openEndpoint,
  pickTicket,
  readDraw,
  recordDice as diceEndpoint,
  rehearseDraw,
  replaceInDraw,
  solveTickets,
  takeReplacement as takeEndpoint,
} from '@shengmian/contract'
import { serve, serveAfter, type Route } from '../../../http/serve.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { holdRound, seeRound } from '../round/hold-round.ts'
import { askReplacement, askTickets, cancelTickets } from './ask-solver.ts'
import { branchBundle, drawBundle, receiptBundle } from './draw-bundle.ts'
import { viewDraw } from './draw-view.ts'
import { freezeRound } from './freeze-round.ts'
import { gatherDraw } from './gather-draw.ts'
import { holdDraw, mayConduct } from './hold-draw.ts'
import { listDrawsOf, listSeats } from './list-draws.ts'
import { prepareRehearsal, rehearseRound } from './rehearse-round.ts'
import { pickPlan, takeReplacement } from './take-drawn-plan.ts'
import { endDraw, enterCommitment, openSecret, recordDice } from './take-step.ts'

async function show(tx: Transaction, draw: string, caller: string) {
  const gathered = await gatherDraw(tx, draw)
  return viewDraw(gathered, caller, await mayConduct(tx, gathered))
}

export const drawRoutes: readonly Route[] = [
  serve(listDraws, async ({ params, tx, caller }) => {
    await seeRound(tx, params.round)
    return { items: await listDrawsOf(tx, params.round, caller.id) }
  }),
  serve(listOwnDraws, async ({ tx, caller }) => ({ items: await listSeats(tx, caller.id) })),
  serve(readDraw, async ({ params, tx, caller }) => show(tx, params.draw, caller.id)),
  serve(freezeDraw, async ({ params, body, tx, caller, clock }) => {
    await freezeRound(tx, await holdRound(tx, params.round, ['office']), body, { by: caller, at: clock.now() })
    return show(tx, body.id, caller.id)
  }),
  serveAfter(
    rehearseDraw,
    async ({ params, body, tx }) => prepareRehearsal(tx, await seeRound(tx, params.round), body),
    rehearseRound,
  ),
  serve(commitToDraw, async ({ params, body, tx, caller, clock }) => {
    await enterCommitment(tx, await gatherDraw(tx, params.draw), body, { by: caller, at: clock.now() })
    return show(tx, params.draw, caller.id)
  }),
  serve(openEndpoint, async ({ params, body, tx, caller, clock }) => {
    await openSecret(tx, await gatherDraw(tx, params.draw), body, { by: caller, at: clock.now() })
    return show(tx, params.draw, caller.id)
  }),
  serve(diceEndpoint, async ({ params, body, tx, caller, clock }) => {
    const { draw } = await holdDraw(tx, params.draw)
    await recordDice(tx, draw, body, { by: caller, at: clock.now() })
    return show(tx, params.draw, caller.id)
  }),
  serve(solveTickets, async ({ params, tx, caller }) => {
    await askTickets(tx, (await holdDraw(tx, params.draw)).draw)
    return show(tx, params.draw, caller.id)
  }),
  serve(cancelEndpoint, async ({ params, tx, caller }) => {
    await cancelTickets(tx, (await holdDraw(tx, params.draw)).draw)
    return show(tx, params.draw, caller.id)
  }),
  serve(pickTicket, async ({ params, tx, caller, clock }) => {
    const { draw, round } = await holdDraw(tx, params.draw)
    await pickPlan(tx, round, draw, { by: caller, at: clock.now() })
    return show(tx, params.draw, caller.id)
  }),
  serve(replaceInDraw, async ({ params, body, tx, caller, clock }) => {
    await askReplacement(tx, (await holdDraw(tx, params.draw)).draw, body, { by: caller, at: clock.now() })
    return show(tx, params.draw, caller.id)
  }),
  serve(takeEndpoint, async ({ params, tx, caller, clock }) => {
    const { draw, round } = await holdDraw(tx, params.draw)
    await takeReplacement(tx, round, draw, { by: caller, at: clock.now() })
    return show(tx, params.draw, caller.id)
  }),
  serve(abortDraw, async ({ params, body, tx, caller, clock }) => {
    const { draw, round } = await holdDraw(tx, params.draw)
    await endDraw(tx, round, draw, body, { by: caller, at: clock.now() })
    return show(tx, params.draw, caller.id)
  }),
  serve(downloadDraw, async ({ params, tx }) => drawBundle(tx, await gatherDraw(tx, params.draw))),
  serve(downloadBranches, async ({ params, tx }) => branchBundle(await gatherDraw(tx, params.draw), params.person)),
  serve(downloadReceipt, async ({ params, tx, caller }) => receiptBundle(await gatherDraw(tx, params.draw), caller.id)),
]
