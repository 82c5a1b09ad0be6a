// The things that rows of a test world name: bodies, places, people, rounds; all from one seed.
import { createHash } from 'node:crypto'
import { NOW } from './values.ts'

export interface Entities {
  readonly pick: <T>(from: readonly T[]) => T
  readonly chance: (share: number) => boolean
  readonly uuid: () => string
  readonly bodies: readonly { readonly authority: number; readonly level: string }[]
  readonly places: readonly number[]
  readonly accounts: readonly string[]
  readonly secrets: readonly string[]
  readonly people: readonly string[]
  readonly units: readonly { readonly unit: string; readonly place: number }[]
  readonly rounds: readonly { readonly authority: number; readonly round: string }[]
  readonly teams: readonly { readonly authority: number; readonly round: string; readonly team: string }[]
  readonly programmes: readonly { readonly authority: number; readonly programme: string }[]
  readonly letters: readonly string[]
  /** Columns of the session with a number: of nineteen, five open nothing; one in two has made the step before leads. */
  readonly session: (index: number) => Readonly<Record<string, string | boolean | null>>
}

const bodies = [
  { authority: 420_000_000_000, level: 'province' },
  { authority: 421_000_000_000, level: 'city' },
  { authority: 421_003_000_000, level: 'county' },
  { authority: 421_022_000_000, level: 'county' },
  { authority: 530_500_000_000, level: 'city' },
  { authority: 530_502_000_000, level: 'county' },
] as const
const places = [421_003_105_001, 421_003_105_002, 421_022_101_201, 421_022_101_202, 530_502_101_201, 530_502_001_001]

/** Numbers that follow from a seed alone (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function entitiesOf(seed: number, callers: number, rowsPerTable: number): Entities {
  const random = randomOf(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const list = <T>(length: number, make: () => T): readonly T[] => Array.from({ length }, make)
  const uuid = () => {
    const hex = list(32, () => Math.floor(random() * 16).toString(16)).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
  }
  const accounts = list(callers, uuid)
  const secrets = accounts.map((account) => tokenOf(account).slice(0, 32))
  const rounds = list(10, () => ({ authority: pick(bodies).authority, round: uuid() }))
  return {
    pick,
    chance: (share) => random() < share,
    uuid,
    bodies,
    places,
    accounts,
    secrets,
    people: list(callers, uuid),
    units: list(10, () => ({ unit: uuid(), place: pick(places) })),
    rounds,
    teams: list(24, () => ({ ...pick(rounds), team: uuid() })),
    programmes: list(5, () => ({ authority: pick(bodies).authority, programme: uuid() })),
    letters: list(rowsPerTable, uuid),
    session: (index) => ({
      token: tokenOf(secrets[index] ?? `other ${index}`),
      expires_at: new Date(NOW + (index % 8 === 7 ? -60_000 : 60_000)).toISOString(),
      updated_at: new Date(NOW - (index % 19 === 4 ? 11 : 9) * 60_000).toISOString(),
      awaits_second: index % 19 === 9,
      awaits_passphrase: index % 19 === 15,
      awaits_factor: index % 19 === 11,
      locked_at: index % 19 === 13 ? new Date(NOW - 60_000).toISOString() : null,
      leads_until: index % 4 === 3 ? null : new Date(NOW + (index % 4 === 2 ? -60_000 : 60_000)).toISOString(),
    }),
  }
}

/** What the database keeps of a session's secret. */
function tokenOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
