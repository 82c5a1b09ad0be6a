import type { Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsDutyMatrix } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

type Table = Selectable<RoundsDutyMatrix>
export interface MatrixRow extends Omit<Table, 'holders' | 'tasks'> {
  readonly holders: string[]
  readonly tasks: { title: string; parts: ('R' | 'A' | 'C' | 'I' | null)[] }[]
}

/** The newest version; `null`: none was adopted. */
export async function findMatrix(tx: Transaction, authority: number): Promise<MatrixRow | null> {
  const row = await sqlOf(tx)
    .selectFrom('rounds.duty_matrix')
    .selectAll()
    .where('authority', '=', authority)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : (row as unknown as MatrixRow)
}

/** Answers false where somebody else adopted that version meanwhile. */
export async function insertMatrix(tx: Transaction, row: MatrixRow): Promise<boolean> {
  const made = await sqlOf(tx)
    .insertInto('rounds.duty_matrix')
    .values({ ...row, holders: JSON.stringify(row.holders), tasks: JSON.stringify(row.tasks) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}
