// The rotation file of a round: its zones, what earlier rounds did, and what the office asks for. Pure.
import { Problem as Refusal, type QueryOf, type readRotation } from '@shengmian/contract'
import type { RotationProblem } from '@shengmian/dispatch'
import { wireCode } from '../../../platform/places.ts'
import type { Past } from '../dispatch/plan-store.ts'
import { travelOf } from '../dispatch/travel.ts'
import type { RoundRecord } from '../round/round-record.ts'
import type { NamePlace } from '../round/round-names.ts'
import type { TeamRecord } from '../teams/team-store.ts'
import type { BarRow } from './rotation-store.ts'

export type RotationOptions = QueryOf<typeof readRotation>

export interface RotationGround {
  readonly round: RoundRecord
  readonly teams: readonly TeamRecord[]
  readonly past: Past
  readonly bars: readonly BarRow[]
}

/** Larger zones take longer than a page should wait. */
const MOST_MEMBERS = 60
const DEFAULT_ROUNDS = 3

interface Member {
  readonly code: string
  readonly zone: string | null
}

/**
 * The members of a rotation: the places of the zones, or the homes of the teams that lie in them; homes outside all zones go
 * round together, as all do where the rules do not bind a rotation to its zone.
 */
export function membersOf({ round, teams }: Pick<RotationGround, 'round' | 'teams'>): readonly Member[] {
  const homes = [...new Set(teams.flatMap(({ sending }) => (sending === null ? [] : [wireCode(sending)])))].toSorted()
  const isBound = round.rules.zoneBound ?? true
  const zoned = round.zones.flatMap(({ name, members }) =>
    members.flatMap((place): Member[] => {
      const inside = homes.filter((home) => home.startsWith(place))
      return (inside.length === 0 ? [place] : inside).map((code) => ({ code, zone: name }))
    }),
  )
  const outside = homes.filter((home) => !zoned.some(({ code }) => code === home)).map((code) => ({ code, zone: null }))
  if (isBound) return [...zoned, ...outside]
  const all = homes.length > 0 ? homes : zoned.map(({ code }) => code)
  return all.map((code) => ({ code, zone: null }))
}

/** The problem that the options ask for; pairs of the past are those between members, by whatever lies in them. */
export function rotationProblem(ground: RotationGround, options: RotationOptions, name: NamePlace): RotationProblem {
  const { round, past } = ground
  const members = membersOf(ground)
  refuseLarge(members)
  const codes = new Set(members.map(({ code }) => code))
  const memberAt = (code: string): string | null => members.find((member) => code.startsWith(member.code))?.code ?? null
  const kilometres = kilometresOf(ground)
  const isNearest = (options.way ?? 'nearest') === 'nearest'
  return {
    format: 'shengmian.rotation-problem/1',
    name: round.title,
    rounds: past.rounds.map(({ label }) => label),
    wanted: options.way === 'draw' ? 1 : (options.rounds ?? DEFAULT_ROUNDS),
    rules: {
      noSwap: round.rules.noSwap ?? true,
      again: options.again ?? round.rules.again ?? 'bar',
      reversal: options.reversal ?? round.rules.reversal ?? 'prefer',
      ...(options.memory === undefined ? {} : { repeatRounds: options.memory }),
    },
    members: members.map(({ code, zone }) => ({ code, name: name(code).name, zone })),
    barred: ground.bars
      .filter(({ home, host }) => codes.has(home) && codes.has(host))
      .map(({ home, host, why, by_name }) => ({ home, host, why, source: by_name })),
    dispatched: past.dispatches.flatMap(({ label, home, host }) => {
      const [from, to] = [memberAt(home), memberAt(host)]
      return from === null || to === null ? [] : [{ round: label, home: from, host: to }]
    }),
    travel: isNearest
      ? members.flatMap((from) =>
          members.flatMap((to): [string, string, number][] =>
            from.zone === to.zone && from.code !== to.code ? [[from.code, to.code, kilometres(from.code, to.code)]] : [],
          ),
        )
      : [],
  }
}

/** Kilometres between two members: an entry of the register, else the straight line between their positions, else 0. */
export function kilometresOf({ round, past }: Pick<RotationGround, 'round' | 'past'>): (home: string, host: string) => number {
  return travelOf({
    travel: past.travel.map(({ home, host, kilometres }) => [home, host, kilometres]),
    regions: Object.entries(round.positions).map(([code, [x, y]]) => ({ code, name: code, at: [x, y] as [number, number] })),
    people: [],
  })
}

function refuseLarge(members: readonly { readonly zone: string | null }[]): void {
  for (const [zone, own] of Map.groupBy(members, (member) => member.zone)) {
    if (own.length <= MOST_MEMBERS) continue
    throw new Refusal('unfit', {
      zh: `${zone ?? '本轮'}有${own.length}个成员，网页上至多排${MOST_MEMBERS}个，请用命令行 shengmian rotate`,
      en: `${zone ?? 'the round'} has ${own.length} members; a page schedules at most ${MOST_MEMBERS}: use shengmian rotate`,
    })
  }
}
