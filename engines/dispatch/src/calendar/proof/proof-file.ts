// Prices of seats as they stand in the plan file, and back.
import type { CalendarProof } from '../plan.ts'
import type { TownPrices } from './bound-by-towns.ts'
import type { Sorted } from './sorts.ts'

export function writeProof({ pool, sorts }: Sorted, figure: CalendarProof['figure'], prices: TownPrices): CalendarProof {
  const { past, region, purses } = pool
  const seats = sorts.map(({ purse, urgency, workload }, sort) => ({
    of: purses[purse]?.of ?? 'first',
    urgency,
    workload,
    micro: (prices.seats[sort] ?? []).slice(past),
  }))
  return { region, figure, wait: prices.wait, left: prices.left.slice(past), seats }
}

/** Lists end with the last period: what is past by now falls away. A sort that the file does not name costs nothing. */
export function readProof({ pool, sorts }: Sorted, { wait, left, seats }: CalendarProof): TownPrices {
  const { periods, past, purses } = pool
  const aligned = (own: readonly number[]): number[] =>
    Array.from({ length: periods }, (_, k) => (k < past ? 0 : (own[own.length - periods + k] ?? 0)))
  return {
    wait,
    left: aligned(left),
    seats: sorts.map(({ purse, urgency, workload }) => {
      const of = purses[purse]?.of
      return aligned(seats.find((own) => own.of === of && own.urgency === urgency && own.workload === workload)?.micro ?? [])
    }),
  }
}
