import { Problem } from '@shengmian/contract'
import type { Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsExtension, RoundsRound, RoundsRoundEvent } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord, RoundSettings } from './round-record.ts'

/** One round that the caller may see; `lock` holds it against changes until the transaction ends. */
export async function findRound(tx: Transaction, id: string, options: { readonly lock?: boolean } = {}): Promise<RoundRecord> {
  const query = sqlOf(tx).selectFrom('rounds.round').selectAll().where('id', '=', id)
  const row = await (options.lock === true ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return asRecord(row)
}

function asRecord(row: Selectable<RoundsRound>): RoundRecord {
  return {
    authority: row.authority,
    id: row.id,
    year: row.year,
    number: row.number,
    title: row.title,
    kinds: row.kinds as RoundRecord['kinds'],
    mode: row.mode as RoundRecord['mode'],
    types: row.types as RoundRecord['types'],
    elevated: row.elevated,
    sending: row.sending,
    host: row.host,
    state: row.state as RoundRecord['state'],
    starts: row.starts,
    plannedEnds: row.planned_ends,
    ends: row.ends,
    startedOn: row.started_on,
    leftOn: row.left_on,
    template: row.template,
    programme: row.programme,
    authorisation: row.authorisation as RoundRecord['authorisation'],
    basis: row.basis as unknown as RoundRecord['basis'],
    rules: row.rules as unknown as RoundRecord['rules'],
    zones: row.zones as unknown as RoundRecord['zones'],
    apart: row.apart as unknown as RoundRecord['apart'],
    positions: row.positions as unknown as RoundRecord['positions'],
    revision: row.revision,
    createdBy: row.created_by,
    submittedBy: row.submitted_by,
  }
}

function columnsOf(settings: RoundSettings) {
  return {
    title: settings.title,
    kinds: [...settings.kinds],
    mode: settings.mode,
    types: [...settings.types],
    elevated: settings.elevated,
    sending: settings.sending,
    host: settings.host,
    starts: settings.starts,
    planned_ends: settings.ends,
    ends: settings.ends,
    template: settings.template,
    programme: settings.programme,
    authorisation: settings.authorisation === null ? null : JSON.stringify(settings.authorisation),
    basis: JSON.stringify(settings.basis),
    rules: JSON.stringify(settings.rules),
    zones: JSON.stringify(settings.zones),
    positions: JSON.stringify(settings.positions),
  }
}

export async function insertRound(
  tx: Transaction,
  round: {
    readonly id: string
    readonly authority: number
    readonly by: string
    readonly at: Date
    readonly settings: RoundSettings
    /** Left out: the next of the year. */
    readonly number?: number
  },
): Promise<void> {
  const year = Number(round.settings.starts.slice(0, 4))
  const last = await sqlOf(tx)
    .selectFrom('rounds.round')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('authority', '=', round.authority)
    .where('year', '=', year)
    .executeTakeFirst()
  await sqlOf(tx)
    .insertInto('rounds.round')
    .values({
      authority: round.authority,
      id: round.id,
      year,
      number: round.number ?? (last?.number ?? 0) + 1,
      ...columnsOf(round.settings),
      created_by: round.by,
      created_at: round.at,
    })
    .execute()
}

export async function updateSettings(tx: Transaction, round: RoundRecord, settings: RoundSettings): Promise<void> {
  await sqlOf(tx)
    .updateTable('rounds.round')
    .set({ ...columnsOf(settings), revision: round.revision + 1 })
    .where('authority', '=', round.authority)
    .where('id', '=', round.id)
    .execute()
}

/** Marks that what a plan rests on has changed; returns nothing but the mark. */
export async function touchRound(
  tx: Transaction,
  round: RoundRecord,
  change: { readonly apart?: RoundRecord['apart'] } = {},
): Promise<void> {
  await sqlOf(tx)
    .updateTable('rounds.round')
    .set((eb) => ({
      revision: eb('revision', '+', 1),
      ...(change.apart === undefined ? {} : { apart: JSON.stringify(change.apart) }),
    }))
    .where('authority', '=', round.authority)
    .where('id', '=', round.id)
    .execute()
}

export async function updateProgress(
  tx: Transaction,
  round: RoundRecord,
  progress: {
    readonly state?: string
    readonly startedOn?: string
    readonly leftOn?: string
    readonly ends?: string
    readonly submittedBy?: string | null
  },
): Promise<void> {
  await sqlOf(tx)
    .updateTable('rounds.round')
    .set({
      ...(progress.state === undefined ? {} : { state: progress.state }),
      ...(progress.startedOn === undefined ? {} : { started_on: progress.startedOn }),
      ...(progress.leftOn === undefined ? {} : { left_on: progress.leftOn }),
      ...(progress.ends === undefined ? {} : { ends: progress.ends }),
      ...(progress.submittedBy === undefined ? {} : { submitted_by: progress.submittedBy }),
    })
    .where('authority', '=', round.authority)
    .where('id', '=', round.id)
    .execute()
}

export async function insertEvent(
  tx: Transaction,
  event: Pick<
    Selectable<RoundsRoundEvent>,
    'authority' | 'round' | 'id' | 'event' | 'from_state' | 'to_state' | 'reason' | 'meeting' | 'by_account' | 'by_name' | 'at'
  >,
): Promise<void> {
  await sqlOf(tx).insertInto('rounds.round_event').values(event).execute()
}

export async function eventsOf(tx: Transaction, round: string): Promise<readonly Selectable<RoundsRoundEvent>[]> {
  return sqlOf(tx).selectFrom('rounds.round_event').selectAll().where('round', '=', round).orderBy('at').orderBy('id').execute()
}

export async function extensionsOf(tx: Transaction, round: string): Promise<readonly Selectable<RoundsExtension>[]> {
  return sqlOf(tx).selectFrom('rounds.extension').selectAll().where('round', '=', round).orderBy('asked_at').execute()
}

export async function insertExtension(
  tx: Transaction,
  extension: Omit<Selectable<RoundsExtension>, 'decided_by' | 'decided_name' | 'opinion' | 'state'>,
): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.extension')
    .values({ ...extension, state: 'asked' })
    .execute()
}

export async function updateExtension(
  tx: Transaction,
  extension: Selectable<RoundsExtension>,
  decision: { readonly state: 'approved' | 'refused'; readonly by: string; readonly name: string; readonly opinion: string },
): Promise<void> {
  await sqlOf(tx)
    .updateTable('rounds.extension')
    .set({ state: decision.state, decided_by: decision.by, decided_name: decision.name, opinion: decision.opinion })
    .where('authority', '=', extension.authority)
    .where('id', '=', extension.id)
    .execute()
}
