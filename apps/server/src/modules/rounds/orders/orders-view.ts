import type { ReplyOf, listOrders } from '@shengmian/contract'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { issuedOf } from '../../documents/index.ts'
import { addDays } from '../days.ts'
import { namePeople } from '../round/name-people.ts'
import { placeNames } from '../round/round-names.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { teamsOf } from '../teams/team-store.ts'
import { assignmentsOf, covers, lettersOf, type Letter } from './assignments.ts'
import { eventsOf } from '../round/round-store.ts'

type Orders = ReplyOf<typeof listOrders>
const CHINA_MS = 8 * 3_600_000
const dayIn = (instant: Date): string => new Date(instant.getTime() + CHINA_MS).toISOString().slice(0, 10)

export async function viewOrders(tx: Transaction, round: RoundRecord, now: Date): Promise<Orders> {
  const letters = await lettersOf(tx, round)
  const assignments = await assignmentsOf(tx, round)
  const documents = new Map((await issuedOf(tx, round.id, 'engagement-order')).map((document) => [document.label, document]))
  const ids = [
    ...new Set([...letters.map((letter) => letter.first.person), ...assignments.map((assignment) => assignment.person)]),
  ]
  const person = await namePeople(tx, ids)
  const units = new Map(
    (await findUnits(tx, [...new Set(letters.flatMap((letter) => letter.units))])).map((unit) => [unit.id, unit.name]),
  )
  const teams = new Map((await teamsOf(tx, round.id)).map((team) => [team.id, team.name]))
  const name = await placeNames(tx, [wireCode(round.authority)])
  const names = await accountNames(tx, round.id)
  return {
    items: letters.map((letter) => ({
      id: documents.get(letter.number)?.id ?? letter.first.id,
      round: round.id,
      number: letter.number,
      authority: name(wireCode(round.authority)),
      person: person(letter.first.person),
      team: letter.first.team ?? '',
      teamName: teams.get(letter.first.team ?? '') ?? '',
      role: letter.first.capacity,
      targets: letter.units.map((unit) => ({ unit, name: units.get(unit) ?? unit })),
      from: dayIn(letter.first.from),
      until: addDays(dayIn(letter.first.until), -1),
      state: stateOf(letter, now),
      issuedBy: names(letter.first.approvedBy),
      issuedAt: letter.first.issuedAt.toISOString(),
      revokedBy: letter.first.revokedAt === null ? null : '',
      revokedAt: letter.first.revokedAt?.toISOString() ?? null,
      revokedBecause: letter.first.revokedReason,
      fingerprint: documents.get(letter.number)?.sha256 ?? '',
    })),
    missing: assignments
      .filter((assignment) => !letters.some((letter) => covers(letter, assignment)))
      .map((assignment) => ({
        person: person(assignment.person),
        team: assignment.team,
        teamName: assignment.teamName,
        role: assignment.role,
        because: { zh: '方案中有此人，尚无有效授权', en: 'in the plan, without an order in force' },
      })),
    stale: letters
      .filter((letter) => letter.first.revokedAt === null && !assignments.some((assignment) => covers(letter, assignment)))
      .map((letter) => ({
        order: documents.get(letter.number)?.id ?? letter.first.id,
        number: letter.number,
        because: { zh: '方案已调整，不再包含这一授权', en: 'the plan has changed and no longer covers it' },
      })),
  }
}

function stateOf(letter: Letter, now: Date): Orders['items'][number]['state'] {
  const { revokedAt, from, until } = letter.first
  if (revokedAt !== null) return 'revoked'
  if (now < from) return 'not-yet'
  return now < until ? 'in-force' : 'ended'
}

/** Names of those who took steps in the round: the issuer is among them. */
async function accountNames(tx: Transaction, round: string): Promise<(account: string) => string> {
  const names = new Map((await eventsOf(tx, round)).map((event) => [event.by_account, event.by_name]))
  return (account) => names.get(account) ?? ''
}
