// The compiled problem with a few late facts in it: only what they touch is judged again.
import type { Problem } from '../problem.ts'
import { prepareExposures } from '../solve/compile/exposures.ts'
import type { Instance } from '../solve/compile/instance.ts'
import { prepareSeatBars } from '../solve/compile/seat-bars.ts'
import type { RepairChange } from './repair-answer.ts'

type Tie = Problem['ties'][number]

/** Ties by their ends. */
export type TiesOf = ReadonlyMap<string, readonly Tie[]>

export function tiesByEnd(ties: readonly Tie[]): TiesOf {
  const found = new Map<string, Tie[]>()
  const add = (end: string, tie: Tie): void => {
    const own = found.get(end)
    if (own === undefined) found.set(end, [tie])
    else own.push(tie)
  }
  for (const tie of ties) {
    add(tie.a, tie)
    add(tie.b, tie)
  }
  return found
}

export interface ChangedInstance {
  readonly instance: Instance
  /** People whose bars, exposures or presence may differ. */
  readonly touched: ReadonlySet<number>
}

export function changeInstance(base: Instance, tiesOf: TiesOf, changes: readonly RepairChange[]): ChangedInstance {
  if (changes.length === 0) return { instance: base, touched: new Set() }
  const ties = changes.flatMap((change) => (change.kind === 'tie' ? [change.tie] : []))
  const bars = changes.flatMap((change) => (change.kind === 'barred' ? [change.bar] : []))
  const gone = new Set(changes.flatMap((change) => (change.kind === 'unavailable' ? [base.personIndex.get(change.person)] : [])))
  const problem: Problem = {
    ...base.problem,
    people:
      gone.size === 0
        ? base.problem.people
        : base.problem.people.map((person, i) => (gone.has(i) ? { ...person, unavailable: true } : person)),
    ties: ties.length === 0 ? base.problem.ties : [...base.problem.ties, ...ties],
    barred: bars.length === 0 ? base.problem.barred : [...base.problem.barred, ...bars],
  }
  const numbers = (ids: Iterable<string>): number[] => [...ids].flatMap((id) => base.personIndex.get(id) ?? [])
  const judged = new Set(numbers([...ties.flatMap(({ a, b }) => [a, b]), ...bars.map(({ person }) => person)]))
  // a path of three ties through a new one leaves its person at most two ties before it
  const near = around(tiesOf, ties, 2)
  const weighed = new Set(ties.length === 0 ? [] : numbers(near))
  const instance: Instance = {
    ...base,
    problem,
    bars: judgedAgain(base, problem, judged),
    exposures: weighedAgain(base, problem, tiesOf, ties, weighed),
  }
  const touched = new Set([...judged, ...weighed, ...gone].filter((i) => i !== undefined))
  return { instance, touched }
}

/** Everybody within so many ties of an end of the new ones. */
function around(tiesOf: TiesOf, ties: readonly Tie[], steps: number, starts = ties.flatMap(({ a, b }) => [a, b])): Set<string> {
  const found = new Set(starts)
  let edge = [...found]
  const fresh = tiesByEnd(ties)
  for (let step = 0; step < steps; step++) {
    const next: string[] = []
    for (const end of edge) {
      for (const { a, b } of [...(tiesOf.get(end) ?? []), ...(fresh.get(end) ?? [])]) {
        const other = a === end ? b : a
        if (found.has(other)) continue
        found.add(other)
        next.push(other)
      }
    }
    edge = next
  }
  return found
}

function judgedAgain(base: Instance, problem: Problem, judged: ReadonlySet<number>): Instance['bars'] {
  if (judged.size === 0) return base.bars
  const order = new Map([...judged].map((i, at) => [i, at]))
  const people = [...judged].flatMap((i) => problem.people[i] ?? [])
  const ids = new Set(people.map((person) => person.id))
  const own = prepareSeatBars(
    {
      ...problem,
      people,
      ties: problem.ties.filter(({ a, b }) => ids.has(a) || ids.has(b)),
      barred: problem.barred.filter(({ person }) => ids.has(person)),
      history: problem.history.filter(({ person }) => ids.has(person)),
      waivers: problem.waivers.filter(({ person }) => ids.has(person)),
    },
    base.rules,
  )
  return {
    between(i, d, local) {
      const at = order.get(i)
      return at === undefined ? base.bars.between(i, d, local) : own.between(at, d, local)
    },
  }
}

function weighedAgain(
  base: Instance,
  problem: Problem,
  tiesOf: TiesOf,
  ties: readonly Tie[],
  weighed: ReadonlySet<number>,
): Instance['exposures'] {
  if (weighed.size === 0) return base.exposures
  const order = new Map([...weighed].map((i, at) => [i, at]))
  const people = [...weighed].flatMap((i) => problem.people[i] ?? [])
  // ties farther than three steps from these people are on none of their paths
  const near = around(
    tiesOf,
    ties,
    2,
    people.map((person) => person.id),
  )
  const local = new Set([...near].flatMap((end) => tiesOf.get(end) ?? []))
  const own = prepareExposures({ ...problem, people, ties: [...local, ...ties] })
  return {
    of(i, d) {
      const at = order.get(i)
      return at === undefined ? base.exposures.of(i, d) : own.of(at, d)
    },
    hasAny(i) {
      const at = order.get(i)
      return at === undefined ? base.exposures.hasAny(i) : own.hasAny(at)
    },
  }
}
