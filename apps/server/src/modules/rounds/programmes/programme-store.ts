import { Problem } from '@shengmian/contract'
import type { Insertable, Selectable, Updateable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsProgramme, RoundsProgrammeBody, RoundsProgrammeItem } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type ProgrammeRow = Selectable<RoundsProgramme>
export type BodyRow = Selectable<RoundsProgrammeBody>
export type ItemRow = Selectable<RoundsProgrammeItem>

export async function programmes(tx: Transaction): Promise<readonly ProgrammeRow[]> {
  return sqlOf(tx).selectFrom('rounds.programme').selectAll().orderBy('starts', 'desc').orderBy('id').limit(500).execute()
}

export async function findProgramme(
  tx: Transaction,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<ProgrammeRow> {
  const query = sqlOf(tx).selectFrom('rounds.programme').selectAll().where('id', '=', id)
  const row = await (options.lock === true ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

export async function insertProgramme(
  tx: Transaction,
  programme: Insertable<RoundsProgramme>,
  bodies: readonly Insertable<RoundsProgrammeBody>[],
  items: readonly Insertable<RoundsProgrammeItem>[],
): Promise<void> {
  await sqlOf(tx).insertInto('rounds.programme').values(programme).execute()
  await sqlOf(tx)
    .insertInto('rounds.programme_body')
    .values([...bodies])
    .execute()
  if (items.length > 0)
    await sqlOf(tx)
      .insertInto('rounds.programme_item')
      .values([...items])
      .execute()
}

export async function updateProgramme(
  tx: Transaction,
  programme: ProgrammeRow,
  change: Updateable<RoundsProgramme>,
): Promise<void> {
  await sqlOf(tx)
    .updateTable('rounds.programme')
    .set(change)
    .where('authority', '=', programme.authority)
    .where('id', '=', programme.id)
    .execute()
}

export async function bodiesOf(tx: Transaction, programme: string): Promise<readonly BodyRow[]> {
  return sqlOf(tx).selectFrom('rounds.programme_body').selectAll().where('programme', '=', programme).orderBy('body').execute()
}

/** Changes one body's row; false where the caller has no right to it or it is not addressed. */
export async function updateBody(
  tx: Transaction,
  programme: ProgrammeRow,
  body: number,
  change: Updateable<RoundsProgrammeBody>,
): Promise<boolean> {
  const done = await sqlOf(tx)
    .updateTable('rounds.programme_body')
    .set(change)
    .where('authority', '=', programme.authority)
    .where('programme', '=', programme.id)
    .where('body', '=', body)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function itemsOf(tx: Transaction, programme: string): Promise<readonly ItemRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.programme_item')
    .selectAll()
    .where('programme', '=', programme)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export async function insertItem(tx: Transaction, item: Insertable<RoundsProgrammeItem>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.programme_item').values(item).execute()
}

export async function updateItem(tx: Transaction, item: ItemRow, change: Updateable<RoundsProgrammeItem>): Promise<void> {
  await sqlOf(tx)
    .updateTable('rounds.programme_item')
    .set(change)
    .where('authority', '=', item.authority)
    .where('id', '=', item.id)
    .execute()
}

/** Rounds that the bodies have set up under a programme, as far as the caller may see them. */
export async function roundsUnder(
  tx: Transaction,
  programme: string,
): Promise<readonly { readonly id: string; readonly authority: number }[]> {
  return sqlOf(tx)
    .selectFrom('rounds.round')
    .select(['id', 'authority'])
    .where('programme', '=', programme)
    .where('state', '<>', 'withdrawn')
    .execute()
}
