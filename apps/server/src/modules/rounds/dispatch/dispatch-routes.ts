import {
  cancelProposal,
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
import type { Plan } from '@shengmian/dispatch'
import { serve, type Route } from '../../../http/serve.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { placeNames } from '../round/round-names.ts'
import { holdRound } from '../round/hold-round.ts'
import { findRound } from '../round/round-store.ts'
import { teamsOf } from '../teams/team-store.ts'
import { arrowsView } from './arrows.ts'
import { boardView } from './board-view.ts'
import { planInSight, type PlanInSight } from './current-plan.ts'
import { explainSeat } from './explain-seat.ts'
import { judgeMoves, makeMoves } from './make-moves.ts'
import { objectivesOf } from './objectives.ts'
import { placesShown } from './person-view.ts'
import { findPlan, plansOf, waiversOf } from './plan-store.ts'
import { moveProposal, proposalsOf } from './proposal-store.ts'
import { demandProposal, proposalView, viewProposal } from './proposal-view.ts'
import { checkedProblem, proposeDispatch } from './propose-dispatch.ts'
import { gatherWorld } from './round-world.ts'
import { demandWaiver, endWaiver, signWaiver, waiverView } from './sign-waiver.ts'
import { takeProposal } from './take-proposal.ts'
import { undoMoves } from './undo-moves.ts'

const heldByOffice = (tx: Transaction, id: string) => holdRound(tx, id, ['office'])
const heldByGroup = (tx: Transaction, id: string) => holdRound(tx, id, ['leading-group'])
const namesIn = (tx: Transaction, sight: PlanInSight) => placeNames(tx, placesShown(sight.problem))

async function showBoard(tx: Transaction, roundId: string) {
  const sight = await planInSight(tx, await findRound(tx, roundId))
  return boardView(sight, await namesIn(tx, sight))
}

export const dispatchRoutes: readonly Route[] = [
  serve(proposeEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await heldByOffice(tx, params.round)
    return viewProposal(tx, await proposeDispatch(tx, round, body, { account: caller, at: clock.now() }))
  }),
  serve(listProposals, async ({ params, tx }) => {
    await findRound(tx, params.round)
    const teams = await teamsOf(tx, params.round)
    return { items: (await proposalsOf(tx, params.round)).map((row) => proposalView(row, teams)) }
  }),
  serve(readProposal, async ({ params, tx }) => viewProposal(tx, await demandProposal(tx, params.round, params.proposal))),
  serve(cancelProposal, async ({ params, tx, clock }) => {
    await heldByOffice(tx, params.round)
    await demandProposal(tx, params.round, params.proposal)
    const isMoved = await moveProposal(tx, params.proposal, ['queued', 'running'], {
      state: 'cancelled',
      finished_at: clock.now(),
    })
    if (!isMoved) throw new Refusal('wrong-state', { zh: '已经算完，无需取消', en: 'it has finished already' })
    return viewProposal(tx, await demandProposal(tx, params.round, params.proposal))
  }),
  serve(takeEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await heldByOffice(tx, params.round)
    const row = await demandProposal(tx, params.round, params.proposal, { lock: true })
    await takeProposal(tx, round, row, { reason: body.reason ?? null, by: caller, at: clock.now() })
    return viewProposal(tx, await demandProposal(tx, params.round, params.proposal))
  }),
  serve(listPlans, async ({ params, tx }) => {
    await findRound(tx, params.round)
    const rows = await plansOf(tx, params.round)
    return {
      items: rows.map((row) => ({
        version: row.version,
        origin: row.origin as 'proposal' | 'by-hand' | 'undo' | 'repair' | 'loaded',
        reason: row.reason,
        by: row.by_name,
        at: row.at.toISOString(),
        problem: row.problem_hash,
        plan: row.plan_hash,
        objective: objectivesOf(JSON.parse(row.plan) as Plan),
        changes: row.changes as unknown as { zh: string; en: string }[],
      })),
    }
  }),
  serve(downloadProblem, async ({ params, tx }) => {
    const round = await findRound(tx, params.round)
    const version = Number(params.version)
    const text =
      version === 0
        ? JSON.stringify(checkedProblem(await gatherWorld(tx, round)))
        : (await findPlan(tx, round.id, version))?.problem
    if (text === undefined) throw new Refusal('not-found')
    return { file: Buffer.from(text), name: `problem-${round.year}-${round.number}-v${version}.json`, type: 'application/json' }
  }),
  serve(downloadPlan, async ({ params, tx }) => {
    const round = await findRound(tx, params.round)
    const row = await findPlan(tx, round.id, Number(params.version))
    if (row === null) throw new Refusal('not-found')
    return {
      file: Buffer.from(row.plan),
      name: `plan-${round.year}-${round.number}-v${row.version}.json`,
      type: 'application/json',
    }
  }),
  serve(readBoard, async ({ params, query, tx }) => {
    const sight = await planInSight(tx, await findRound(tx, params.round), query)
    return boardView(sight, await namesIn(tx, sight))
  }),
  serve(explainEndpoint, async ({ params, query, tx }) => {
    const which = query.proposal === undefined ? {} : { proposal: query.proposal }
    const sight = await planInSight(tx, await findRound(tx, params.round), which)
    if (!sight.problem.people.some((person) => person.id === query.person)) throw new Refusal('not-found')
    return explainSeat(sight, query.person, query.team ?? null, await namesIn(tx, sight))
  }),
  serve(checkMoves, async ({ params, body, tx }) => {
    const { plan: _plan, ...verdict } = judgeMoves(await planInSight(tx, await findRound(tx, params.round)), body)
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
    const sight = await planInSight(tx, await findRound(tx, params.round))
    const past = sight.world.past.dispatches.flatMap(({ home, host }) => [home, host])
    const zones = sight.world.round.zones.flatMap((zone) => zone.members)
    return arrowsView(sight, await placeNames(tx, [...placesShown(sight.problem), ...past, ...zones]))
  }),
  serve(listWaivers, async ({ params, tx }) => {
    await findRound(tx, params.round)
    return { items: (await waiversOf(tx, params.round)).map(waiverView) }
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
