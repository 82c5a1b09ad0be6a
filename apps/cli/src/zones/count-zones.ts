// The cut of a nation counted a second time, in another way: the plan itself says who belongs together, and every line of the nation that
// then speaks of one zone must be in that zone's problem. A cut that lost a bar would otherwise be lost on planner and verifier alike.
import type { Problem, ProblemElement } from '@shengmian/dispatch'

/** Lists whose elements speak of people, teams and targets; of the ties, those between people and insiders of one zone. */
const COUNTED = ['people', 'teams', 'targets', 'history', 'barred', 'waivers', 'pins', 'apart', 'ties'] as const
export type ZoneCounts = Readonly<Record<(typeof COUNTED)[number], number>>

/** Whom a zone's plan names. */
export interface ZoneMembers {
  readonly people: readonly string[]
  readonly teams: readonly string[]
  readonly targets: readonly string[]
}

/** How many elements of each list a zone's problem holds. */
export function countProblem(problem: Problem): ZoneCounts {
  const own = new Set([...problem.people.map(({ id }) => id), ...problem.targets.flatMap(({ insiders }) => insiders)])
  const direct = problem.ties.filter(({ a, b }) => own.has(a) && own.has(b)).length
  return { ...(Object.fromEntries(COUNTED.map((list) => [list, problem[list].length])) as ZoneCounts), ties: direct }
}

/** How many it should hold, zone by zone, by the whole nation's lines; `elements` walks them, and is called twice. */
export async function countNation(
  zones: readonly ZoneMembers[],
  elements: () => AsyncIterable<{ readonly element: ProblemElement | null }>,
): Promise<readonly ZoneCounts[]> {
  const counts = zones.map(() => Object.fromEntries(COUNTED.map((list) => [list, 0])) as Record<keyof ZoneCounts, number>)
  const [people, teams, targets] = (['people', 'teams', 'targets'] as const).map(
    (list) => new Map(zones.flatMap((zone, z) => zone[list].map((id) => [id, z] as const))),
  )
  const insiders = new Map<string, Set<number>>()
  for await (const { element } of elements()) {
    const zone = element?.list === 'targets' ? targets?.get(element.element.id) : undefined
    if (element?.list !== 'targets' || zone === undefined) continue
    for (const insider of element.element.insiders) insiders.set(insider, (insiders.get(insider) ?? new Set()).add(zone))
  }
  const zonesOf = (id: string): Set<number> => {
    const person = people?.get(id)
    return new Set([...(insiders.get(id) ?? []), ...(person === undefined ? [] : [person])])
  }
  const add = (list: keyof ZoneCounts, ...ends: (number | undefined)[]): void => {
    const [zone] = ends
    const count = zone === undefined || ends.some((end) => end !== zone) ? undefined : counts[zone]
    if (count !== undefined) count[list] += 1
  }
  for await (const { element: each } of elements()) {
    if (each === null) continue
    if (each.list === 'people') add('people', people?.get(each.element.id))
    else if (each.list === 'teams') add('teams', teams?.get(each.element.id))
    else if (each.list === 'targets') add('targets', targets?.get(each.element.id))
    else if (each.list === 'history') add('history', people?.get(each.element.person))
    else if (each.list === 'barred' || each.list === 'waivers')
      add(each.list, people?.get(each.element.person), targets?.get(each.element.target))
    else if (each.list === 'pins') add('pins', people?.get(each.element.person), teams?.get(each.element.team))
    else if (each.list === 'apart') add('apart', people?.get(each.element[0]), people?.get(each.element[1]))
    else if (each.list === 'ties') {
      const other = zonesOf(each.element.b)
      for (const zone of zonesOf(each.element.a)) if (other.has(zone)) add('ties', zone)
    }
  }
  return counts
}

/** The first list in which a zone's problem differs from what the nation says of it, or null. */
export function whereCountsDiffer(found: ZoneCounts, expected: ZoneCounts): string | null {
  const list = COUNTED.find((each) => found[each] !== expected[each])
  return list === undefined ? null : `${list}: ${found[list]} instead of ${expected[list]}`
}
