// What must hold before a step: each guard answers with what is missing, so that a page can say why a button is off.
import { Problem as Refusal, type RoundGuard, type RoundStep, type Warning } from '@shengmian/contract'
import type { Plan } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import { buildProblem } from '../dispatch/build-problem.ts'
import { nameFacts } from '../dispatch/fact-names.ts'
import { findPlan } from '../dispatch/plan-store.ts'
import { breachesOf } from '../dispatch/restate-plan.ts'
import { gatherWorld, type RoundWorld } from '../dispatch/round-world.ts'
import { leaderOf } from '../charges/find-charge.ts'
import { meetingsOf, sectionsOf } from '../papers/papers-store.ts'
import { stateOf } from '../report-chain/chain.ts'
import { reportStepsOf } from '../report-chain/report-store.ts'
import { checkForm } from './check-form.ts'
import { leaderLevelWarnings } from './leader-level.ts'
import type { RoundRecord } from './round-record.ts'

export interface GuardInput {
  readonly round: RoundRecord
  readonly caller: string
  readonly reason: string | null
  readonly meeting: string | null
}

/** Everything that stands in the way of a step; `reason` and `meeting` count only when the step is being taken. */
export async function missingFor(
  tx: Transaction,
  step: RoundStep,
  input: GuardInput,
  isTaking: boolean,
): Promise<readonly Warning[]> {
  const found: Warning[] = []
  for (const guard of step.guards) found.push(...(await missing(tx, guard, input, isTaking)))
  return found
}

async function missing(tx: Transaction, guard: RoundGuard, input: GuardInput, isTaking: boolean): Promise<readonly Warning[]> {
  const { round } = input
  switch (guard) {
    case 'sections': {
      const empty = (await sectionsOf(tx, round.id)).filter((section) => section.locked && section.text.trim() === '')
      return empty.map((section) => bar('sections', `方案缺“${section.zh}”一节`, `the plan lacks its section “${section.en}”`))
    }
    case 'targets-and-plan':
      return planFaults(tx, round)
    case 'another-person':
      return round.submittedBy === input.caller
        ? [bar('another-person', '批准人不能是提交人本人', 'whoever submitted cannot approve')]
        : []
    case 'leader': {
      // A roster without a leader leaves the approval to the group; one with a leader leaves it to nobody else.
      const leader = await leaderOf(tx, round.authority)
      return leader === null || leader.account === null || leader.account === input.caller
        ? []
        : [
            bar(
              'leader',
              `由领导小组组长${leader.name}本人批准`,
              `the leader of the group, ${leader.name}, approves and nobody else`,
            ),
          ]
    }
    case 'meeting': {
      const meetings = (await meetingsOf(tx, round.id)).filter((meeting) => meeting.kind === 'leading-group')
      const isNamed = !isTaking || meetings.some((meeting) => meeting.id === input.meeting)
      return meetings.length === 0 || !isNamed
        ? [
            bar(
              'meeting',
              '批准须依据领导小组会议记录（日期、参加人、决定）',
              'an approval rests on the record of a leading-group meeting',
            ),
          ]
        : []
    }
    case 'report': {
      // The same rule as for the approval: where a leader is named who can sign, nothing ends without his signature.
      const leader = await leaderOf(tx, round.authority)
      return leader === null || leader.account === null || stateOf(await reportStepsOf(tx, round.id)) === 'approved'
        ? []
        : [
            bar(
              'report',
              `巡察报告须先经领导小组组长${leader.name}批准`,
              `the report must be approved by the leader of the group, ${leader.name}, first`,
            ),
          ]
    }
    case 'orders':
      return []
    case 'reason':
      return isTaking && input.reason === null ? [bar('reason', '须写明理由', 'a reason is needed')] : []
  }
}

async function planFaults(tx: Transaction, round: RoundRecord): Promise<readonly Warning[]> {
  const world = await gatherWorld(tx, round)
  const regions = world.facts.targets.map((target) => target.region)
  const form = checkForm(round, regions).filter((warning) => warning.level === 'bar')
  if (world.targets.length === 0) return [...form, bar('targets', '还没有选定被巡察党组织', 'no targets are chosen yet')]
  const row = await findPlan(tx, round.id)
  if (row === null) return [...form, bar('plan', '还没有派遣方案', 'there is no dispatch plan yet')]
  const problem = buildProblem(world)
  const breaches = breachesOf(problem, JSON.parse(row.plan) as Plan)
  const named = nameFacts(problem, world.teams)
  return [...form, ...breaches.map(({ rule, fact }) => ({ level: 'bar' as const, rule, ...named(fact) }))]
}

/** Warnings of a round that an approver must answer with a reason. */
export async function warningsToAnswer(world: RoundWorld, tx: Transaction): Promise<readonly Warning[]> {
  const row = await findPlan(tx, world.round.id)
  return row === null ? [] : leaderLevelWarnings(world, JSON.parse(row.plan) as Plan)
}

/** Refuses a step for what is missing. */
export function refuseMissing(missing: readonly Warning[]): void {
  const [first] = missing
  if (first === undefined) return
  throw new Refusal('unfit', { zh: first.zh, en: first.en, errors: missing.map(({ rule, zh, en }) => ({ at: rule, zh, en })) })
}

function bar(rule: string, zh: string, en: string): Warning {
  return { level: 'bar', rule, zh, en }
}
