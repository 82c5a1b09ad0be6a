// Every way to mend one broken team, by the number of people moved: first nobody, then one replacement, one swap, a chain of three.
import type { Objective } from '../plan.ts'
import type { Instance } from '../solve/compile/instance.ts'
import { compareObjectives, type DraftTeam } from '../solve/draft.ts'
import { isSwap } from '../solve/layout/options.ts'
import { fitTeam, openKinds, type Place } from './fit-team.ts'
import type { Standing } from './standing.ts'
import { objectiveAfter } from './weigh-change.ts'

export interface Mended {
  readonly teams: readonly DraftTeam[]
  readonly objective: Objective
}

/** Counts whole teams tried; beyond `patience` a search ends, and what it found is not claimed to be the best. */
export interface Bench {
  readonly instance: Instance
  readonly standing: Standing
  readonly patience: number
  tried: number
  isCut: boolean
}

/** Keeps the best of the valid changes; answers whether to go on. */
export function keepBest(bench: Bench): {
  readonly offer: (teams: readonly (DraftTeam | null)[]) => void
  readonly best: () => Mended | null
} {
  let best: Mended | null = null
  return {
    offer(teams) {
      if (!teams.every((team) => team !== null) || !meetsPins(bench, teams) || makesSwap(bench, teams)) return
      const objective = objectiveAfter(bench.instance, bench.standing, teams)
      if (best === null || compareObjectives(objective, best.objective) < 0) best = { teams, objective }
    },
    best: () => best,
  }
}

/** Whoever is pinned must serve where he is pinned: who leaves for the reserve must not be, and whose pin was not kept is now. */
function meetsPins({ instance, standing }: Bench, teams: readonly DraftTeam[]): boolean {
  if (instance.pinsOf.size === 0) return true
  const now = new Map(teams.flatMap((team) => team.members.map(({ person }) => [person, team.option.team] as const)))
  const changed = new Set(teams.map((team) => team.option.team))
  for (const [person, to] of instance.pinsOf) {
    const before = standing.teamOf.get(person)
    const at = now.get(person) ?? (before !== undefined && changed.has(before) ? undefined : before)
    if (to.some((team) => team !== at)) return false
  }
  return true
}

function makesSwap({ instance, standing }: Bench, teams: readonly DraftTeam[]): boolean {
  return teams.some(
    (team) =>
      team.option !== standing.teams[team.option.team]?.option &&
      standing.teams.some((other) => isSwap(instance, team.option, other.option)),
  )
}

export interface Fitter {
  readonly place: Place
  readonly open: (person: number) => number
  readonly fit: (people: readonly number[]) => DraftTeam | null
}

/** Tries people in one team at one place; what stands between a person and the place is asked once. */
export function fitterAt(bench: Bench, place: Place): Fitter {
  const { instance, standing } = bench
  const known = new Map<number, number>()
  const open = (person: number): number => {
    let bits = known.get(person)
    if (bits === undefined) {
      bits = openKinds(instance, place, person)
      known.set(person, bits)
    }
    return bits
  }
  const before = new Map((standing.teams[place.option.team]?.members ?? []).map(({ person, slot }) => [person, slot]))
  return {
    place,
    open,
    fit(people) {
      if (people.some((person) => open(person) === 0)) return null
      bench.tried++
      return fitTeam(instance, place, people, before, open)
    },
  }
}

export function isOut(bench: Bench): boolean {
  if (bench.tried < bench.patience) return false
  bench.isCut = true
  return true
}

/** The team with nobody moved: other slots, or another home where the file leaves it open. */
export function resettle(bench: Bench, t: number): Mended | null {
  const found = keepBest(bench)
  for (const { place, fit } of fittersOf(bench, t)) {
    const people = (bench.standing.teams[place.option.team]?.members ?? []).map(({ person }) => person)
    found.offer([fit(people)])
  }
  return found.best()
}

export function fittersOf(bench: Bench, t: number): readonly Fitter[] {
  const targets = bench.standing.teams[t]?.targets ?? []
  return (bench.standing.optionsOf[t] ?? []).map((option) => fitterAt(bench, { option, targets }))
}

/** One person from the reserve, for one who leaves or on an empty seat. */
export function replace(bench: Bench, t: number, leavers: readonly (number | null)[]): Mended | null {
  const found = keepBest(bench)
  const members = (bench.standing.teams[t]?.members ?? []).map(({ person }) => person)
  for (const { open, fit } of fittersOf(bench, t)) {
    for (const comer of bench.standing.reserve) {
      if (open(comer) === 0) continue
      for (const leaver of leavers) {
        if (isOut(bench)) return found.best()
        found.offer([fit([...members.filter((person) => person !== leaver), comer])])
      }
    }
  }
  return found.best()
}

/** Two people of two teams change places. */
export function swap(bench: Bench, t: number, leavers: readonly number[]): Mended | null {
  const found = keepBest(bench)
  const { teams } = bench.standing
  const members = (teams[t]?.members ?? []).map(({ person }) => person)
  for (const here of fittersOf(bench, t)) {
    for (const [u, other] of teams.entries()) {
      if (u === t) continue
      const there = fitterAt(bench, other)
      const movable = leavers.filter((leaver) => there.open(leaver) !== 0)
      if (movable.length === 0) continue
      const people = other.members.map(({ person }) => person)
      for (const comer of people) {
        if (here.open(comer) === 0) continue
        for (const leaver of movable) {
          if (isOut(bench)) return found.best()
          const mended = here.fit([...members.filter((person) => person !== leaver), comer])
          if (mended === null) continue
          found.offer([mended, there.fit([...people.filter((person) => person !== comer), leaver])])
        }
      }
    }
  }
  return found.best()
}
