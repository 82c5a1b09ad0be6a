import {
  cancelProposal as cancelEndpoint,
  checkMoves,
  downloadPlan,
  downloadProblem,
  endWaiver as endWaiverEndpoint,
  explainSeat as explainEndpoint,
  listPlans,
  listProposals,
  listWaivers,
  makeMoves as makeMovesEndpoint,
  Problem as Refusal,
  proposeDispatch as proposeEndpoint,
  readBoard,
  readProposal,
  readWhoInspectsWhom,
  signWaiver as signWaiverEndpoint,
  takeProposal as takeEndpoint,
  undoMoves as undoEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { placeNames } from '../round/round-names.ts'
import { holdRound, seeRound } from '../round/hold-round.ts'
import { arrowsView } from './arrows.ts'
import { boardView } from './board-view.ts'
import { planInSight, type PlanInSight } from './current-plan.ts'
import { explainSeat } from './explain-seat.ts'
import { judgeMoves, makeMoves } from './make-moves.ts'
import { placesShown } from './person-view.ts'
import { planFile, problemFile, viewPlans } from './plan-files.ts'
import { cancelProposal, demandProposal, viewProposal, viewProposals } from './proposal-view.ts'
import { proposeDispatch } from './propose-dispatch.ts'
import { demandWaiver, endWaiver, signWaiver, viewWaivers, waiverView } from './sign-waiver.ts'
import { takeProposal } from './take-proposal.ts'
import { undoMoves } from './undo-moves.ts'

const heldByOffice = (tx: Transaction, id: string) => holdRound(tx, id, ['office'])
const heldByGroup = (tx: Transaction, id: string) => holdRound(tx, id, ['leading-group'])
const namesIn = (tx: Transaction, sight: PlanInSight) => placeNames(tx, placesShown(sight.problem))

async function showBoard(tx: Transaction, roundId: string) {
  const sight = await planInSight(tx, await seeRound(tx, roundId))
  return boardView(sight, await namesIn(tx, sight))
}

export const dispatchRoutes: readonly Route[] = [
  serve(proposeEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await heldByOffice(tx, params.round)
    return viewProposal(tx, await proposeDispatch(tx, round, body, { account: caller, at: clock.now() }))
  }),
  serve(listProposals, async ({ params, tx }) => {
    await seeRound(tx, params.round)
    return { items: await viewProposals(tx, params.round) }
  }),
  serve(readProposal, async ({ params, tx }) => viewProposal(tx, await demandProposal(tx, params.round, params.proposal))),
  serve(cancelEndpoint, async ({ params, tx, clock }) => {
    await heldByOffice(tx, params.round)
    await cancelProposal(tx, await demandProposal(tx, params.round, params.proposal), clock.now())
    return viewProposal(tx, await demandProposal(tx, params.round, params.proposal))
  }),
  serve(takeEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await heldByOffice(tx, params.round)
    const row = await demandProposal(tx, params.round, params.proposal, { lock: true })
    await takeProposal(tx, round, row, { reason: body.reason ?? null, by: caller, at: clock.now() })
    return viewProposal(tx, await demandProposal(tx, params.round, params.proposal))
  }),
  serve(listPlans, async ({ params, tx }) => {
    await seeRound(tx, params.round)
    return { items: await viewPlans(tx, params.round) }
  }),
  serve(downloadProblem, async ({ params, tx }) => problemFile(tx, await seeRound(tx, params.round), params.version)),
  serve(downloadPlan, async ({ params, tx }) => planFile(tx, await seeRound(tx, params.round), params.version)),
  serve(readBoard, async ({ params, query, tx }) => {
    const sight = await planInSight(tx, await seeRound(tx, params.round), query)
    return boardView(sight, await namesIn(tx, sight))
  }),
  serve(explainEndpoint, async ({ params, query, tx }) => {
    const which = query.proposal === undefined ? {} : { proposal: query.proposal }
    const sight = await planInSight(tx, await seeRound(tx, params.round), which)
    if (!sight.problem.people.some((person) => person.id === query.person)) throw new Refusal('not-found')
    return explainSeat(sight, query.person, query.team ?? null, await namesIn(tx, sight))
  }),
  serve(checkMoves, async ({ params, body, tx }) => {
    const { plan: _plan, ...verdict } = judgeMoves(await planInSight(tx, await seeRound(tx, params.round)), body)
    return verdict
  }),
  serve(makeMovesEndpoint, async ({ params, body, tx, caller, clock }) => {
    const { version, reason, ...tried } = body
    await makeMoves(tx, await heldByOffice(tx, params.round), tried, { version, reason, by: caller, at: clock.now() })
    return showBoard(tx, params.round)
  }),
  serve(undoEndpoint, async ({ params, body, tx, caller, clock }) => {
    await undoMoves(tx, await heldByOffice(tx, params.round), { ...body, by: caller, at: clock.now() })
    return showBoard(tx, params.round)
  }),
  serve(readWhoInspectsWhom, async ({ params, tx }) => {
    const sight = await planInSight(tx, await seeRound(tx, params.round))
    const past = sight.world.past.dispatches.flatMap(({ home, host }) => [home, host])
    const zones = sight.world.round.zones.flatMap((zone) => zone.members)
    return arrowsView(sight, await placeNames(tx, [...placesShown(sight.problem), ...past, ...zones]))
  }),
  serve(listWaivers, async ({ params, tx }) => {
    await seeRound(tx, params.round)
    return { items: await viewWaivers(tx, params.round) }
  }),
  serve(signWaiverEndpoint, async ({ params, body, tx, caller, clock }) => {
    await signWaiver(tx, await heldByGroup(tx, params.round), body, { by: caller, at: clock.now() })
    return waiverView(await demandWaiver(tx, params.round, body.id))
  }),
  serve(endWaiverEndpoint, async ({ params, body, tx, caller, clock }) => {
    await endWaiver(tx, await heldByGroup(tx, params.round), params.waiver, body.reason, { by: caller, at: clock.now() })
    return waiverView(await demandWaiver(tx, params.round, params.waiver))
  }),
]
