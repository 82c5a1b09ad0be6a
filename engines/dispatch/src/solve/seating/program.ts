// Seating as a linear program without slots: a column for each pair that may be chosen, rows for the size of a team, its counts, its homes,
// pairs to be kept apart, its exposure; one row for each person. Nearly integral on rounds as they occur.
import type { Highs } from 'highs'
import type { Arcs } from './arcs.ts'
import type { Seating } from './seating.ts'

type ModelData = Parameters<Highs['createModel']>[0] & object

export interface Program {
  readonly seating: Seating
  readonly arcs: Arcs
  readonly rowLower: readonly number[]
  readonly rowUpper: readonly number[]
  /** Entries of column k: `starts[k]` … `starts[k + 1] − 1`. */
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly values: Float64Array
  /** Row of each person who has a column; −1 else. */
  readonly personRow: Int32Array
  readonly teamRows: ReadonlyMap<number, TeamRows>
}

interface TeamRows {
  readonly all: number
  readonly counts: readonly number[]
  readonly homes: ReadonlyMap<number, number>
}

/** A sum over all pairs that must not exceed a value: what a better level stands at. */
export interface Hold {
  readonly weight: (person: number, team: number) => number
  readonly most: number
}

/** Builds the program of the arcs; `pairs` adds the rows for people to be kept apart. */
export function buildProgram(seating: Seating, arcs: Arcs, holds: readonly Hold[]): Program {
  const rowLower: number[] = []
  const rowUpper: number[] = []
  const row = (lower: number, upper: number): number => {
    rowUpper.push(upper)
    return rowLower.push(lower) - 1
  }
  const columns = arcs.team.length
  const entries: number[][] = Array.from({ length: columns }, () => [])
  const add = (column: number, at: number, value: number): void => {
    entries[column]?.push(at, value)
  }
  const teamRows = new Map<number, TeamRows>()
  for (let first = 0; first < columns;) {
    const t = arcs.team[first] ?? 0
    let last = first
    while (last < columns && arcs.team[last] === t) last++
    const rows = addTeam(seating, arcs, t, first, last, row, add)
    if (rows !== null) teamRows.set(t, rows)
    first = last
  }
  const personRow = new Int32Array(seating.people).fill(-1)
  for (let k = 0; k < columns; k++) {
    const i = arcs.person[k] ?? 0
    if (personRow[i] === -1) personRow[i] = row(-Infinity, 1)
    add(k, personRow[i] ?? 0, 1)
  }
  for (const { weight, most } of holds) {
    const at = row(-Infinity, most)
    for (let k = 0; k < columns; k++) {
      const value = weight(arcs.person[k] ?? 0, arcs.team[k] ?? 0)
      if (value > 0) add(k, at, value)
    }
  }
  const starts = new Int32Array(columns + 1)
  entries.forEach((own, k) => {
    starts[k + 1] = (starts[k] ?? 0) + own.length / 2
  })
  const rows = new Int32Array(starts[columns] ?? 0)
  const values = new Float64Array(rows.length)
  let at = 0
  for (const own of entries) {
    for (let k = 0; k < own.length; k += 2) {
      rows[at] = own[k] ?? 0
      values[at++] = own[k + 1] ?? 0
    }
  }
  return { seating, arcs, rowLower, rowUpper, starts, rows, values, personRow, teamRows }
}

function addTeam(
  seating: Seating,
  arcs: Arcs,
  t: number,
  first: number,
  last: number,
  row: (lower: number, upper: number) => number,
  add: (column: number, at: number, value: number) => void,
): TeamRows | null {
  const shape = seating.shapes[seating.shapeOf[t] ?? 0]
  if (shape === undefined) return null
  const { fields, packing, size } = shape
  const { homeOf, apartFrom } = seating.instance
  const all = row(size, size)
  const counts = fields.map(({ least }) => row(least, Infinity))
  const mask = (1 << packing.width) - 1
  const homes = new Map<number, number[]>()
  const columnOf = new Map<number, number>()
  const exposed: number[] = []
  for (let k = first; k < last; k++) {
    const i = arcs.person[k] ?? 0
    const role = seating.roles[seating.roleAt(i, t)]
    if (role === undefined) continue
    columnOf.set(i, k)
    add(k, all, 1)
    counts.forEach((at, f) => {
      const lane = role.lanes[Math.floor(f / packing.perLane)] ?? 0
      if (((lane >>> (packing.width * (f % packing.perLane))) & mask) !== 0) add(k, at, 1)
    })
    const home = homeOf[i] ?? -1
    if (home >= 0 && !role.isLocal) {
      const own = homes.get(home)
      if (own === undefined) homes.set(home, [k])
      else own.push(k)
    }
    if (role.isExposed) exposed.push(k)
  }
  const homeRows = new Map<number, number>()
  for (const [home, own] of homes) {
    if (own.length <= seating.homeCap) continue
    const at = row(-Infinity, seating.homeCap)
    homeRows.set(home, at)
    for (const k of own) add(k, at, 1)
  }
  for (const [i, k] of columnOf) {
    for (const j of new Set(apartFrom[i])) {
      const other = columnOf.get(j)
      if (j <= i || other === undefined) continue
      const at = row(-Infinity, 1)
      add(k, at, 1)
      add(other, at, 1)
    }
  }
  if (exposed.length > 0 && seating.cap < Infinity) {
    const at = row(-Infinity, seating.cap)
    for (const k of exposed) add(k, at, seating.exposureAt(arcs.person[k] ?? 0, t))
  }
  return { all, counts, homes: homeRows }
}

/** What people are worth to a team. */
export interface Worth {
  readonly of: (person: number, role: number) => number
  /** Nobody is worth more. */
  readonly most: number
  /** What the team's rules pay together, whoever fills it. */
  readonly paid: number
}

/** What a team pays for a person in a role, by the duals of its rows: above his journey and price he is worth a column. */
export function worthIn({ seating, teamRows }: Program, rowDual: Float64Array, t: number): Worth {
  const rows = teamRows.get(t)
  const shape = seating.shapes[seating.shapeOf[t] ?? 0]
  if (rows === undefined || shape === undefined) return { of: () => 0, most: 0, paid: 0 }
  const { packing } = shape
  const mask = (1 << packing.width) - 1
  const known = new Map<number, number>()
  // the method comes close to a dual of the wrong sign: taken for 0, the others prove what they prove
  const atLeastOf = (row: number): number => Math.max(0, rowDual[row] ?? 0)
  const atMostOf = (row: number): number => Math.min(0, rowDual[row] ?? 0)
  const of = (person: number, role: number): number => {
    let worth = known.get(role)
    const own = seating.roles[role]
    if (worth === undefined) {
      worth = rowDual[rows.all] ?? 0
      rows.counts.forEach((at, f) => {
        const lane = own?.lanes[Math.floor(f / packing.perLane)] ?? 0
        if (((lane >>> (packing.width * (f % packing.perLane))) & mask) !== 0) worth = (worth ?? 0) + atLeastOf(at)
      })
      known.set(role, worth)
    }
    const home = own?.isLocal === true ? undefined : rows.homes.get(seating.instance.homeOf[person] ?? -1)
    return worth + (home === undefined ? 0 : atMostOf(home))
  }
  const forAll = rowDual[rows.all] ?? 0
  let paid = shape.size * forAll
  rows.counts.forEach((at, f) => (paid += (shape.fields[f]?.least ?? 0) * atLeastOf(at)))
  for (const at of rows.homes.values()) paid += seating.homeCap * atMostOf(at)
  return { of, most: rows.counts.reduce((sum, at) => sum + atLeastOf(at), forAll), paid }
}

/** The program as HiGHS takes it, with an objective; `isInteger` makes every choice whole. */
export function dataOf(program: Program, cost: (person: number, team: number) => number, isInteger: boolean): ModelData {
  const { arcs, seating } = program
  const numCols = arcs.team.length
  const numRows = program.rowLower.length
  return {
    numCols,
    numRows,
    colCost: Float64Array.from(arcs.team, (t, k) => cost(arcs.person[k] ?? 0, t)),
    colLower: Float64Array.from(arcs.team, (t, k) => (seating.pinOf[arcs.person[k] ?? 0] === t ? 1 : 0)),
    colUpper: new Float64Array(numCols).fill(1),
    rowLower: Float64Array.from(program.rowLower),
    rowUpper: Float64Array.from(program.rowUpper),
    integrality: new Int32Array(numCols).fill(isInteger ? 1 : 0),
    matrix: { format: 'csc', numRows, numCols, starts: program.starts, indices: program.rows, values: program.values },
  }
}
