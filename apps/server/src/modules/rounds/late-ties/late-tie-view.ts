import type { declareLateTie, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { factsForDispatch } from '../../registry/index.ts'
import { placeNames } from '../round/round-names.ts'
import { lateTiesOf } from './late-tie-store.ts'

type View = ReplyOf<typeof declareLateTie>

/** Ties declared late in a round, newest first. */
export async function viewLateTies(tx: Transaction, round: string): Promise<View[]> {
  const rows = await lateTiesOf(tx, round)
  const { people } = await factsForDispatch(tx, { people: rows.map((row) => row.person), units: [] })
  const byId = new Map(people.map((person) => [person.id, person]))
  const name = await placeNames(
    tx,
    people.map((person) => person.home),
  )
  return rows.map((row) => {
    const person = byId.get(row.person)
    const home = person?.home ?? null
    return {
      id: row.id,
      person: {
        id: row.person,
        name: person?.name ?? row.person,
        title: person?.title ?? null,
        home: home === null ? null : name(home),
      },
      official: row.official === null ? null : { id: row.official, name: row.official_name ?? '' },
      unit: row.unit === null ? null : { id: row.unit, name: row.unit_name ?? '' },
      kind: row.kind,
      degree: row.degree,
      strength: row.strength,
      detail: row.detail,
      source: row.source as View['source'],
      declaredBy: row.by_name,
      declaredAt: row.at.toISOString(),
      effect: row.effect as View['effect'],
      affected: row.affected as unknown as View['affected'],
      repair: row.repair,
    }
  })
}
