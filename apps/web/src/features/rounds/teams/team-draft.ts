import type { listTeams, ReplyOf } from '@shengmian/contract'

export type Team = ReplyOf<typeof listTeams>['items'][number]
export type Seat = Team['slots'][number]

/** Equal seats counted together: how people speak of a team (“组长1、组员5”). */
export interface SeatGroup {
  readonly role: string
  readonly skill: string
  readonly origin: '' | 'sender' | 'host'
  readonly count: number
}

/** Seats as groups, in the order in which each kind first appears. */
export function groupSeats(seats: readonly Seat[]): readonly SeatGroup[] {
  const groups = new Map<string, SeatGroup>()
  for (const { role, skill = '', origin = '' } of seats) {
    const key = JSON.stringify([role, skill, origin])
    groups.set(key, { role, skill, origin, count: (groups.get(key)?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}

export function seatsOf(groups: readonly SeatGroup[]): Seat[] {
  return groups.flatMap(({ role, skill, origin, count }) =>
    Array.from({ length: count }, () => ({ role, ...(skill === '' ? {} : { skill }), ...(origin === '' ? {} : { origin }) })),
  )
}

/** `count` further teams with the same seats, numbered on from the last. */
export function addTeams(
  teams: readonly Team[],
  more: {
    readonly count: number
    readonly name: string
    readonly groups: readonly SeatGroup[]
    readonly home: string | null
    readonly host: string | null
  },
  makeId: () => string,
): readonly Team[] {
  const last = Math.max(0, ...teams.map((team) => team.number))
  const added = Array.from({ length: more.count }, (_none, at) => {
    const number = last + at + 1
    const name = more.name.includes('{n}') ? more.name.replaceAll('{n}', String(number)) : `${more.name}${number}`
    return { id: makeId(), number, name, home: more.home, host: more.host, slots: seatsOf(more.groups) }
  })
  return [...teams, ...added]
}

/** Headcounts dealt as evenly as possible: 17 over 5 teams = 4, 4, 3, 3, 3. */
export function dealHeads(heads: number, teams: number): readonly number[] {
  const least = Math.floor(heads / teams)
  return Array.from({ length: teams }, (_none, at) => least + (at < heads % teams ? 1 : 0))
}
