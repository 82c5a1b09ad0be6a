import { cutTo } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { Plan } from '@shengmian/dispatch'
import { resolveRules } from '@shengmian/dispatch'
import { noteInspected } from '../../registry/index.ts'
import { buildProblem } from '../dispatch/build-problem.ts'
import { findPlan, remember } from '../dispatch/plan-store.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import type { RoundRecord } from './round-record.ts'

/** A round that is closed becomes memory: who inspected which region, which home went where, which unit was inspected last when. */
export async function rememberRound(tx: Transaction, round: RoundRecord): Promise<void> {
  const row = await findPlan(tx, round.id)
  if (row === null) return
  // Targets and rules have stood still since the approval; what the closer may not read of the rest is not asked for here.
  const problem = buildProblem(await gatherWorld(tx, round))
  const plan = JSON.parse(row.plan) as Plan
  const level = resolveRules(problem.rules).recusalLevel
  const regionOf = new Map(problem.targets.map((target) => [target.id, cutTo(target.region, level)]))
  const visits = plan.teams.flatMap((team) => {
    const regions = [...new Set(team.targets.flatMap((target) => regionOf.get(target) ?? []))]
    return team.members.flatMap((member) => regions.map((region) => ({ person: member.person, region })))
  })
  const dispatches = plan.teams.flatMap(({ home, host }) => (home === null || host === null ? [] : [{ home, host }]))
  await remember(tx, round, { visits, dispatches: distinct(dispatches) })
  const on = round.leftOn ?? round.ends
  for (const target of problem.targets) await noteInspected(tx, { unit: target.id, on, round: round.id })
}

function distinct(pairs: readonly { home: string; host: string }[]): { home: string; host: string }[] {
  return [...new Map(pairs.map((pair) => [`${pair.home} ${pair.host}`, pair])).values()]
}
