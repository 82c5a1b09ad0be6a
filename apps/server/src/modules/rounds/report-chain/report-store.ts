import type { Insertable, Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsReportStep } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type ReportRow = Selectable<RoundsReportStep>

/** Every step of a round's report, oldest first: ids are made in the order of time. */
export async function reportStepsOf(tx: Transaction, round: string): Promise<readonly ReportRow[]> {
  return sqlOf(tx).selectFrom('rounds.report_step').selectAll().where('round', '=', round).orderBy('at').orderBy('id').execute()
}

export async function insertReportStep(tx: Transaction, row: Insertable<RoundsReportStep>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.report_step').values(row).execute()
}
