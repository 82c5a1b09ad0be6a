import type { QueryOf, readRotation, ReplyOf } from '@shengmian/contract'
import { countEdges } from '../arrows/ring.ts'
import type { Panel } from '../arrows/panels.ts'

export type Rotation = ReplyOf<typeof readRotation>
export type RotationZone = Rotation['zones'][number]
export type RotationPairs = Rotation['last']
export type RotationPattern = Rotation['patterns'][number]['pattern']

type Query = QueryOf<typeof readRotation>

/** What the page asks for; it stands in the address of the page, so a link shows the same schedule. */
export type RotationAsked = Required<Pick<Query, 'rounds' | 'way'>> & Pick<Query, 'seed' | 'again' | 'reversal' | 'memory'>

const WAYS = ['nearest', 'any', 'draw'] as const
const MEMORIES = ['bar', 'prefer', 'off'] as const

/** Reads the address of the page; what is no such word is left out. */
export function readAsked(search: Record<string, unknown>): Partial<RotationAsked> {
  const word = <T extends string>(words: readonly T[], value: unknown) => words.find((one) => one === value)
  const number = (value: unknown, least: number, most: number) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined
  const { seed } = search
  const asked = {
    rounds: number(search['rounds'], 1, 20),
    way: word(WAYS, search['way']),
    seed: typeof seed === 'string' && /^[0-9a-f]{64}$/.test(seed) ? seed : undefined,
    again: word(MEMORIES, search['again']),
    reversal: word(MEMORIES, search['reversal']),
    memory: number(search['memory'], 0, 100),
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
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
