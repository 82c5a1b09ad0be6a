import { Problem } from '@shengmian/contract'
import { sql, type Insertable, type Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsArrangement, RoundsLocalNote } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type ArrangementRow = Selectable<RoundsArrangement>
export type NoteRow = Selectable<RoundsLocalNote>

export interface TargetKey {
  readonly authority: number
  readonly round: string
  readonly unit: string
  readonly place: number
}

/**
 * Targets under way that the caller arranges for: as liaison of their place, as ordered there, as office or group of the body that
 * commissions the round. The liaison sees no other row of a target than this.
 */
export async function targetsArranged(tx: Transaction): Promise<readonly TargetKey[]> {
  const { rows } = await sql<TargetKey>`
    select authority, round, unit, place from access.liaison_targets()
    union
    select authority, round, unit, place from access.ordered_targets()
    union
    select t.authority, t.round, t.unit, t.place
    from rounds.target t join rounds.round r on r.authority = t.authority and r.id = t.round
    where t.authority = any ((select access.authorities('office', 'leading-group'))::bigint[])
      and r.state in ('authorised', 'running', 'reporting')
    order by place, unit`.execute(sqlOf(tx))
  return rows
}

/** Of these targets, by day. */
export async function arrangementsOf(tx: Transaction, targets: readonly TargetKey[]): Promise<readonly ArrangementRow[]> {
  if (targets.length === 0) return []
  return sqlOf(tx)
    .selectFrom('rounds.arrangement')
    .selectAll()
    .where(
      sql<boolean>`(authority, round, unit) in (select * from unnest(${targets.map(({ authority }) => authority)}::bigint[],
        ${targets.map(({ round }) => round)}::uuid[], ${targets.map(({ unit }) => unit)}::uuid[]))`,
    )
    .orderBy('day')
    .orderBy('at_time')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

export async function notesOf(tx: Transaction, targets: readonly TargetKey[]): Promise<readonly NoteRow[]> {
  if (targets.length === 0) return []
  return sqlOf(tx)
    .selectFrom('rounds.local_note')
    .selectAll()
    .where('unit', 'in', [...new Set(targets.map(({ unit }) => unit))])
    .execute()
}

export async function findArrangement(tx: Transaction, id: string): Promise<ArrangementRow> {
  const row = await sqlOf(tx).selectFrom('rounds.arrangement').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

export async function insertArrangement(tx: Transaction, row: Insertable<RoundsArrangement>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.arrangement').values(row).execute()
}

type Change = Partial<Pick<ArrangementRow, 'done_at' | 'done_name' | 'note' | 'revoked_at' | 'revoked_reason'>>

export async function changeArrangement(tx: Transaction, row: ArrangementRow, change: Change): Promise<void> {
  const changed = await sqlOf(tx)
    .updateTable('rounds.arrangement')
    .set(change)
    .where('authority', '=', row.authority)
    .where('id', '=', row.id)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new Problem('not-allowed')
}

export async function putNote(tx: Transaction, note: Omit<NoteRow, 'contacts'> & { readonly contacts: object }): Promise<void> {
  const written = { ...note, contacts: JSON.stringify(note.contacts) }
  const { authority: _authority, unit: _unit, place: _place, ...changed } = written
  await sqlOf(tx)
    .insertInto('rounds.local_note')
    .values(written)
    .onConflict((conflict) => conflict.columns(['authority', 'unit']).doUpdateSet(changed))
    .execute()
}
