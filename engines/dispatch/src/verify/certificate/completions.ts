// What completing a team costs at least, for every state it can be in: exact but for homes, apart and exposure, which the search adds.
import { hasBit, type Bits, type Candidate, type Demand } from './demand.ts'

/** How far a team has come: slots filled, seniors, newcomers and needs met, as one number. */
export interface States {
  readonly count: number
  readonly start: number
  readonly isDone: (state: number) => boolean
  /** The state after somebody with these abilities took a slot of kind k, at [k · count + state]; -1 where he cannot. */
  readonly steps: (abilities: Bits) => Int32Array
}

/** One thing that is counted: a group of slots, seniors, newcomers or a need. */
interface Field {
  readonly most: number
  /** Whether the team must have all of them. */
  readonly isWanted: boolean
  /** Whether more than `most` may come. */
  readonly mayExceed: boolean
  readonly adds: (abilities: Bits, kind: number) => boolean
}

/** Where a team has more states than this, slots are told apart less well and conditions left out: the search then takes longer. */
const MOST_STATES = 4096

export function statesOf(demand: Demand, mostStates = MOST_STATES): States {
  const { fields, groups } = fieldsOf(demand, mostStates)
  const weights: number[] = []
  let count = 1
  for (const { most } of fields) {
    weights.push(count)
    count *= most + 1
  }
  const digit = (state: number, f: number): number => Math.floor(state / (weights[f] ?? 1)) % ((fields[f]?.most ?? 0) + 1)
  const known = new Map<string, Int32Array>()
  const stepsOf = (abilities: Bits): Int32Array => {
    const steps = new Int32Array(groups.length * count).fill(-1)
    groups.forEach((_, kind) => {
      if (!hasBit(abilities, kind)) return
      const added = fields.flatMap(({ adds }, f) => (adds(abilities, kind) ? [f] : []))
      for (let state = 0; state < count; state++) {
        let after = state
        for (const f of added) {
          const isFull = digit(state, f) === fields[f]?.most
          if (isFull && fields[f]?.mayExceed !== true) after = -1
          if (after < 0) break
          if (!isFull) after += weights[f] ?? 0
        }
        steps[kind * count + state] = after
      }
    })
    return steps
  }
  return {
    count,
    start: 0,
    isDone: (state) => fields.every(({ most, isWanted }, f) => !isWanted || digit(state, f) === most),
    steps: (abilities) => {
      const key = abilities.join()
      const steps = known.get(key) ?? stepsOf(abilities)
      known.set(key, steps)
      return steps
    },
  }
}

/** Slots first, alike ones counted together; then, while the states stay few, seniors, needs and newcomers. */
function fieldsOf(
  { kinds, needs, minSenior, maxNewcomers, size }: Demand,
  mostStates: number,
): { fields: Field[]; groups: number[] } {
  let counts = kinds.map((kind) => kind.count)
  let groups = kinds.map((_, kind) => kind)
  while (counts.reduce((product, count) => product * (count + 1), 1) > mostStates && counts.length > 1) {
    const last = counts.length - 1
    counts = [...counts.slice(0, last - 1), (counts[last - 1] ?? 0) + (counts[last] ?? 0)]
    groups = groups.map((group) => Math.min(group, last - 1))
  }
  const fields = counts.map((most, group): Field => ({
    most,
    isWanted: true,
    mayExceed: false,
    adds: (_, kind) => groups[kind] === group,
  }))
  const places = kinds.length + needs.length
  const more: Field[] = [
    { most: minSenior, isWanted: true, mayExceed: true, adds: (abilities) => hasBit(abilities, places) },
    ...needs.map((_, need): Field => ({
      most: 1,
      isWanted: true,
      mayExceed: true,
      adds: (abilities) => hasBit(abilities, kinds.length + need),
    })),
    { most: maxNewcomers, isWanted: false, mayExceed: false, adds: (abilities) => !hasBit(abilities, places + 1) },
  ]
  let states = fields.reduce((product, { most }) => product * (most + 1), 1)
  for (const field of more) {
    if (field.most === 0 && field.isWanted) continue
    if (field.most >= size && !field.isWanted) continue
    if (states * (field.most + 1) > mostStates) continue
    states *= field.most + 1
    fields.push(field)
  }
  return { fields, groups }
}

/**
 * At [place · count + state]: the least cost of completing the team with people from that place of the list on, Infinity
 * where they cannot. Nobody of `mustSit` is passed over.
 */
export function leastCompletions(
  states: States,
  candidates: readonly Candidate[],
  mustSit: (place: number) => boolean,
): Float64Array {
  const { count } = states
  const least = new Float64Array((candidates.length + 1) * count)
  for (let state = 0; state < count; state++) least[candidates.length * count + state] = states.isDone(state) ? 0 : Infinity
  for (let place = candidates.length - 1; place >= 0; place--) {
    const candidate = candidates[place]
    if (candidate === undefined) continue
    const [here, next] = [place * count, (place + 1) * count]
    const steps = states.steps(candidate.abilities)
    const { cost } = candidate
    if (mustSit(place)) least.fill(Infinity, here, next)
    else least.copyWithin(here, next, next + count)
    for (let step = 0; step < steps.length; step += count) {
      for (let state = 0; state < count; state++) {
        const after = steps[step + state] ?? -1
        if (after < 0) continue
        const through = cost + (least[next + after] ?? Infinity)
        if (through < (least[here + state] ?? Infinity)) least[here + state] = through
      }
    }
  }
  return least
}
