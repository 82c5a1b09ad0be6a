import type { listCooperationEvents, recordCooperationEvent, ReplyOf } from '@shengmian/contract'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { factsForDispatch } from '../../registry/index.ts'
import { placeNames } from '../round/round-names.ts'
import { prepareParticipantCheck } from './check-participants.ts'
import { countEvents, eventsOf, type EventRow } from './event-store.ts'

type View = ReplyOf<typeof recordCooperationEvent>
type List = ReplyOf<typeof listCooperationEvents>

export async function viewEvents(
  tx: Transaction,
  {
    authority,
    year,
    kind,
  }: { readonly authority: number; readonly year: number; readonly kind?: 'pairing' | 'area' | undefined },
): Promise<List> {
  const byYear = (await countEvents(tx, authority)).map((count) => ({ ...count, total: count.pairing + count.area }))
  const { year: _year, ...counts } = byYear.find((count) => count.year === year) ?? { year, pairing: 0, area: 0, total: 0 }
  return { items: await viewRows(tx, await eventsOf(tx, authority, year, kind)), counts, byYear }
}

/** For the office, who alone records and takes back. */
export async function viewEvent(tx: Transaction, row: EventRow): Promise<View> {
  const [view] = await viewRows(tx, [row])
  if (view === undefined) throw new Error('an event without a view')
  return view
}

async function viewRows(tx: Transaction, rows: readonly EventRow[]): Promise<View[]> {
  if (rows.length === 0) return []
  const facts = await factsForDispatch(tx, {
    people: [...new Set(rows.flatMap((row) => row.people))],
    units: [...new Set(rows.flatMap((row) => row.units))],
  })
  const check = prepareParticipantCheck(facts)
  const people = new Map(facts.people.map((person) => [person.id, person]))
  const units = new Map(facts.targets.map((unit) => [unit.id, unit]))
  const name = await placeNames(tx, [
    ...rows.map((row) => row.authority),
    ...facts.people.map((person) => person.home),
    ...facts.targets.map((unit) => unit.region),
  ])
  return rows.map((row) => {
    const { exposure, warnings } = check(row)
    return {
      id: row.id,
      authority: name(wireCode(row.authority)),
      kind: row.kind as View['kind'],
      title: row.title,
      starts: row.starts,
      ends: row.ends,
      people: row.people.map((id) => {
        const person = people.get(id)
        const home = person?.home ?? null
        return { id, name: person?.name ?? id, title: person?.title ?? null, home: home === null ? null : name(home) }
      }),
      units: row.units.map((id) => {
        const unit = units.get(id)
        return { id, name: unit?.name ?? id, place: unit === undefined ? null : name(unit.region) }
      }),
      exposure,
      warnings: [...warnings],
      recordedBy: row.recorded_name,
      recordedAt: row.recorded_at.toISOString(),
      withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
      withdrawnReason: row.withdrawn_reason,
    }
  })
}
