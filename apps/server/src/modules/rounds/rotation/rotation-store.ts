import type { Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsRotationAdoption, RoundsRotationBar } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../round/round-record.ts'
import type { TeamRecord } from '../teams/team-store.ts'
import type { RoundForm, RotationPattern } from './pattern-form.ts'

type Kept = 'pattern' | 'teams_before' | 'teams_after' | 'form_before' | 'form_after'

export interface AdoptionRow extends Omit<Selectable<RoundsRotationAdoption>, Kept> {
  readonly pattern: RotationPattern
  readonly teamsBefore: readonly TeamRecord[]
  readonly teamsAfter: readonly TeamRecord[]
  /** `null` = adopted when adoptions left the form of the round alone. */
  readonly form: { readonly before: RoundForm; readonly after: RoundForm } | null
}

/** Newest first. */
export async function adoptionsOf(tx: Transaction, round: string): Promise<readonly AdoptionRow[]> {
  const rows = await sqlOf(tx)
    .selectFrom('rounds.rotation_adoption')
    .selectAll()
    .where('round', '=', round)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ teams_before, teams_after, form_before, form_after, ...row }) => ({
    ...row,
    pattern: row.pattern as RotationPattern,
    form: form_before === null ? null : ({ before: form_before, after: form_after } as unknown as AdoptionRow['form']),
    teamsBefore: teams_before as unknown as readonly TeamRecord[],
    teamsAfter: teams_after as unknown as readonly TeamRecord[],
  }))
}

export async function insertAdoption(tx: Transaction, { teamsBefore, teamsAfter, form, ...row }: AdoptionRow): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.rotation_adoption')
    .values({
      ...row,
      teams_before: JSON.stringify(teamsBefore),
      teams_after: JSON.stringify(teamsAfter),
      form_before: form === null ? null : JSON.stringify(form.before),
      form_after: form === null ? null : JSON.stringify(form.after),
    })
    .execute()
}

export type BarRow = Selectable<RoundsRotationBar>

export async function barsOf(tx: Transaction, round: string): Promise<readonly BarRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.rotation_bar')
    .selectAll()
    .where('round', '=', round)
    .orderBy('home')
    .orderBy('host')
    .execute()
}

export async function changeBars(
  tx: Transaction,
  { authority, id: round }: RoundRecord,
  { gone, fresh }: { readonly gone: readonly BarRow[]; readonly fresh: readonly Omit<BarRow, 'authority' | 'round'>[] },
): Promise<void> {
  for (const { home, host } of gone) {
    await sqlOf(tx)
      .deleteFrom('rounds.rotation_bar')
      .where('authority', '=', authority)
      .where('round', '=', round)
      .where('home', '=', home)
      .where('host', '=', host)
      .execute()
  }
  if (fresh.length === 0) return
  await sqlOf(tx)
    .insertInto('rounds.rotation_bar')
    .values(fresh.map((bar) => ({ authority, round, ...bar })))
    .execute()
}
