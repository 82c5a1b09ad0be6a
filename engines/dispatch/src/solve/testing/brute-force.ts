// Every plan of a tiny problem, one by one, judged by the independent verifier: the truth that the solver is held against.
import { measurePlan, verifyPlan } from '../../verify/index.ts'
import { hashProblem } from '../../hash-problem.ts'
import { LEVELS, type Objective, type Plan, type PlanTeam } from '../../plan.ts'
import type { Problem } from '../../problem.ts'
import { SEED } from './sample-problem.ts'

const LENGTH = { province: 2, city: 4, county: 6, township: 9, village: 12 } as const

const ZERO: Objective = { worstExposure: 0, totalExposure: 0, unverified: 0, memory: 0, workloadSpread: 0, travel: 0 }

/** The best objective over all valid plans; null where there is none. `mustWork`: only plans in which every team has a target. */
export function bestByBruteForce(problem: Problem, mustWork: boolean): Objective | null {
  let best: Objective | null = null
  for (const plan of allPlans(problem)) {
    if (mustWork && plan.teams.some((team) => team.targets.length === 0)) continue
    const objective = measurePlan(problem, plan)
    if (best !== null && compare(objective, best) >= 0) continue
    if (verifyPlan(problem, { ...plan, objective }).isValid) best = objective
  }
  return best
}

function compare(a: Objective, b: Objective): number {
  for (const level of LEVELS) if (a[level] !== b[level]) return a[level] - b[level]
  return 0
}

export function* allPlans(problem: Problem): Generator<Plan> {
  const hash = hashProblem(problem)
  for (const places of allPlaces(problem)) {
    for (const targets of allDivisions(problem, places)) {
      for (const teams of allCrews(problem, places, targets)) {
        const serving = new Set(teams.flatMap((team) => team.members.map((member) => member.person)))
        yield {
          format: 'shengmian.dispatch-plan/1',
          problem: hash,
          seed: SEED,
          effort: 0,
          engine: 'brute force',
          teams,
          unassigned: problem.people.map((person) => person.id).filter((id) => !serving.has(id)),
          objective: ZERO,
          bound: { worstExposure: null, totalExposure: null, unverified: null, memory: null, workloadSpread: null, travel: null },
          certificates: [],
        }
      }
    }
  }
}

interface Place {
  readonly home: string | null
  readonly host: string | null
}

function* product<T>(lists: readonly (readonly T[])[], at = 0): Generator<readonly T[]> {
  const list = lists[at]
  if (list === undefined) {
    yield []
    return
  }
  for (const first of list) for (const rest of product(lists, at + 1)) yield [first, ...rest]
}

function allPlaces(problem: Problem): Generator<readonly Place[]> {
  const level = problem.rules.recusalLevel ?? 'county'
  const hosts = [...new Set(problem.targets.map((target) => target.region.slice(0, LENGTH[level])))]
  const homes = [
    ...new Set(
      problem.people.flatMap(({ home }) => (home === null ? [] : [home.slice(0, LENGTH[problem.rules.homeLevel ?? level])])),
    ),
  ]
  const whole = problem.rules.wholeTeams ?? problem.rules.mode === 'rotation'
  return product(
    problem.teams.map((team): readonly Place[] => {
      const needsHome = whole || team.slots.some((slot) => slot.origin !== undefined)
      const from = team.home !== null ? [team.home] : needsHome ? homes : [null]
      const to = team.host !== null || problem.rules.hostPerTeam === false ? [team.host] : hosts
      return from.flatMap((home) => to.map((host) => ({ home, host })))
    }),
  )
}

function* allDivisions(problem: Problem, places: readonly Place[]): Generator<readonly number[]> {
  yield* product(
    problem.targets.map((target) =>
      places.flatMap(({ host }, t) =>
        problem.rules.hostPerTeam === false || (host !== null && target.region.startsWith(host)) ? [t] : [],
      ),
    ),
  )
}

function* allCrews(problem: Problem, places: readonly Place[], division: readonly number[]): Generator<PlanTeam[]> {
  const seats = problem.teams.flatMap((team, t) => team.slots.map((slot, at) => ({ t, at, slot })))
  const used = new Set<string>()
  const chosen: string[] = []
  function* fill(k: number): Generator<PlanTeam[]> {
    const seat = seats[k]
    if (seat === undefined) {
      yield problem.teams.map((team, t) => ({
        id: team.id,
        home: places[t]?.home ?? null,
        host: places[t]?.host ?? null,
        targets: problem.targets.flatMap((target, d) => (division[d] === t ? [target.id] : [])),
        members: seats.flatMap((own, j) => (own.t === t ? [{ person: chosen[j] ?? '', slot: own.at }] : [])),
      }))
      return
    }
    for (const person of problem.people) {
      if (used.has(person.id) || !person.roles.includes(seat.slot.role)) continue
      used.add(person.id)
      chosen[k] = person.id
      yield* fill(k + 1)
      used.delete(person.id)
    }
  }
  yield* fill(0)
}
