// One draw as the caller may see it: the published records, his own seat, and for the office the frozen problem and the tickets.
import { Problem as Refusal } from '@shengmian/contract'
import { readDraw, type DrawAbort, type DrawFiles, type DrawFreeze, type Plan } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import { abortsOf, findDraw, findFrozen, recordsOf, seatsOf, type DrawRow, type RecordRow, type SeatRow } from './draw-store.ts'

export interface GatheredDraw {
  readonly id: string
  readonly authority: number
  /** For the authority whose draw it is, and the worker. */
  readonly row: DrawRow | null
  readonly seats: readonly SeatRow[]
  readonly records: readonly RecordRow[]
  readonly files: DrawFiles
}

/** Everything of a draw; not found where nothing of it is published to the caller. */
export async function gatherDraw(tx: Transaction, id: string, options: { readonly lock?: boolean } = {}): Promise<GatheredDraw> {
  const row = await findDraw(tx, id, options)
  const records = await recordsOf(tx, id)
  const [first] = records
  if (first === undefined) throw new Refusal('not-found')
  const contents = await contentsOf(tx, row, records)
  const outcome = readDraw(contents.map((content, at) => ({ name: `record ${at}`, content })))
  if (outcome.kind === 'refused') throw new Error(`the records of draw ${id} do not read: ${outcome.issues[0]?.en}`)
  return { id, authority: first.authority, row, seats: await seatsOf(tx, id), records, files: outcome.value }
}

/** The files of a draw as they would lie in a folder. */
export async function contentsOf(tx: Transaction, row: DrawRow | null, records: readonly RecordRow[]): Promise<unknown[]> {
  const [freeze] = records
  const own: unknown[] = records.map((record) => JSON.parse(record.content))
  const published = freeze === undefined ? own : [...own, ...(await earlierAborts(tx, freeze))]
  if (row === null) return published
  const frozen = await findFrozen(tx, row.id)
  const salts = frozen === null ? null : { format: 'shengmian.draw/1', kind: 'salts', root: row.root, key: frozen.salt_key }
  return [...published, ...(frozen === null ? [] : [JSON.parse(frozen.problem), salts]), ...plansOf(row)]
}

/** The plan drawn and those after withdrawals, oldest first. */
export function plansOf(row: DrawRow): readonly Plan[] {
  return row.plans as unknown as readonly Plan[]
}

/** The plans of all tickets, in their order; empty before they are solved. */
export function ticketsOf(row: DrawRow): readonly Plan[] {
  return row.tickets === null ? [] : (JSON.parse(row.tickets) as readonly Plan[])
}

/** The aborts of the earlier draws of the round: published, so that whoever sits at the table can check them too. */
async function earlierAborts(tx: Transaction, freeze: RecordRow): Promise<unknown[]> {
  const { terms } = JSON.parse(freeze.content) as DrawFreeze
  if (terms.earlier.length === 0) return []
  const roots = new Set(terms.earlier.map((entry) => entry.root))
  const aborts = (await abortsOf(tx, freeze.authority)).map((record) => JSON.parse(record.content) as DrawAbort)
  return aborts.filter((abort) => roots.has(abort.root))
}
