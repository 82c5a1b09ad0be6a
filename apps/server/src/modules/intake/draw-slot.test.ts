import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawSlot, slotOf, SLOT_MS } from './draw-slot.ts'

const HOLD = 6
const [OF_HOLD, OF_DAY] = [36, 144]
const midnight = slotOf(new Date('2026-11-20T16:00:00Z'))
/** The slot in which a report that arrives so many slots into the day is first looked at, and those in which it may come into the list. */
const reach = (arrived: number) =>
  new Set(
    Array.from({ length: OF_HOLD * OF_HOLD }, (_, at) => {
      const draws = [at % OF_HOLD, Math.floor(at / OF_HOLD)]
      return drawSlot('2026-11-21', midnight + arrived + 1, HOLD, () => draws.shift() ?? 0) - midnight
    }),
  )

it('a slot is ten minutes and a day begins at midnight in China', () => {
  expect([SLOT_MS, midnight % OF_DAY]).toEqual([600_000, 0])
})

it('whenever a report comes into the list, it may have arrived at any time of six hours of its day', () => {
  const arrivals = new Map<number, number[]>()
  for (let arrived = 0; arrived < OF_DAY; arrived += 1)
    for (const shown of reach(arrived)) arrivals.set(shown, [...(arrivals.get(shown) ?? []), arrived])
  expect(arrivals.size).toBe(OF_DAY)
  for (const [shown, possible] of arrivals) expect(possible.length, `shown in slot ${shown}`).toBeGreaterThanOrEqual(OF_HOLD)
})

it('it waits twelve hours at most, and is never released before it came', () => {
  fc.assert(
    fc.property(fc.nat(OF_DAY - 1), fc.nat(OF_HOLD - 1), fc.nat(OF_HOLD - 1), (arrived, first, second) => {
      const draws = [first, second]
      const shown = drawSlot('2026-11-21', midnight + arrived + 1, HOLD, () => draws.shift() ?? 0) - midnight
      expect(shown).toBeGreaterThan(arrived)
      expect(shown).toBeLessThanOrEqual(arrived + 2 * OF_HOLD)
    }),
    { seed: 92, numRuns: 500 },
  )
})

it('what was kept from another day is drawn over the next hours, as after a restart', () => {
  expect(drawSlot('2026-11-19', midnight + 5, HOLD, () => 7) - midnight).toBe(12)
})
