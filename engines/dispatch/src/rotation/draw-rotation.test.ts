import { describe, expect, it } from 'vitest'
import { drawRotation } from './draw-rotation.ts'
import { streamFrom, type Stream } from './stream.ts'
import { members, permutations, zoneOf } from './testing/sample-rotation.ts'
import type { Zone } from './zone.ts'

const SEED = 'd1ce'.repeat(16)

function draw(zone: Zone, stream: Stream, tries?: number): readonly number[] {
  const drawn = drawRotation(zone, stream, tries === undefined ? {} : { tries })
  if (drawn.kind !== 'drawn') throw new Error(drawn.kind)
  return drawn.round
}

/** All legal rounds of a zone, by trying all permutations. */
function legalRounds(zone: Zone): string[] {
  const { size, barred, rules } = zone
  return permutations(size)
    .filter((order) => order.every((host, home) => barred[home * size + host] === 0 && !(rules.noSwap && order[host] === home)))
    .map((order) => order.map((host, home) => home * size + host).join(' '))
}

/** Chi-square over all legal rounds, as a multiple of its standard deviation above its mean. */
function excess(zone: Zone, stream: Stream, perRound: number, tries?: number): number {
  const counts = new Map(legalRounds(zone).map((round) => [round, 0]))
  for (let k = 0; k < perRound * counts.size; k++) {
    const round = draw(zone, stream, tries).join(' ')
    expect(counts.has(round)).toBe(true)
    counts.set(round, (counts.get(round) ?? 0) + 1)
  }
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - perRound) ** 2 / perRound, 0)
  const freedom = counts.size - 1
  return (chi - freedom) / Math.sqrt(2 * freedom)
}

const bars = (pairs: readonly (readonly [number, number])[], size: number) =>
  pairs.map(([home, host]) => ({
    home: members(size)[home]?.code ?? '',
    host: members(size)[host]?.code ?? '',
    why: 'same former prefecture',
    source: 'sample',
  }))

describe('drawRotation', () => {
  it.each([
    [5, 24],
    [6, 160],
    [7, 1140],
  ])('of %i members draws each of the %i legal rounds equally often', (size, legal) => {
    const zone = zoneOf(size)
    expect(legalRounds(zone).length).toBe(legal)
    expect(Math.abs(excess(zone, streamFrom(SEED, `n ${size}`), size === 7 ? 20 : 60))).toBeLessThan(3.5)
    expect(drawRotation(zone, streamFrom(SEED, 'count'))).toMatchObject({ legal: BigInt(legal) })
  })

  it('with bars draws each remaining round equally often, by trying as well as by listing', () => {
    const zone = zoneOf(6, {
      barred: bars(
        [
          [0, 1],
          [0, 2],
          [1, 0],
          [3, 5],
        ],
        6,
      ),
    })
    expect(legalRounds(zone).length).toBeLessThan(70)
    expect(Math.abs(excess(zone, streamFrom(SEED, 'tried'), 60))).toBeLessThan(3.5)
    expect(Math.abs(excess(zone, streamFrom(SEED, 'listed'), 60, 0))).toBeLessThan(3.5)
  })

  it('the test above sees a planted bias: a shuffle that takes one value in forty too often is caught', () => {
    const fair = streamFrom(SEED, 'bias')
    const biased: Stream = (limit) => (limit > 1 && fair(40) === 0 ? 0 : fair(limit))
    const naive: Stream = (limit) => fair(16) % limit
    expect(excess(zoneOf(6), biased, 60)).toBeGreaterThan(3.5)
    expect(excess(zoneOf(6), naive, 60)).toBeGreaterThan(3.5)
  })

  it('where only two of 14 members’ rounds are left, one of them is found by counting', () => {
    const size = 14
    const ring = (step: number) => Array.from({ length: size }, (_, k) => [k, (k + step) % size] as const)
    const open = new Set([1, 2].flatMap(ring).map(([a, b]) => `${a} ${b}`))
    const closed = Array.from({ length: size * size }, (_, at) => [Math.floor(at / size), at % size] as const)
    const zone = zoneOf(size, {
      barred: bars(
        closed.filter(([a, b]) => a !== b && !open.has(`${a} ${b}`)),
        size,
      ),
    })
    const drawn = drawRotation(zone, streamFrom(SEED, 'rare'), { tries: 1000 })
    expect(drawn).toMatchObject({ kind: 'drawn', legal: 2n })
  })

  it('where no round is legal it says so, and where nobody can tell it says that', () => {
    const everyHost = (size: number) =>
      bars(
        Array.from({ length: size - 1 }, (_, k) => [0, k + 1] as const),
        size,
      )
    expect(drawRotation(zoneOf(2), streamFrom(SEED, ''), { tries: 100 })).toEqual({ kind: 'none' })
    expect(drawRotation(zoneOf(6, { barred: everyHost(6) }), streamFrom(SEED, ''), { tries: 100 })).toEqual({ kind: 'none' })
    expect(drawRotation(zoneOf(30, { barred: everyHost(30) }), streamFrom(SEED, ''), { tries: 100 })).toEqual({
      kind: 'too-rare',
      tries: 100,
    })
  })

  it('a zone in which a member sends two teams is not drawn', () => {
    const [first, ...others] = members(5)
    if (first === undefined) throw new Error('no member')
    expect(drawRotation(zoneOf(5, { members: [{ ...first, sends: [1, 2] }, ...others] }), streamFrom(SEED, ''))).toEqual({
      kind: 'not-one-each',
    })
  })

  it('the pairs of past rounds are left out while they are remembered, and come back when they are not', () => {
    const codes = members(5).map((member) => member.code)
    const ring = codes.map((home, k) => ({ round: 'last', home, host: codes[(k + 1) % 5] ?? '' }))
    const past = { rounds: ['last'], dispatched: ring }
    const seen = (zone: Zone): Set<number> =>
      new Set(Array.from({ length: 60 }, (_, k) => draw(zone, streamFrom(SEED, `${k}`))).flat())
    expect([0, 1, 2, 3, 4].filter((k) => seen(zoneOf(5, past)).has(k * 5 + ((k + 1) % 5)))).toEqual([])
    expect(seen(zoneOf(5, { ...past, rules: { repeatRounds: 0 } })).has(1)).toBe(true)
  })
})
