import type { Random } from './random.ts'
import type { WorldRound } from './world-types.ts'

/** Whom each region of a ring sent its team to in one earlier round: nobody to himself, nobody back to where a team came from. */
export function ringOf(random: Random, round: string, regions: readonly string[]): WorldRound['dispatched'] {
  const order = random.sample(regions, regions.length)
  const rows = order.map((home, index) => ({ round, home, host: order[(index + 1) % order.length] ?? home }))
  return rows.sort((one, other) => (one.home < other.home ? -1 : 1))
}
