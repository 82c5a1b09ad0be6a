import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareExposure } from '../exposure.ts'
import { middleTies, nearTies } from './near-ties.ts'
import { strongestPaths, tabulatePaths, visitPaths, type PathTable } from './strongest-paths.ts'
import { joinColumns, type PathEnds, type TieColumns } from './tie-columns.ts'

type Tie = readonly [a: number, b: number, strength: number]

const PEOPLE = 40

function columnsOf(ties: readonly Tie[]): TieColumns {
  return {
    a: Int32Array.from(ties, ([a]) => a),
    b: Int32Array.from(ties, ([, b]) => b),
    strength: Uint16Array.from(ties, ([, , strength]) => strength),
  }
}

function endsOf(inspectors: readonly number[], officials: readonly number[], people = PEOPLE): PathEnds {
  return { people, inspectors: Int32Array.from(inspectors), officials: Int32Array.from(officials) }
}

/** Rows as plain objects: official → strength. */
function rowsOf(table: PathTable, ends: PathEnds): Record<number, number>[] {
  return Array.from({ length: table.first.length - 1 }, (_, i) => {
    const row: Record<number, number> = {}
    for (let k = table.first[i] ?? 0; k < (table.first[i + 1] ?? 0); k++)
      row[ends.officials[table.official[k] ?? 0] ?? -1] = table.strength[k] ?? 0
    return row
  })
}

/** The definition: every path of at most three ties, tried one by one. */
function tryAllPaths(ties: readonly Tie[], ends: PathEnds): Record<number, number>[] {
  return [...ends.inspectors].map((inspector) => {
    const row: Record<number, number> = {}
    const walk = (at: number, strength: number, left: number): void => {
      if (ends.officials.includes(at)) row[at] = Math.max(row[at] ?? 0, strength)
      if (left === 0) return
      for (const [a, b, of] of ties) {
        const next = Math.floor((strength * of) / 1000)
        if (a === at && next > 0) walk(b, next, left - 1)
        if (b === at && next > 0) walk(a, next, left - 1)
      }
    }
    walk(inspector, 1000, 3)
    return row
  })
}

// Most ties among the first few: paths through inspectors, officials and hubs are the rule, not the exception
const person = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: PEOPLE - 1 }))
const tie = fc.tuple(person, person, fc.integer({ min: 0, max: 1000 }))
const people = fc.uniqueArray(person, { maxLength: 8 })
const graph = fc.record({ ties: fc.array(tie, { maxLength: 60 }), inspectors: people, officials: people })

describe('strongest paths', () => {
  it('S2-04 in a small place everybody meets everybody: a local is tied to every official within three steps, a stranger to none', () => {
    // A county seat of 24 people, each close to the four on either side; ten more live elsewhere and know each other.
    const seat = Array.from({ length: 24 }, (_, at) => [1, 2, 3, 4].map((step): Tie => [at, (at + step) % 24, 800])).flat()
    const elsewhere = Array.from({ length: 9 }, (_, at): Tie => [24 + at, 25 + at, 900])
    const officials = [0, 6, 12, 18]
    const ends = endsOf([3, 9, 15, 21, 28], officials)
    const rows = rowsOf(strongestPaths(columnsOf([...seat, ...elsewhere]), ends), ends)
    for (const local of rows.slice(0, 4)) expect(Object.keys(local).map(Number)).toEqual(officials)
    for (const local of rows.slice(0, 4)) expect(Math.min(...Object.values(local))).toBeGreaterThanOrEqual(512)
    expect(rows[4]).toEqual({})
  })

  it('are those of the definition, every path of at most three ties tried one by one', () => {
    fc.assert(
      fc.property(graph, ({ ties, inspectors, officials }) => {
        const ends = endsOf(inspectors, officials)
        expect(rowsOf(strongestPaths(columnsOf(ties), ends), ends)).toEqual(tryAllPaths(ties, ends))
      }),
      { numRuns: 400, seed: 20261127 },
    )
  })

  it('are the exposures that are asked for pair by pair', () => {
    fc.assert(
      fc.property(graph, ({ ties, inspectors, officials }) => {
        const ends = endsOf(inspectors, officials)
        const rows = rowsOf(strongestPaths(columnsOf(ties), ends), ends)
        const listed = ties.map(([a, b, strength]) => ({ a: `${a}`, b: `${b}`, kind: 'study', strength, source: '' }))
        const { strength } = prepareExposure(listed)
        for (const [i, inspector] of inspectors.entries())
          for (const official of officials) expect(rows[i]?.[official] ?? 0).toBe(strength(`${inspector}`, `${official}`))
      }),
      { numRuns: 200, seed: 20261127 },
    )
  })

  it('are rounded down at each hop from the inspector’s side', () => {
    const ties: Tie[] = [
      [0, 1, 333],
      [1, 2, 500],
      [2, 3, 999],
    ]
    const both = endsOf([0, 3], [0, 3])
    // 333 → 166 → 165 one way, 999 → 499 → 166 the other
    expect(rowsOf(strongestPaths(columnsOf(ties), both), both)).toEqual([
      { 0: 1000, 3: 165 },
      { 0: 166, 3: 1000 },
    ])
  })

  it('are the same whether the ties come whole or in pieces, and the inspectors at once or in two halves', () => {
    fc.assert(
      fc.property(graph, fc.nat(), fc.nat(), ({ ties, inspectors, officials }, cutTies, cutInspectors) => {
        const ends = endsOf(inspectors, officials)
        const at = cutTies % (ties.length + 1)
        const pieces = [columnsOf(ties.slice(0, at)), columnsOf(ties.slice(at))]
        const near = joinColumns(pieces.map((piece) => nearTies(piece, ends)))
        const between = joinColumns(pieces.map((piece) => middleTies(piece, ends, near)))
        const half = cutInspectors % (inspectors.length + 1)
        const halves = [
          tabulatePaths(ends, near, between, 0, half),
          tabulatePaths(ends, near, between, half, inspectors.length),
        ].flatMap((table) => rowsOf(table, ends))
        expect(halves).toEqual(rowsOf(strongestPaths(columnsOf(ties), ends), ends))
      }),
      { numRuns: 200, seed: 20261127 },
    )
  })

  it('of everybody through one hub come a row at a time, officials in order', () => {
    const ends = endsOf(
      Array.from({ length: 300 }, (_, i) => i + 1),
      Array.from({ length: 700 }, (_, i) => 1000 - i),
      1001,
    )
    const hub = columnsOf(Array.from({ length: 1000 }, (_, i) => [0, i + 1, 900] as const))
    const near = nearTies(hub, ends)
    let pairs = 0
    visitPaths(ends, near, middleTies(hub, ends, near), (_, officials, strengths) => {
      expect([...officials]).toEqual(Array.from({ length: 700 }, (_, o) => o))
      expect(new Set(strengths)).toEqual(new Set([810]))
      pairs += officials.length
    })
    expect(pairs).toBe(300 * 700)
  })

  it('refuse a person who stands twice in one list', () => {
    expect(() => strongestPaths(columnsOf([]), endsOf([1, 1], [2]))).toThrow('person 1 stands twice')
  })
})
