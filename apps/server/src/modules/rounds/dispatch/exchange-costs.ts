// What an exchange of two people would cost, in the levels of the objective that an exchange can change. Only the two teams are
// looked at, so that a whole round is weighed in no time; the figures that are shown come from the changed plan itself.
import type { Plan, PlanTeam, Problem, ProblemSlot } from '@shengmian/dispatch'
import { unverifiedFacts } from '@shengmian/recusal'
import { seatOf, type SeatReviewer } from './review-seat.ts'
import { travelOf } from './travel.ts'

/** Worst exposure, total exposure, unverified facts, travel: less is better, the first that differs decides. */
export type Costs = readonly [number, number, number, number]
export type ExchangeCost = (team: PlanTeam, own: PlanTeam | null, index: number, slot: ProblemSlot) => Costs

export function compareCosts(a: Costs, b: Costs): number {
  return a.map((value, level) => value - (b[level] ?? 0)).find((difference) => difference !== 0) ?? 0
}

/** Prepares the costs of putting a person into any seat and whoever sits there into his. */
export function exchangeCosts(
  problem: Problem,
  plan: Pick<Plan, 'teams'>,
  reviewer: SeatReviewer,
  personId: string,
): ExchangeCost {
  const travel = travelOf(problem)
  const homes = new Map(problem.people.map((person) => [person.id, person.home]))
  const slots = new Map(problem.teams.map((team) => [team.id, team.slots]))
  const exposures = new Map(
    plan.teams.map((team) => [
      team.id,
      team.members.reduce((sum, member) => sum + reviewer.exposure(member.person, team.targets), 0),
    ]),
  )
  const costOf = (id: string | null, team: PlanTeam | null, slot: ProblemSlot | undefined): Costs => {
    const person = id === null ? null : reviewer.person(id)
    if (person === null || id === null || team === null || slot === undefined) return [0, 0, 0, 0]
    const targets = team.targets.flatMap((target) => reviewer.target(target) ?? [])
    const unverified = unverifiedFacts(person, seatOf(slot), targets, reviewer.setting.rules).length
    return [0, reviewer.exposure(id, team.targets), unverified, travel(homes.get(id) ?? null, team.host)]
  }
  return (team, own, index, slot) => {
    const other = team.members.find((member) => member.slot === index)?.person ?? null
    const ownSlot = slots.get(own?.id ?? '')?.[own?.members.find((member) => member.person === personId)?.slot ?? -1]
    const [here, there] = [costOf(personId, team, slot), costOf(other, own, ownSlot)]
    const [wasHere, wasThere] = [costOf(other, team, slot), costOf(personId, own, ownSlot)]
    const after = new Map(exposures)
    after.set(team.id, (exposures.get(team.id) ?? 0) + here[1] - wasHere[1])
    if (own !== null) after.set(own.id, (exposures.get(own.id) ?? 0) + there[1] - wasThere[1])
    const worst = Math.max(0, ...after.values())
    return [
      worst,
      here[1] + there[1] - wasHere[1] - wasThere[1],
      here[2] + there[2] - wasHere[2] - wasThere[2],
      here[3] + there[3] - wasHere[3] - wasThere[3],
    ]
  }
}
