import { sql, type Insertable, type Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { IntakePoster, IntakeRevokedPoster } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type PosterRow = Selectable<IntakePoster>
type RevocationRow = Selectable<IntakeRevokedPoster>

/** By place and medium, in the order in which they were made. */
export async function postersOf(tx: Transaction, desk: string): Promise<readonly PosterRow[]> {
  return sqlOf(tx)
    .selectFrom('intake.poster')
    .selectAll()
    .where('desk', '=', desk)
    .orderBy('village')
    .orderBy('place')
    .orderBy('medium')
    .orderBy('made_on')
    .orderBy('code')
    .execute()
}

export async function insertPosters(tx: Transaction, rows: readonly Insertable<IntakePoster>[]): Promise<void> {
  await sqlOf(tx)
    .insertInto('intake.poster')
    .values([...rows])
    .execute()
}

export async function revocationsOf(tx: Transaction, desk: string): Promise<readonly RevocationRow[]> {
  return sqlOf(tx).selectFrom('intake.revoked_poster').selectAll().where('desk', '=', desk).execute()
}

export async function insertRevocation(tx: Transaction, row: Insertable<IntakeRevokedPoster>): Promise<void> {
  await sqlOf(tx).insertInto('intake.revoked_poster').values(row).execute()
}

export interface Place {
  readonly round: string
  readonly unit: string
  readonly name: string
  /** Twelve digits. */
  readonly village: string | null
}

/** What each of the rounds inspects, as far as the caller sees it, in its order. */
export async function placesOf(tx: Transaction, ...rounds: readonly string[]): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`
    select t.round, t.unit, u.name, case when t.place % 1000 > 0 then t.place::text end as village
    from rounds.target t join registry.unit u on u.county = t.county and u.id = t.unit
    where t.round = any (${rounds}::uuid[]) order by t.position, t.unit`.execute(sqlOf(tx))
  return rows
}
