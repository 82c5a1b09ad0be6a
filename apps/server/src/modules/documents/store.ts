import type { Insertable, Selectable } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { DocumentsIssued } from '../../platform/tables.generated.ts'
import type { Transaction } from '../../platform/transaction.ts'

export type IssuedRow = Selectable<DocumentsIssued>

/**
 * The next number of a series, given in the transaction that uses it: a failure gives it back, so no gap is left, and whoever comes
 * at the same time waits.
 */
export async function takeNumber(tx: Transaction, authority: number, series: string, year: number): Promise<number> {
  const row = await sqlOf(tx)
    .insertInto('documents.counter')
    .values({ authority, series, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['authority', 'series', 'year']).doUpdateSet((eb) => ({ last: eb('documents.counter.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}

export async function insertIssued(tx: Transaction, row: Insertable<DocumentsIssued>): Promise<void> {
  await sqlOf(tx).insertInto('documents.issued').values(row).execute()
}

/** The newest document of a kind for a person in a round. */
export async function findIssued(tx: Transaction, round: string, kind: string, person: string): Promise<IssuedRow | null> {
  const row = await sqlOf(tx)
    .selectFrom('documents.issued')
    .selectAll()
    .where('round', '=', round)
    .where('kind', '=', kind)
    .where('person', '=', person)
    .orderBy('issued_at', 'desc')
    .orderBy('number', 'desc')
    .executeTakeFirst()
  return row ?? null
}

export async function findIssuedById(tx: Transaction, id: string): Promise<IssuedRow | null> {
  return (await sqlOf(tx).selectFrom('documents.issued').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/** What was issued for a round, without the bytes. */
export async function issuedOf(tx: Transaction, round: string, kind: string): Promise<readonly Omit<IssuedRow, 'bytes'>[]> {
  return sqlOf(tx)
    .selectFrom('documents.issued')
    .select([
      'authority',
      'id',
      'series',
      'year',
      'number',
      'label',
      'kind',
      'round',
      'person',
      'title',
      'media_type',
      'sha256',
      'content',
      'issued_by',
      'issued_at',
    ])
    .where('round', '=', round)
    .where('kind', '=', kind)
    .orderBy('year')
    .orderBy('number')
    .execute()
}
