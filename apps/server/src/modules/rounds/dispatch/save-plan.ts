// A new version of the plan: the file as it is, and what the database derives from it (members, targets of teams).
import type { Plan, Problem } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { assignTargets } from '../targets/target-store.ts'
import { replaceMembers, teamsOf } from '../teams/team-store.ts'
import { describeChanges, namesOf } from './describe-changes.ts'
import { hashText } from './hash-text.ts'
import { findPlan, insertPlan } from './plan-store.ts'
import { keepProblem } from './problem-store.ts'

export interface NewPlan {
  readonly problem: Problem
  readonly plan: Plan
  readonly origin: 'proposal' | 'by-hand' | 'undo' | 'repair' | 'loaded' | 'draw'
  readonly reason: string | null
  readonly undoes?: number
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** Writes the next version and answers its number. */
export async function savePlan(tx: Transaction, round: RoundRecord, made: NewPlan): Promise<number> {
  const before = await findPlan(tx, round.id)
  const version = (before?.version ?? 0) + 1
  const teams = await teamsOf(tx, round.id)
  const names = namesOf(made.problem, teams)
  const changes = before === null ? [] : describeChanges(JSON.parse(before.plan) as Plan, made.plan, names)
  const text = JSON.stringify(made.plan)
  await insertPlan(tx, {
    authority: round.authority,
    round: round.id,
    version,
    origin: made.origin,
    reason: made.reason,
    revision: round.revision,
    problem_hash: await keepProblem(tx, round, made.problem),
    plan_hash: hashText(text),
    plan: text,
    changes: JSON.stringify(changes),
    undoes: made.undoes ?? null,
    by_account: made.by.id,
    by_name: made.by.name,
    at: made.at,
  })
  const slots = new Map(teams.map((team) => [team.id, team.slots]))
  await replaceMembers(
    tx,
    round,
    made.plan.teams.flatMap((team) =>
      team.members.map((member) => ({
        person: member.person,
        team: team.id,
        slot: member.slot,
        role: slots.get(team.id)?.[member.slot]?.role ?? 'member',
        name: names.person(member.person),
      })),
    ),
  )
  await assignTargets(tx, round.id, new Map(made.plan.teams.map((team) => [team.id, team.targets])))
  return version
}
