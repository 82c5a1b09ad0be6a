import type { declareLateTie, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { namePeople } from '../round/name-people.ts'
import { lateTiesOf } from './late-tie-store.ts'

type View = ReplyOf<typeof declareLateTie>

/** Ties declared late in a round, newest first. */
export async function viewLateTies(tx: Transaction, round: string): Promise<View[]> {
  const rows = await lateTiesOf(tx, round)
  const person = await namePeople(
    tx,
    rows.map((row) => row.person),
  )
  return rows.map((row) => {
    return {
      id: row.id,
      person: person(row.person),
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
