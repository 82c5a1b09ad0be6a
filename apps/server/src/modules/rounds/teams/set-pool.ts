import {
  Problem as Refusal,
  type BodyOf,
  type ReplyOf,
  type readPool,
  type setPool as endpoint,
  type Warning,
} from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { peopleForDispatch } from '../../registry/index.ts'
import { placeNames } from '../round/round-names.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { touchRound } from '../round/round-store.ts'
import { clashesBetween } from '../round/summary-store.ts'
import { refuseBarredPins } from './check-pins.ts'
import { poolOf, replacePool, teamsOf, withdrawalsOf } from './team-store.ts'

type Pool = ReplyOf<typeof readPool>

/** Replaces the pool of a draft. Leaving it out keeps pins or pairs apart as they were, for the people who stay. */
export async function setPool(tx: Transaction, round: RoundRecord, asked: BodyOf<typeof endpoint>): Promise<void> {
  if (round.state !== 'draft')
    throw new Refusal('wrong-state', { zh: '只有筹备中的轮次可以改抽调名单', en: 'the pool is changed in a draft' })
  const people = await peopleForDispatch(tx, asked.people)
  const known = new Set(people.map((person) => person.id))
  const teams = new Set((await teamsOf(tx, round.id)).map((team) => team.id))
  const kept =
    asked.pins ??
    (await poolOf(tx, round.id)).flatMap(({ person, pinned }) => (pinned === null ? [] : [{ person, team: pinned }]))
  const pins = asked.pins ?? kept.filter((pin) => asked.people.includes(pin.person))
  const apart = (asked.apart ?? round.apart.filter(([a, b]) => asked.people.includes(a) && asked.people.includes(b))).map(
    ([a, b]) => [a, b] as const,
  )
  const listed = new Set(asked.people)
  const errors = [
    ...asked.people.flatMap((id, index) =>
      known.has(id) ? [] : [{ at: `people[${index}]`, zh: `人才库里没有${id}`, en: `nobody in the pool has the id ${id}` }],
    ),
    ...pins.flatMap((pin, index) =>
      listed.has(pin.person) && teams.has(pin.team)
        ? []
        : [
            {
              at: `pins[${index}]`,
              zh: '固定的人不在名单内，或没有这个组',
              en: 'the person is not listed or the team does not exist',
            },
          ],
    ),
    ...apart.flatMap(([a, b], index) =>
      a !== b && listed.has(a) && listed.has(b)
        ? []
        : [{ at: `apart[${index}]`, zh: '须是名单内的两个人', en: 'must be two people of the list' }],
    ),
  ]
  if (errors.length > 0) throw new Refusal('unfit', { errors })
  const pinned = new Map(pins.map((pin) => [pin.person, pin.team]))
  await replacePool(
    tx,
    round,
    asked.people.map((person) => ({ person, pinned: pinned.get(person) ?? null })),
  )
  await touchRound(tx, round, { apart })
  await refuseBarredPins(tx, { ...round, apart })
}

export async function viewPool(tx: Transaction, round: RoundRecord): Promise<Pool> {
  const rows = await poolOf(tx, round.id)
  const people = await peopleForDispatch(
    tx,
    rows.map((row) => row.person),
  )
  const byId = new Map(people.map((person) => [person.id, person]))
  const withdrawals = new Map(
    (await withdrawalsOf(tx, round.id)).map((row) => [row.person, row.state as 'asked' | 'approved' | 'refused']),
  )
  const name = await placeNames(
    tx,
    people.flatMap((person) => [person.home, person.source]),
  )
  const items = rows.flatMap((row): Pool['items'] => {
    const person = byId.get(row.person)
    if (person === undefined) return []
    return [
      {
        person: { id: person.id, name: person.name, title: person.title, home: person.home === null ? null : name(person.home) },
        roles: [...person.roles],
        skills: [...person.skills],
        experience: person.experience,
        source: person.source === null ? null : name(person.source),
        unavailable: person.unavailable || withdrawals.get(person.id) === 'approved',
        unverified: [...person.unverified],
        pinned: row.pinned,
        withdrawal: withdrawals.get(person.id) ?? null,
      },
    ]
  })
  const homes = new Map<string, Pool['byHome'][number]>()
  for (const { person, roles } of items) {
    const line = homes.get(person.home?.code ?? '') ?? { home: person.home, people: 0, leaders: 0 }
    homes.set(person.home?.code ?? '', {
      ...line,
      people: line.people + 1,
      leaders: line.leaders + (roles.includes('leader') ? 1 : 0),
    })
  }
  return {
    items,
    byHome: [...homes.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line),
    apart: round.apart.map(([a, b]) => [a, b]),
    warnings: [...(await otherRounds(tx, round))],
  }
}

/** People who serve in another round at the same time. */
export async function otherRounds(tx: Transaction, round: RoundRecord): Promise<readonly Warning[]> {
  const clashes = await clashesBetween(tx, round.starts, round.ends)
  return clashes
    .filter((clash) => clash.kind === 'person' && (clash.round_a === round.id || clash.round_b === round.id))
    .map((clash) => {
      const other = clash.round_a === round.id ? clash.title_b : clash.title_a
      return {
        level: 'warn' as const,
        rule: 'calendar',
        zh: `${clash.name}同期（${clash.from_date}至${clash.to_date}）在“${other}”`,
        en: `${clash.name} serves in “${other}” from ${clash.from_date} to ${clash.to_date}`,
      }
    })
}
