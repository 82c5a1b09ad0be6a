import type { Seat } from './people.ts'

/** The same seat several times over. */
export function seats(count: number, seat: Seat): Seat[] {
  return Array.from({ length: count }, () => seat)
}

/** Roles of a whole team's bench: more people than places, so that there is something to choose. */
export const LEADER = { roles: ['leader', 'deputy'], experience: 'senior' } as const
export const DEPUTY = { roles: ['deputy', 'member'], experience: 'senior' } as const
export const LIAISON = { roles: ['liaison', 'member'] } as const
export const MEMBER = { roles: ['member'] } as const
