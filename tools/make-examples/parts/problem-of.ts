// A round of the demonstration world as a dispatch problem: the one way in which problem files are made here.
import type { Problem } from '@shengmian/dispatch'
import { levelCodes } from './codes.ts'
import type { World, WorldPerson, WorldRound } from './world-types.ts'

export type PlaceNames = { readonly name: (code: string) => string; readonly short: (code: string) => string }

export function problemOf(world: World, round: WorldRound, places: PlaceNames): Problem {
  const inPool = new Set(round.pool)
  const people = world.people.filter(({ ref }) => inPool.has(ref)).map((person) => problemPerson(person, round))
  const targets = round.targets.map(({ unit, workload, needs }) => {
    const extra = world.units.find(({ ref }) => ref === unit)
    const insiders = world.officials.filter((official) => official.unit === unit).map(({ ref }) => ref)
    const name = extra?.name ?? `${places.short(unit.slice(0, 9))}${places.short(unit)}`
    return { id: unit, name, region: extra?.place ?? unit, workload, needs: [...needs], insiders }
  })
  const problem: Problem = {
    format: 'shengmian.dispatch-problem/1',
    name: round.name,
    round: { id: round.id, start: round.start, end: round.end },
    rounds: round.earlier.map(({ id }) => id),
    rules: round.rules,
    regions: [],
    people,
    teams: round.teams.map(({ id, home, host, slots }) => ({ id, home, host, slots })),
    targets,
    ties: world.ties.map(({ person, other, kind, strength, source }) => ({ a: person, b: other, kind, strength, source })),
    apart: round.apart,
    barred: round.barred,
    history: round.history,
    dispatched: round.dispatched,
    travel: round.travel,
    pins: round.pins,
    waivers: round.waivers,
  }
  return { ...problem, regions: regionsOf(world, problem, places) }
}

function problemPerson(person: WorldPerson, round: WorldRound): Problem['people'][number] {
  const { ref, name, home, native, unit, roles, skills, experience, postings, unverified, absences } = person
  return {
    id: ref,
    name,
    home,
    native,
    unit,
    roles: [...roles],
    skills: [...skills],
    experience,
    postings: postings === null ? null : [...postings],
    unverified: [...unverified],
    unavailable: absences.some(({ from, to }) => from <= round.end && to >= round.start),
  }
}

/** Every place the problem speaks of, and what it lies in. */
function regionsOf(world: World, problem: Problem, places: PlaceNames): Problem['regions'] {
  const said = [
    ...world.regions.map(({ code }) => code),
    ...problem.people.flatMap(({ home, native, postings }) => [home, native, ...(postings ?? []).map(({ region }) => region)]),
    ...problem.teams.flatMap(({ home, host }) => [home, host]),
    ...problem.targets.map(({ region }) => region),
    ...problem.history.map(({ region }) => region),
    ...problem.dispatched.flatMap(({ home, host }) => [home, host]),
    ...problem.travel.flatMap(([from, to]) => [from, to]),
  ]
  const codes = new Set(said.flatMap((code) => (code === null ? [] : levelCodes(code))))
  const known = new Map(world.regions.map((region) => [region.code, region]))
  return [...codes].sort().map((code) => {
    const own = known.get(code)
    const parent = code.length === 2 ? {} : { parent: levelCodes(code).at(-2) ?? null }
    const zone = own?.zone ? { zone: own.zone } : {}
    return {
      code,
      name: own?.name ?? places.name(code),
      ...parent,
      ...zone,
      ...(own?.at ? { at: [own.at[0], own.at[1]] as [number, number] } : {}),
    }
  })
}
