import type { Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsMember, RoundsPool, RoundsWithdrawal } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../round/round-record.ts'

interface TeamSlot {
  readonly role: string
  readonly skill?: string
  readonly origin?: 'sender' | 'host'
}
export interface TeamRecord {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly sending: number | null
  readonly host: number | null
  readonly slots: readonly TeamSlot[]
}
export type PoolRow = Selectable<RoundsPool>
export type MemberRow = Selectable<RoundsMember>
export type WithdrawalRow = Selectable<RoundsWithdrawal>

export async function teamsOf(tx: Transaction, round: string): Promise<readonly TeamRecord[]> {
  const rows = await sqlOf(tx).selectFrom('rounds.team').selectAll().where('round', '=', round).orderBy('number').execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    name: row.name,
    sending: row.sending,
    host: row.host,
    slots: row.slots as unknown as TeamRecord['slots'],
  }))
}

export async function replaceTeams(tx: Transaction, round: RoundRecord, teams: readonly TeamRecord[]): Promise<void> {
  await sqlOf(tx).deleteFrom('rounds.team').where('authority', '=', round.authority).where('round', '=', round.id).execute()
  if (teams.length === 0) return
  await sqlOf(tx)
    .insertInto('rounds.team')
    .values(teams.map((team) => ({ authority: round.authority, round: round.id, ...team, slots: JSON.stringify(team.slots) })))
    .execute()
}

export async function poolOf(tx: Transaction, round: string): Promise<readonly PoolRow[]> {
  return sqlOf(tx).selectFrom('rounds.pool').selectAll().where('round', '=', round).orderBy('position').execute()
}

export async function replacePool(
  tx: Transaction,
  round: RoundRecord,
  pool: readonly { readonly person: string; readonly pinned: string | null }[],
): Promise<void> {
  await sqlOf(tx).deleteFrom('rounds.pool').where('authority', '=', round.authority).where('round', '=', round.id).execute()
  for (let from = 0; from < pool.length; from += 1000) {
    await sqlOf(tx)
      .insertInto('rounds.pool')
      .values(
        pool
          .slice(from, from + 1000)
          .map((entry, index) => ({ authority: round.authority, round: round.id, position: from + index, ...entry })),
      )
      .execute()
  }
}

export async function replaceMembers(
  tx: Transaction,
  round: Pick<RoundRecord, 'authority' | 'id'>,
  members: readonly Omit<MemberRow, 'authority' | 'round'>[],
): Promise<void> {
  await sqlOf(tx).deleteFrom('rounds.member').where('authority', '=', round.authority).where('round', '=', round.id).execute()
  if (members.length === 0) return
  await sqlOf(tx)
    .insertInto('rounds.member')
    .values(members.map((member) => ({ authority: round.authority, round: round.id, ...member })))
    .execute()
}

export async function withdrawalsOf(tx: Transaction, round: string): Promise<readonly WithdrawalRow[]> {
  return sqlOf(tx).selectFrom('rounds.withdrawal').selectAll().where('round', '=', round).orderBy('asked_at').execute()
}

export async function insertWithdrawal(
  tx: Transaction,
  row: Omit<WithdrawalRow, 'state' | 'decided_by' | 'decided_name' | 'opinion'>,
): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.withdrawal')
    .values({ ...row, state: 'asked' })
    .execute()
}

export async function updateWithdrawal(
  tx: Transaction,
  row: WithdrawalRow,
  decision: { readonly state: 'approved' | 'refused'; readonly by: string; readonly name: string; readonly opinion: string },
): Promise<void> {
  await sqlOf(tx)
    .updateTable('rounds.withdrawal')
    .set({ state: decision.state, decided_by: decision.by, decided_name: decision.name, opinion: decision.opinion })
    .where('authority', '=', row.authority)
    .where('id', '=', row.id)
    .execute()
}
