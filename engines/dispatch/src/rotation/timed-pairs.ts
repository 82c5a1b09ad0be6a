// Which pair in which round, as one integer program: exact where the pairs of all rounds together cannot be taken apart into rounds
// without swaps at the same cost. For small blocks only; it begins with legal rounds where such are known.
import type { Highs } from 'highs'
import { solveMip, type MipAnswer } from '../solve/exact/highs.ts'
import { addColumn, addRow, addTerm, emptyLp, emptySum, type Lp, type Sum } from '../solve/exact/lp.ts'
import type { Wanted } from './choose-pairs.ts'
import type { Round, Zone } from './zone.ts'

export interface Timed {
  readonly rounds: readonly Round[]
  readonly memoryBound: number
  /** Given that memory is at its bound; null where it is not. */
  readonly travelBound: number | null
}

/** At most this many choices. */
const MOST_COLUMNS = 2000

interface Program {
  readonly lp: Lp
  /** By pair, then by round. */
  readonly columns: ReadonlyMap<number, readonly number[]>
  readonly memory: Sum
  readonly travel: Sum
  readonly start: { readonly start?: { readonly indices: Int32Array; readonly values: Float64Array } }
}

/** Better rounds than `known`, or the proof how much better there can be; null where the block is too large. */
export function chooseTimed(highs: Highs, zone: Zone, wanted: Wanted, known: readonly Round[] | null): Timed | null {
  const program = programOf(zone, wanted, known)
  if (program === null) return null
  const { lp, memory, travel, start } = program
  const hasMemory = memory.columns.length > 0
  const first = hasMemory ? solveMip(highs, lp, memory, { work: wanted.work, ...start }) : null
  if (first !== null && first.values === null) return null
  const least = first === null ? 0 : valueOf(memory, first)
  const memoryBound = first === null ? 0 : Math.max(0, Math.ceil(first.bound - 1e-6))
  if (hasMemory) addRow(lp, 0, least, memory)
  const second = solveMip(highs, lp, travel, { work: wanted.work, ...start })
  const answer = second.values === null ? first : second
  if (answer === null || answer.values === null) return null
  const travelBound = second.values === null || least > memoryBound ? null : Math.max(0, Math.ceil(second.bound - 1e-6))
  return { rounds: roundsIn(program, answer.values, wanted.rounds), memoryBound, travelBound }
}

function programOf(zone: Zone, wanted: Wanted, known: readonly Round[] | null): Program | null {
  const pairs = [...wanted.open.keys()].filter((pair) => wanted.open[pair] === 1)
  if (pairs.length * wanted.rounds > MOST_COLUMNS) return null
  const lp = emptyLp()
  const columns = new Map(pairs.map((pair) => [pair, Array.from({ length: wanted.rounds }, () => addColumn(lp, 0, 1, true))]))
  const [memory, travel] = [emptySum(), emptySum()]
  for (const [pair, own] of columns) {
    const once = emptySum()
    for (const column of own) {
      addTerm(once, column, 1)
      if ((wanted.wishes[pair] ?? 0) > 0) addTerm(memory, column, wanted.wishes[pair] ?? 0)
      if ((zone.travel[pair] ?? 0) > 0) addTerm(travel, column, zone.travel[pair] ?? 0)
    }
    addRow(lp, 0, 1, once)
  }
  addMembers(zone, wanted, lp, columns)
  addOpposites(zone, wanted, { lp, columns, memory })
  addOrder(zone, wanted, lp, columns)
  return { lp, columns, memory, travel, start: known === null ? {} : { start: startFrom(columns, inOrder(zone, known)) } }
}

function startFrom(columns: Program['columns'], rounds: readonly Round[]) {
  const used = new Set(rounds.flatMap((round, k) => round.map((pair) => columns.get(pair)?.[k] ?? -1)))
  const all = [...columns.values()].flat()
  return { indices: Int32Array.from(all), values: Float64Array.from(all, (column) => (used.has(column) ? 1 : 0)) }
}

/** The rounds as `addOrder` wants them. */
function inOrder(zone: Zone, rounds: readonly Round[]): readonly Round[] {
  const first = (round: Round): number => round.find((pair) => Math.floor(pair / zone.size) === leadOf(zone)) ?? 0
  return rounds.toSorted((a, b) => first(a) - first(b))
}

/** Every member sends and receives its teams in every round. */
function addMembers(zone: Zone, { rounds }: Wanted, lp: Lp, columns: Program['columns']): void {
  const { size } = zone
  for (let round = 0; round < rounds; round++) {
    for (let a = 0; a < size; a++) {
      const [sent, received] = [emptySum(), emptySum()]
      for (let b = 0; b < size; b++) {
        const [out, back] = [columns.get(a * size + b)?.[round], columns.get(b * size + a)?.[round]]
        if (out !== undefined) addTerm(sent, out, 1)
        if (back !== undefined) addTerm(received, back, 1)
      }
      addRow(lp, zone.sendsLow[a] ?? 0, zone.sendsHigh[a] ?? 0, sent)
      addRow(lp, zone.receives[a] ?? 0, zone.receives[a] ?? 0, received)
    }
  }
}

/** No swap in a round; where reversals are to be avoided, both directions in different rounds are one wish unmet. */
function addOpposites(
  { size }: Zone,
  { opposite, rounds }: Wanted,
  { lp, columns, memory }: Pick<Program, 'lp' | 'columns' | 'memory'>,
): void {
  for (const [pair, out] of columns) {
    const [a, b] = [Math.floor(pair / size), pair % size]
    const back = columns.get(b * size + a)
    if (a > b || back === undefined) continue
    for (let round = 0; round < rounds; round++)
      addRow(lp, 0, 1, { columns: [out[round] ?? 0, back[round] ?? 0], values: [1, 1] })
    if (opposite !== 'prefer') continue
    const both = addColumn(lp, 0, 1, true)
    addTerm(memory, both, 1)
    const sum: Sum = { columns: [...out, ...back, both], values: [...out, ...back].map(() => 1).concat(-1) }
    addRow(lp, 0, 1, sum)
  }
}

/** Rounds are alike: the first member that sends goes to later hosts in later rounds. */
function addOrder(zone: Zone, { rounds }: Wanted, lp: Lp, columns: Program['columns']): void {
  const lead = leadOf(zone)
  if (lead < 0) return
  for (let round = 0; round + 1 < rounds; round++) {
    const sum = emptySum()
    for (let b = 0; b < zone.size; b++) {
      const own = columns.get(lead * zone.size + b)
      if (own === undefined) continue
      addTerm(sum, own[round + 1] ?? 0, b)
      addTerm(sum, own[round] ?? 0, -b)
    }
    addRow(lp, 1, zone.size, sum)
  }
}

/** The first member that sends exactly one team a round; −1 where nobody does. */
function leadOf({ sendsLow, sendsHigh }: Zone): number {
  return sendsLow.findIndex((low, k) => low === 1 && sendsHigh[k] === 1)
}

function roundsIn({ columns }: Program, values: Float64Array, count: number): Round[] {
  return Array.from({ length: count }, (_, round) =>
    [...columns].flatMap(([pair, own]) => ((values[own[round] ?? -1] ?? 0) > 0.5 ? [pair] : [])).sort((a, b) => a - b),
  )
}

function valueOf(sum: Sum, { values }: MipAnswer): number {
  return sum.columns.reduce((total, column, k) => total + Math.round(values?.[column] ?? 0) * (sum.values[k] ?? 0), 0)
}
