// Every way we know to bend a draw, carried out on a real ceremony. Each names the check that must find it, and is built so that no
// other does: leave that check out, and the attack goes through.
import type { Attack } from './bend-draw.ts'
import { PARTY_ATTACKS } from './party-attacks.ts'
import { TICKET_ATTACKS } from './ticket-attacks.ts'

export const ATTACKS: readonly Attack[] = [...PARTY_ATTACKS, ...TICKET_ATTACKS]
