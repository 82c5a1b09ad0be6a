import { Problem as Refusal, type QueryOf, type readCalendar, type ReplyOf } from '@shengmian/contract'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { placeNames } from '../round/round-names.ts'
import { clashesBetween, summariesBetween } from '../round/summary-store.ts'

/** A term is five years; two of them fit on one calendar, and no more is asked of the database at once. */
const LONGEST_YEARS = 10

type Calendar = ReplyOf<typeof readCalendar>
type Round = Calendar['rounds'][number]

/** Rounds of the caller's offices and all below on one calendar, with people and targets that stand in two at once. */
export async function viewCalendar(tx: Transaction, query: QueryOf<typeof readCalendar>): Promise<Calendar> {
  if (query.to < query.from)
    throw new Refusal('unfit', { errors: [{ at: 'to', zh: '结束早于开始', en: 'the end is before the start' }] })
  if (Number(query.to.slice(0, 4)) - Number(query.from.slice(0, 4)) > LONGEST_YEARS)
    throw new Refusal('unfit', {
      errors: [{ at: 'to', zh: `一次最多看${LONGEST_YEARS}年`, en: `at most ${LONGEST_YEARS} years at once` }],
    })
  const rows = await summariesBetween(
    tx,
    query.from,
    query.to,
    query.authority === undefined ? null : placeNumber(query.authority),
  )
  const clashes = await clashesBetween(tx, query.from, query.to)
  const name = await placeNames(
    tx,
    rows.map((row) => row.authority),
  )
  const units = await findUnits(tx, [...new Set(clashes.filter((clash) => clash.kind === 'target').map((clash) => clash.thing))])
  const unitNames = new Map(units.map((unit) => [unit.id, unit.name]))
  return {
    rounds: rows.map((row) => ({
      id: row.id,
      title: row.title,
      authority: name(row.authority),
      kinds: row.kinds as Round['kinds'],
      mode: row.mode as Round['mode'],
      state: row.state as Round['state'],
      starts: row.starts,
      ends: row.ends,
      people: row.people,
      targets: row.targets,
    })),
    conflicts: clashes.map((clash) => {
      const thing = clash.kind === 'person' ? clash.name : (unitNames.get(clash.thing) ?? clash.thing)
      return {
        kind: clash.kind,
        id: clash.thing,
        name: thing,
        rounds: [clash.round_a, clash.round_b],
        from: clash.from_date,
        to: clash.to_date,
        text: {
          zh: `${thing}在${clash.from_date}至${clash.to_date}同时列入“${clash.title_a}”和“${clash.title_b}”`,
          en: `${thing} stands in “${clash.title_a}” and “${clash.title_b}” from ${clash.from_date} to ${clash.to_date}`,
        },
      }
    }),
  }
}
