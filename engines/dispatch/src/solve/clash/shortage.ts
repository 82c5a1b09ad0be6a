// Too few people for some slots, by Hall's theorem: a matching that cannot be grown shows slots that all together are open to fewer people
// than they are. Needs no model, so it answers at any size; what it does not find may still clash.
import type { Instance, Kind } from '../compile/instance.ts'
import type { Option } from '../layout/options.ts'
import { fitsKind, placeBits } from '../layout/seats.ts'
import { rulesOf, type SeatRule } from '../rule-names.ts'

/** Slots of one team that ask for the same. */
export interface Demand {
  readonly team: number
  readonly kind: number
  readonly count: number
}

export interface Shortage {
  /** Slots that ask for more people than may fill them. */
  readonly demands: readonly Demand[]
  readonly asked: number
  /** People who may fill any of them. */
  readonly able: number
  /** Rules that keep somebody away who could fill one of them otherwise. */
  readonly bars: readonly { readonly rule: SeatRule; readonly person: number }[]
  /** Any of the demands or bars less, and the rest of them could be met; said only where every team's place is given. */
  readonly isIrreducible: boolean
  /** Slots of the whole round that must stay empty, whatever is tried. */
  readonly missing: number
}

/** Not a fact that a rule could lift: he lacks the role, the skill or the origin. */
const UNFIT = -1
/** Sets of up to so many demands are reduced one by one. */
const FEW_DEMANDS = 40

/** People whom slots lack under the bars that hold wherever the team may still go; null where every slot can be filled, each for itself. */
export function findShortage(instance: Instance, options: readonly Option[]): Shortage | null {
  const field = readField(instance, options)
  const { tree, missing } = growMatching(field, field.demands)
  if (tree === null) return null
  const named = nameShortage(field, tree)
  return { ...named, isIrreducible: named.isIrreducible && field.isGiven, missing }
}

/** Whoever is kept away without being needed for the clash is let in, until one slot too many is asked for. */
function nameShortage(field: Field, tree: readonly Demand[]): Omit<Shortage, 'missing'> {
  const freed = new Set<number>()
  const open: Field = {
    ...field,
    bitsOf: (demand, i) => {
      const bits = field.bitsOf(demand, i)
      return bits !== UNFIT && freed.has(i) ? 0 : bits
    },
  }
  let reduced = reduce(open, tree)
  for (;;) {
    const { demands, isReduced } = reduced
    const able = new Set(demands.flatMap((demand) => field.candidates(demand).filter((i) => open.bitsOf(demand, i) === 0)))
    const asked = demands.reduce((sum, { count }) => sum + count, 0)
    const bars = barsAgainst(open, demands, able)
    const spare = [...new Set(bars.map(({ person }) => person))].slice(0, asked - able.size - 1)
    if (spare.length === 0) return { demands, asked, able: ableIn(field, demands), bars, isIrreducible: isReduced }
    for (const person of spare) freed.add(person)
    reduced = reduce(open, demands)
  }
}

function ableIn(field: Field, demands: readonly Demand[]): number {
  return new Set(demands.flatMap((demand) => field.candidates(demand).filter((i) => field.bitsOf(demand, i) === 0))).size
}

interface Field {
  /** Each team has one place. */
  readonly isGiven: boolean
  readonly demands: readonly Demand[]
  /** People with the role and skill. */
  readonly candidates: (demand: Demand) => readonly number[]
  readonly bitsOf: (demand: Demand, person: number) => number
}

function readField(instance: Instance, options: readonly Option[]): Field {
  const { problem, kinds } = instance
  const allowed: Option[][] = problem.teams.map(() => [])
  for (const option of options) if (option.breaks.length === 0) allowed[option.team]?.push(option)
  const holders = new Map<string | null, number>()
  for (const own of allowed)
    for (const region of new Set(own.map((option) => option.region))) holders.set(region, (holders.get(region) ?? 0) + 1)
  const byAsk = new Map<string, number[]>()
  const kindOf = ({ team, kind }: Demand): Kind | undefined => kinds[team]?.[kind]
  return {
    isGiven: allowed.every((own) => own.length === 1),
    demands: kinds.flatMap((own, team) => own.map(({ slots }, kind) => ({ team, kind, count: slots.length }))),
    candidates(demand) {
      const kind = kindOf(demand)
      const key = `${kind?.role} ${kind?.skill ?? ''}`
      const known = byAsk.get(key)
      if (known !== undefined) return known
      const found = problem.people.flatMap((person, i) =>
        person.roles.includes(kind?.role ?? '') &&
        (kind?.skill === null || kind?.skill === undefined || instance.skills[i]?.has(kind.skill) === true)
          ? [i]
          : [],
      )
      byAsk.set(key, found)
      return found
    },
    bitsOf(demand, i) {
      const kind = kindOf(demand)
      if (kind === undefined) return UNFIT
      let [least, every] = [UNFIT, 0]
      for (const option of allowed[demand.team] ?? []) {
        if (!fitsKind(instance, i, kind, option)) continue
        let bits = placeBits(instance, i, kind, option)
        // a team that shares its region may be given the other targets
        const isOwn = option.region !== null && holders.get(option.region) === 1
        if (isOwn) for (const d of option.targets) bits |= instance.bars.between(i, d, kind.local)
        if (bits === 0) return 0
        least = least === UNFIT ? bits : least & bits
        every |= bits
      }
      // another rule at each place: all of them together keep him away
      return least === 0 ? every : least
    },
  }
}

interface Grown {
  /** Demands that an unfilled slot reaches: full of all the people who could fill it. */
  readonly tree: readonly Demand[] | null
  readonly missing: number
}

function growMatching(field: Field, demands: readonly Demand[]): Grown {
  const holder = new Map<number, number>()
  const dead = new Set<number>()
  let tree: readonly Demand[] | null = null
  let missing = 0
  demands.forEach((demand, root) => {
    for (let unit = 0; unit < demand.count; unit++) {
      const reached = augment(field, demands, root, holder, dead)
      if (reached === null) continue
      missing++
      tree ??= reached.map((at) => demands[at]).filter((own) => own !== undefined)
    }
  })
  return { tree, missing }
}

/** Fills one slot of the root, moving others along; null where it did, else the demands reached in vain. */
function augment(
  field: Field,
  demands: readonly Demand[],
  root: number,
  holder: Map<number, number>,
  dead: Set<number>,
): readonly number[] | null {
  const from = new Map<number, number>()
  /** Through whom a demand was reached: one of its own, who may be moved on. */
  const via = new Map<number, number>()
  const queue = [root]
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head] ?? 0
    const demand = demands[at]
    if (demand === undefined) continue
    for (const person of field.candidates(demand)) {
      if (from.has(person) || dead.has(person) || field.bitsOf(demand, person) !== 0) continue
      from.set(person, at)
      const other = holder.get(person)
      if (other === undefined) {
        shift(person, root, from, via, holder)
        return null
      }
      if (other === root || via.has(other)) continue
      via.set(other, person)
      queue.push(other)
    }
  }
  for (const person of from.keys()) dead.add(person)
  return queue
}

/** The free person takes the seat of whoever led there, who takes the next, back to the root. */
function shift(
  free: number,
  root: number,
  from: ReadonlyMap<number, number>,
  via: ReadonlyMap<number, number>,
  holder: Map<number, number>,
): void {
  let person: number | undefined = free
  while (person !== undefined) {
    const at: number = from.get(person) ?? root
    holder.set(person, at)
    person = at === root ? undefined : via.get(at)
  }
}

function reduce(field: Field, tree: readonly Demand[]): { readonly demands: readonly Demand[]; readonly isReduced: boolean } {
  if (tree.length > FEW_DEMANDS) return { demands: tree, isReduced: false }
  let kept = tree
  for (const demand of tree) {
    const fewer = kept.filter((own) => own !== demand)
    if (fewer.length > 0 && growMatching(field, fewer).tree !== null) kept = fewer
  }
  return { demands: kept, isReduced: true }
}

/** For everybody else who could fill one of them, the fewest rules that keep him from all. */
function barsAgainst(field: Field, demands: readonly Demand[], able: ReadonlySet<number>): Shortage['bars'] {
  const masks = new Map<number, Set<number>>()
  for (const demand of demands) {
    for (const person of field.candidates(demand)) {
      if (able.has(person)) continue
      const bits = field.bitsOf(demand, person)
      if (bits === UNFIT) continue
      const own = masks.get(person) ?? new Set<number>()
      masks.set(person, own.add(bits))
    }
  }
  return [...masks].flatMap(([person, own]) => hittingRules([...own]).map((rule) => ({ rule, person })))
}

function hittingRules(masks: readonly number[]): readonly SeatRule[] {
  const all = rulesOf(masks.reduce((bits, mask) => bits | mask, 0))
  let kept = [...all]
  for (const rule of all) {
    const fewer = kept.filter((own) => own !== rule)
    if (masks.every((mask) => rulesOf(mask).some((own) => fewer.includes(own)))) kept = fewer
  }
  return kept
}
