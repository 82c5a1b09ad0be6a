// Which pairs a block of rounds uses, all together: an integer program whose rows are the members (each sends and receives so
// often in every round) and, added only where they are needed, two opposite pairs that exclude each other. Which round uses which
// pair is settled afterwards (`split-rounds.ts`): a bipartite graph whose degrees allow it always splits.
import type { Highs } from 'highs'
import { solveMip, type MipAnswer } from '../solve/exact/highs.ts'
import { addColumn, addRow, addTerm, emptyLp, emptySum, type Lp, type Sum } from '../solve/exact/lp.ts'
import type { Zone } from './zone.ts'

export interface Wanted {
  readonly rounds: number
  /** 1 = the pair may be used. */
  readonly open: Uint8Array
  /** Wishes of the past against each pair. */
  readonly wishes: Int32Array
  /** Whether two opposite pairs exclude each other, count as one wish unmet, or do not matter. */
  readonly opposite: 'bar' | 'prefer' | 'off'
  /** Simplex iterations, weighed by size, after which the search for less travel stops. */
  readonly work: number
}

export type Choice =
  | {
      readonly kind: 'pairs'
      readonly pairs: readonly number[]
      readonly memory: number
      readonly travel: number
      readonly memoryBound: number
      /** Given that memory is at its value; null where memory is not at its bound. */
      readonly travelBound: number | null
    }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }

interface Program {
  readonly lp: Lp
  readonly columns: Map<number, number>
  /** The column of each opposite pair that has a row already; −1 where both are excluded. */
  readonly joined: Map<number, number>
  readonly memory: Sum
  readonly travel: Sum
}

/** The cheapest set of pairs, first by wishes unmet, then by travel; or the proof that there is none. */
export function choosePairs(highs: Highs, zone: Zone, wanted: Wanted): Choice {
  const program = programOf(zone, wanted)
  const first = solveLazily(highs, zone, wanted, program, program.memory)
  if (first.values === null) return { kind: first.status === 'infeasible' ? 'none' : 'unknown' }
  const memory = valueOf(program.memory, first.values)
  const memoryBound = Math.max(0, Math.ceil(first.bound - 1e-6))
  if (!zone.hasTravel) return answer(zone, program, first.values, { memoryBound, travelBound: 0 })
  const second = solveLazily(highs, zone, wanted, program, program.travel, memory)
  if (second.values === null) return answer(zone, program, first.values, { memoryBound, travelBound: null })
  const travelBound = memory > memoryBound ? null : Math.max(0, Math.ceil(second.bound - 1e-6))
  return answer(zone, program, second.values, { memoryBound, travelBound })
}

function programOf(zone: Zone, { rounds, open, wishes }: Wanted): Program {
  const { size } = zone
  const lp = emptyLp()
  const columns = new Map<number, number>()
  const [memory, travel] = [emptySum(), emptySum()]
  open.forEach((isOpen, pair) => {
    if (isOpen === 0) return
    const column = addColumn(lp, 0, 1, true)
    columns.set(pair, column)
    const unmet = wishes[pair] ?? 0
    if (unmet > 0) addTerm(memory, column, unmet)
    const distance = zone.travel[pair] ?? 0
    if (distance > 0) addTerm(travel, column, distance)
  })
  const line = (pairAt: (k: number) => number): Sum => {
    const sum = emptySum()
    for (let k = 0; k < size; k++) {
      const column = columns.get(pairAt(k))
      if (column !== undefined) addTerm(sum, column, 1)
    }
    return sum
  }
  for (let a = 0; a < size; a++) {
    addRow(
      lp,
      rounds * (zone.sendsLow[a] ?? 0),
      rounds * (zone.sendsHigh[a] ?? 0),
      line((b) => a * size + b),
    )
    const need = rounds * (zone.receives[a] ?? 0)
    addRow(
      lp,
      need,
      need,
      line((b) => b * size + a),
    )
  }
  return { lp, columns, joined: new Map(), memory, travel }
}

/**
 * Solves, adds the opposite pairs that the answer uses without paying, and solves again: most never need their row. `memory` is not
 * to be exceeded where it is given; the row that says so is written anew whenever a pair has come to count.
 */
function solveLazily(highs: Highs, zone: Zone, wanted: Wanted, program: Program, sum: Sum, memory = Infinity): MipAnswer {
  for (;;) {
    if (memory < Infinity) addRow(program.lp, 0, memory, program.memory)
    const answer = solveMip(highs, program.lp, sum, { work: wanted.work })
    if (answer.values === null || wanted.opposite === 'off') return answer
    if (!joinOpposites(zone, wanted, program, answer.values)) return answer
  }
}

function joinOpposites({ size }: Zone, { opposite }: Wanted, program: Program, values: Float64Array): boolean {
  let hasJoined = false
  const isUsed = (column: number | undefined): boolean => column !== undefined && (values[column] ?? 0) > 0.5
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const [there, back] = [program.columns.get(a * size + b), program.columns.get(b * size + a)]
      if (there === undefined || back === undefined || program.joined.has(a * size + b)) continue
      if (!isUsed(there) || !isUsed(back)) continue
      hasJoined = true
      const row: Sum = { columns: [there, back], values: [1, 1] }
      let both = -1
      if (opposite === 'prefer') {
        both = addColumn(program.lp, 0, 1, true)
        addTerm(row, both, -1)
        addTerm(program.memory, both, 1)
      }
      program.joined.set(a * size + b, both)
      addRow(program.lp, 0, 1, row)
    }
  }
  return hasJoined
}

function valueOf(sum: Sum, values: Float64Array): number {
  return sum.columns.reduce((total, column, k) => total + Math.round(values[column] ?? 0) * (sum.values[k] ?? 0), 0)
}

function answer(
  { travel }: Zone,
  program: Program,
  values: Float64Array,
  bounds: { readonly memoryBound: number; readonly travelBound: number | null },
): Choice {
  const pairs = [...program.columns].filter(([, column]) => (values[column] ?? 0) > 0.5).map(([pair]) => pair)
  return {
    kind: 'pairs',
    pairs,
    memory: valueOf(program.memory, values),
    travel: pairs.reduce((sum, pair) => sum + (travel[pair] ?? 0), 0),
    ...bounds,
  }
}
