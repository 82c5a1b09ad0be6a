import type { NamedPerson } from '@shengmian/contract'
import type { Problem } from '@shengmian/dispatch'
import type { DispatchFacts } from '../../registry/index.ts'
import type { NamePlace } from '../round/round-names.ts'

/** How people of a problem are shown; somebody who is gone from the registry is called by his id. */
export function personNamer(problem: Problem, facts: DispatchFacts, name: NamePlace): (id: string) => NamedPerson {
  const listed = new Map(problem.people.map((person) => [person.id, person]))
  const known = new Map(facts.people.map((person) => [person.id, person]))
  return (id) => {
    const person = listed.get(id)
    const home = person?.home ?? null
    return { id, name: person?.name ?? id, title: known.get(id)?.title ?? null, home: home === null ? null : name(home) }
  }
}

/** Every place that a problem and a plan show. */
export function placesShown(problem: Problem): readonly string[] {
  return [
    ...problem.people.flatMap((person) => person.home ?? []),
    ...problem.targets.map((target) => target.region),
    ...problem.teams.flatMap((team) => [team.home ?? [], team.host ?? []].flat()),
    ...problem.regions.map((region) => region.code),
  ]
}
