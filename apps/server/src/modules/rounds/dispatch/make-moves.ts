// A change by hand: people put into seats, targets handed over. Checked by the same engines as the solver's own plans.
import { Problem as Refusal, type BodyOf, type ReplyOf, type checkMoves as checkEndpoint } from '@shengmian/contract'
import type { Plan, PlanTeam, Problem } from '@shengmian/dispatch'
import { measurePlan } from '@shengmian/dispatch/verify'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { prepareSeatReview, seatOf } from './review-seat.ts'
import { planInSight, type PlanInSight } from './current-plan.ts'
import { describeChanges, namesOf } from './describe-changes.ts'
import { nameFacts } from './fact-names.ts'
import { deltasOf } from './objectives.ts'
import { wasDrawn } from './plan-store.ts'
import { breachesOf, restatePlan } from './restate-plan.ts'
import { savePlan } from './save-plan.ts'

type Tried = BodyOf<typeof checkEndpoint>
type Verdict = ReplyOf<typeof checkEndpoint>
interface Making {
  readonly version: number
  readonly reason: string
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** What a change would do, without doing it. */
export function judgeMoves(sight: PlanInSight, tried: Tried): Verdict & { readonly plan: Plan } {
  const { problem } = sight
  const before = restatePlan(problem, sight.plan)
  const plan = restatePlan(problem, { seed: sight.plan.seed, teams: movedTeams(problem, before.teams, tried) })
  const known = new Set(breachesOf(problem, before).map(keyOf))
  // what was broken before the change is not its fault, but stays to be mended before approval
  const breaches = breachesOf(problem, plan).filter((breach) => !known.has(keyOf(breach)) || isAbout(breach.subject, tried))
  return {
    allowed: breaches.length === 0,
    breaches: breaches.map(({ rule, subject, fact }) => ({
      rule,
      subject,
      fact: withEvidence(sight, plan, rule, subject, fact),
    })),
    deltas: deltasOf(measurePlan(problem, before), plan.objective),
    changes: [...describeChanges(before, plan, namesOf(problem, sight.world.teams))],
    plan,
  }
}

/** Makes the change a new version, or refuses it with rule, tie and dates. */
export async function makeMoves(tx: Transaction, round: RoundRecord, tried: Tried, making: Making): Promise<void> {
  if (round.state !== 'draft') {
    throw new Refusal('wrong-state', {
      zh: '已送审的方案不能直接改，请先退回',
      en: 'a submitted plan is not changed: have it returned first',
    })
  }
  const sight = await planInSight(tx, round)
  if (await wasDrawn(tx, round.id)) {
    throw new Refusal('wrong-state', {
      zh: '抽签产生的方案不能手工调换：有人退出，请在“抽签”页办理',
      en: 'a plan that was drawn is not changed by hand: a withdrawal is entered on the page of the draw',
    })
  }
  if (sight.version !== making.version) throw new Refusal('changed-meanwhile')
  const verdict = judgeMoves(sight, tried)
  if (!verdict.allowed) refuse(verdict.breaches)
  if (verdict.changes.length === 0) throw new Refusal('unfit', { zh: '没有变动', en: 'nothing would change' })
  await savePlan(tx, round, {
    problem: sight.problem,
    plan: verdict.plan,
    origin: 'by-hand',
    reason: making.reason,
    by: making.by,
    at: making.at,
  })
}

/** Throws `unfit` with every breach: the rule, the fact with its tie and dates. */
export function refuse(breaches: Verdict['breaches']): never {
  const [first] = breaches
  throw new Refusal('unfit', {
    zh: `不能这样派：${first?.fact.zh ?? ''}`,
    en: `not allowed: ${first?.fact.en ?? ''}`,
    errors: breaches.map(({ rule, fact }) => ({ at: rule, zh: fact.zh, en: fact.en })),
  })
}

function movedTeams(problem: Problem, teams: readonly PlanTeam[], tried: Tried): PlanTeam[] {
  const slots = new Map(problem.teams.map((team) => [team.id, team.slots.length]))
  for (const move of tried.moves) {
    if (move.slot >= (slots.get(move.team) ?? 0)) {
      throw new Refusal('unfit', {
        errors: [{ at: `moves.${move.team}.${move.slot}`, zh: '没有这个席位', en: 'there is no such seat' }],
      })
    }
  }
  const movers = new Set(tried.moves.flatMap((move) => move.person ?? []))
  const handed = new Set((tried.targets ?? []).flatMap((entry) => entry.units))
  return teams.map((team) => {
    const own = tried.moves.filter((move) => move.team === team.id)
    const touched = new Set(own.map((move) => move.slot))
    const kept = team.members.filter((member) => !touched.has(member.slot) && !movers.has(member.person))
    const seated = own.flatMap((move) => (move.person === null ? [] : [{ person: move.person, slot: move.slot }]))
    const given = (tried.targets ?? []).filter((entry) => entry.team === team.id).flatMap((entry) => entry.units)
    return {
      ...team,
      members: [...kept, ...seated].toSorted((a, b) => a.slot - b.slot),
      targets: [...team.targets.filter((target) => !handed.has(target)), ...given],
    }
  })
}

/** The independent check names the rule; the recusal engine's answer adds the tie with source and date where it has more to say. */
function withEvidence(
  sight: PlanInSight,
  plan: Plan,
  rule: string,
  subject: string,
  found: { readonly zh: string; readonly en: string },
): { zh: string; en: string } {
  const fact = nameFacts(sight.problem, sight.world.teams)(found)
  const [personId, targetId] = subject.split(' ')
  const name = sight.problem.people.find((person) => person.id === personId)?.name
  const target = sight.problem.targets.find((candidate) => candidate.id === targetId)
  if (name === undefined || personId === undefined || targetId === undefined || target === undefined) return fact
  const team = plan.teams.find((candidate) => candidate.members.some((member) => member.person === personId))
  const slot = sight.world.teams.find((candidate) => candidate.id === team?.id)?.slots[
    team?.members.find((member) => member.person === personId)?.slot ?? -1
  ]
  const answers =
    slot === undefined
      ? []
      : prepareSeatReview(sight.problem, sight.world.facts)
          .answers(personId, targetId, seatOf(slot))
          .filter((answer) => answer.result === 'bar')
  const facts = answers.flatMap((answer) => answer.facts)
  const evidence = (part: (typeof facts)[number], language: 'zh' | 'en'): string =>
    `${part[language]}${part.source === null ? '' : language === 'zh' ? `（${part.source}${part.date === null ? '' : `，${part.date}`}）` : ` (${part.source}${part.date === null ? '' : `, ${part.date}`})`}`
  return {
    zh: `${name}→${target.name}：${[fact.zh, ...facts.map((part) => evidence(part, 'zh'))].filter(unique).join('；')}〔${rule}〕`,
    en: `${name} → ${target.name}: ${[fact.en, ...facts.map((part) => evidence(part, 'en'))].filter(unique).join('; ')} [${rule}]`,
  }
}

const unique = (text: string, index: number, all: readonly string[]): boolean => all.indexOf(text) === index
const keyOf = (breach: { readonly rule: string; readonly subject: string }): string => `${breach.rule} ${breach.subject}`

function isAbout(subject: string, tried: Tried): boolean {
  const ids = subject.split(' ')
  return tried.moves.some((move) => ids.includes(move.team) || (move.person !== null && ids.includes(move.person)))
}
