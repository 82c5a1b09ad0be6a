import type { QueryOf, readRotation, ReplyOf } from '@shengmian/contract'
import { countEdges } from '../arrows/ring.ts'
import type { Panel } from '../arrows/panels.ts'

export type Rotation = ReplyOf<typeof readRotation>
export type RotationZone = Rotation['zones'][number]
export type RotationPairs = Rotation['last']

/** What the page asks for; the same words as the address of the endpoint, all filled in. */
export type RotationAsked = Required<Pick<QueryOf<typeof readRotation>, 'rounds' | 'way' | 'seed'>> &
  Pick<QueryOf<typeof readRotation>, 'again' | 'reversal' | 'memory'> & { readonly barred: readonly string[] }

/** The query of an asking: bars as one word, nothing where there are none. */
export function queryOf({ barred, ...asked }: RotationAsked): QueryOf<typeof readRotation> {
  return barred.length === 0 ? asked : { ...asked, barred: barred.join(',') }
}

/** The drawing of one zone in one round: its arrows over those of the round before. */
export function panelOf(zone: RotationZone, now: RotationPairs, before: RotationPairs): Panel {
  const inside = new Set(zone.members.map(({ code }) => code))
  const edges = (pairs: RotationPairs) =>
    countEdges(
      pairs
        .filter(({ home, host }) => inside.has(home.code) && inside.has(host.code))
        .map(({ home, host }) => ({ from: home.code, to: host.code })),
    )
  return {
    name: zone.name,
    // By code: a place keeps its spot from round to round.
    places: [...zone.members].toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    now: edges(now),
    before: edges(before),
  }
}

/** A seed for a schedule by lot: 64 hexadecimal digits. */
export function newSeed(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
