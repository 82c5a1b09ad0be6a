import {
  askWithdrawal as askEndpoint,
  decideWithdrawal as decideEndpoint,
  listTeams,
  listWithdrawals,
  Problem as Refusal,
  readClashes,
  readPool,
  readRoster,
  setPool as setPoolEndpoint,
  setTeams as setTeamsEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { buildProblem } from '../dispatch/build-problem.ts'
import { planInSight } from '../dispatch/current-plan.ts'
import { placesShown } from '../dispatch/person-view.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import { holdRound, seeRound } from '../round/hold-round.ts'
import { placeNames } from '../round/round-names.ts'
import { clashesView } from './clashes-view.ts'
import { rosterView } from './roster-view.ts'
import { otherRounds, setPool, viewPool } from './set-pool.ts'
import { setTeams, viewTeams } from './set-teams.ts'
import { askWithdrawal, decideWithdrawal, viewWithdrawals } from './withdraw-person.ts'

const held = (tx: Transaction, id: string) => holdRound(tx, id, ['office'])

async function showWithdrawal(tx: Transaction, round: string, id: string) {
  const [view] = await viewWithdrawals(tx, round, id)
  if (view === undefined) throw new Refusal('not-found')
  return view
}

export const teamRoutes: readonly Route[] = [
  serve(listTeams, async ({ params, tx }) => {
    await seeRound(tx, params.round)
    return viewTeams(tx, params.round)
  }),
  serve(setTeamsEndpoint, async ({ params, body, tx }) => {
    const round = await held(tx, params.round)
    await setTeams(tx, round, body.teams)
    return viewTeams(tx, round.id)
  }),
  serve(readPool, async ({ params, tx }) => viewPool(tx, await seeRound(tx, params.round))),
  serve(setPoolEndpoint, async ({ params, body, tx }) => {
    await setPool(tx, await held(tx, params.round), body)
    return viewPool(tx, await seeRound(tx, params.round))
  }),
  serve(readClashes, async ({ params, query, tx }) => {
    const round = await seeRound(tx, params.round)
    const world = await gatherWorld(tx, round)
    const name = await placeNames(tx, placesShown(buildProblem(world)))
    return clashesView(world, name, query.person ?? null, await otherRounds(tx, round))
  }),
  serve(readRoster, async ({ params, tx }) => {
    const sight = await planInSight(tx, await seeRound(tx, params.round))
    const cities = sight.problem.people.flatMap((person) => person.home?.slice(0, 4) ?? [])
    return rosterView(sight, await placeNames(tx, [...placesShown(sight.problem), ...cities]))
  }),
  serve(listWithdrawals, async ({ params, tx }) => {
    await seeRound(tx, params.round)
    return { items: await viewWithdrawals(tx, params.round) }
  }),
  serve(askEndpoint, async ({ params, body, tx, caller, clock }) => {
    await askWithdrawal(tx, await seeRound(tx, params.round), body, { by: caller, at: clock.now() })
    return showWithdrawal(tx, params.round, body.id)
  }),
  serve(decideEndpoint, async ({ params, body, tx, caller, clock }) => {
    await decideWithdrawal(tx, await held(tx, params.round), params.withdrawal, body, { by: caller, at: clock.now() })
    return showWithdrawal(tx, params.round, params.withdrawal)
  }),
]
