// Rotations of real places for tests: the 16 districts of Tianjin in their zones, or the first n of them.
import { TIANJIN } from '../../solve/testing/sample-problem.ts'
import type { RotationProblem } from '../problem.ts'
import { zonesOf, type Zone } from '../zone.ts'

export function rotation(more: Partial<RotationProblem> & Pick<RotationProblem, 'members'>): RotationProblem {
  return {
    format: 'shengmian.rotation-problem/1',
    name: 'sample',
    rounds: [],
    wanted: 1,
    rules: {},
    barred: [],
    dispatched: [],
    travel: [],
    ...more,
  }
}

export const TIANJIN_ZONES: RotationProblem['members'] = TIANJIN.map(({ code, name, zone }) => ({ code, name, zone }))

/** `count` members without a zone: districts of Tianjin first, then invented counties of one city. */
export function members(count: number): RotationProblem['members'] {
  return Array.from({ length: count }, (_, k) => {
    const place = TIANJIN[k]
    return place === undefined || count > TIANJIN.length
      ? { code: String(430_000 + k), name: `县${k + 1}` }
      : { code: place.code, name: place.name }
  })
}

export function zoneOf(count: number, more: Partial<RotationProblem> = {}): Zone {
  const [zone] = zonesOf(rotation({ members: members(count), ...more }))
  if (zone === undefined) throw new Error('no zone')
  return zone
}

/** Every order of 0 … count−1. */
export function permutations(count: number): number[][] {
  if (count === 0) return [[]]
  return permutations(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => [...order.slice(0, at), count - 1, ...order.slice(at)]),
  )
}
