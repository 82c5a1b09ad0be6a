import { Problem as Refusal, type ReplyOf, type listPlans } from '@shengmian/contract'
import type { Plan } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { demandPlan } from './current-plan.ts'
import { objectivesOf } from './objectives.ts'
import { plansOf } from './plan-store.ts'
import { problemTextOf } from './problem-store.ts'
import { checkedProblem } from './propose-dispatch.ts'
import { gatherWorld } from './round-world.ts'

type Versions = ReplyOf<typeof listPlans>['items']

/** Every version of a round's plan, newest first. */
export async function viewPlans(tx: Transaction, round: string): Promise<Versions> {
  return (await plansOf(tx, round)).map((row) => ({
    version: row.version,
    origin: row.origin as Versions[number]['origin'],
    reason: row.reason,
    by: row.by_name,
    at: row.at.toISOString(),
    problem: row.problem_hash,
    plan: row.plan_hash,
    objective: objectivesOf(JSON.parse(row.plan) as Plan),
    changes: row.changes as unknown as Versions[number]['changes'],
  }))
}

/** The problem file of a version, byte for byte as it was hashed; version 0 is the round as it stands. */
export async function problemFile(tx: Transaction, round: RoundRecord, version: number) {
  // A problem holds ties: whoever reads none would be handed a file that looks whole and is not.
  await demandRole(tx, round.authority, ['office'])
  const text =
    version === 0
      ? JSON.stringify(checkedProblem(await gatherWorld(tx, round)))
      : await problemTextOf(tx, await demandPlan(tx, round, version))
  return jsonFile(text, `problem-${round.year}-${round.number}-v${version}.json`)
}

/** The plan file of a version. */
export async function planFile(tx: Transaction, round: RoundRecord, version: number) {
  return jsonFile((await demandPlan(tx, round, version)).plan, `plan-${round.year}-${round.number}-v${version}.json`)
}

function jsonFile(text: string | null | undefined, name: string) {
  if (text === undefined || text === null) throw new Refusal('not-found')
  return { file: Buffer.from(text), name, type: 'application/json' }
}
