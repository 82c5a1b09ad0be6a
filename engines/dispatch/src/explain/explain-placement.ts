import { prepareReview, resolveRules, type Answer, type Setting } from '@shengmian/recusal'
import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { trySeats, type SeatTried } from './try-seats.ts'
import { weighPerson, type Costs } from './weigh-person.ts'
import { whatIf, type WhatIf, type WhatIfOptions } from './what-if.ts'

/** Why he is there, or why not: what can be said without planning again. */
export interface Placement {
  readonly kind: 'explained'
  readonly person: string
  readonly team: string
  /** The team in which he serves, or null. */
  readonly servesIn: string | null
  /** Each target of the team with the answer of every recusal rule and its facts. */
  readonly reviews: readonly { readonly target: string; readonly answers: readonly Answer[] }[]
  readonly costs: Costs
  /** Each seat of the team, and what he would break in it. */
  readonly seats: readonly SeatTried[]
}

export interface Explanation extends Placement {
  readonly whatIf: WhatIf
}

interface Unknown {
  readonly kind: 'unknown'
  readonly what: 'person' | 'team'
  readonly id: string
}

export type ExplainAnswer = Explanation | Unknown

/**
 * Why a person serves in a team of the plan, or why not, and what it would cost to change that: the recusal review for
 * every target, his costs, every seat tried, and the round planned again (deterministic by seed and effort) with him in
 * the team, or elsewhere if he serves in it. Answers `unknown` for an id that problem or plan do not have.
 */
export async function explainPlacement(
  problem: Problem,
  plan: Plan,
  personId: string,
  teamId: string,
  options: WhatIfOptions,
): Promise<ExplainAnswer> {
  const placement = reviewPlacement(problem, plan, personId, teamId)
  if (placement.kind === 'unknown') return placement
  return { ...placement, whatIf: await whatIf(problem, plan, personId, teamId, options) }
}

/** The first half of an explanation: bars with their facts, costs and seats, in milliseconds. */
export function reviewPlacement(problem: Problem, plan: Plan, personId: string, teamId: string): Placement | Unknown {
  const person = problem.people.find((each) => each.id === personId)
  if (person === undefined) return { kind: 'unknown', what: 'person', id: personId }
  const team = plan.teams.find((each) => each.id === teamId)
  const given = problem.teams.find((each) => each.id === teamId)
  if (team === undefined || given === undefined) return { kind: 'unknown', what: 'team', id: teamId }

  const targets = problem.targets.filter((target) => team.targets.includes(target.id))
  const seats = trySeats(problem, personId, team)
  const slot = given.slots[bestSeat(seats, personId)?.slotNumber ?? 0]
  const seat = { origin: slot?.origin ?? null, role: slot?.role ?? '' }
  const setting: Setting = { ...problem, rules: resolveRules(problem.rules) }
  const review = prepareReview(setting)
  return {
    kind: 'explained',
    person: personId,
    team: teamId,
    servesIn: plan.teams.find((each) => each.members.some((member) => member.person === personId))?.id ?? null,
    reviews: targets.map((target) => ({ target: target.id, answers: review(person, target, seat) })),
    costs: weighPerson(problem, person, { targets, host: team.host, isLocal: seat.origin === 'host' }),
    seats,
  }
}

/** The seat he has, else the one that he would break least in: by it the bars for locals or for outsiders are chosen. */
function bestSeat(seats: readonly SeatTried[], person: string): SeatTried | undefined {
  const own = seats.find((seat) => seat.occupant === person)
  return own ?? seats.toSorted((a, b) => a.breaches.length - b.breaches.length)[0]
}
