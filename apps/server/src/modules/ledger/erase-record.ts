// Erasure by law: proposed by one, approved by two others. The database holds the rules; here its refusals become words.
import {
  Problem,
  type BodyOf,
  type approveErasure as endpoint,
  type proposeErasure as proposal,
  type ProblemCode,
  type ReplyOf,
} from '@shengmian/contract'
import type { Caller } from '../../http/serve.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { insertApproval, insertErasure, readErasures, type ErasureRow } from './erasure-store.ts'
import { readContent } from './reading-store.ts'

type Erasure = ReplyOf<typeof endpoint>

export async function listErasures(tx: Transaction, caller: Caller): Promise<Erasure[]> {
  return (await readErasures(tx)).map((row) => shown(row, caller))
}

/** Proposes one; the record must be one that the caller sees. */
export async function proposeErasure(tx: Transaction, caller: Caller, body: BodyOf<typeof proposal>): Promise<Erasure> {
  if ((await readContent(tx, body.table, body.record.split('/'))) === null) throw new Problem('not-found')
  return proposeSeen(tx, caller, body)
}

/** Proposes one that the caller was shown to be due, though he may not read all of it: a lead, a passphrase. */
export async function proposeSeen(tx: Transaction, caller: Caller, body: BodyOf<typeof proposal>): Promise<Erasure> {
  const record = body.record.split('/')
  await inWords(insertErasure(tx, { ...body, record }), { '23505': 'already-there' })
  return found(tx, caller, body.id)
}

/** The second approval destroys. */
export async function approveErasure(tx: Transaction, caller: Caller, id: string): Promise<Erasure> {
  await inWords(insertApproval(tx, id), {})
  return found(tx, caller, id)
}

async function found(tx: Transaction, caller: Caller, id: string): Promise<Erasure> {
  const erasure = (await listErasures(tx, caller)).find((each) => each.id === id)
  if (erasure === undefined) throw new Problem('not-found')
  return erasure
}

/** What the database refuses by: one's own, nothing there, done already, referred to, frozen, not logged yet. */
const REFUSALS: Readonly<Record<string, ProblemCode>> = {
  '42501': 'not-allowed',
  P0002: 'not-found',
  '55000': 'wrong-state',
  '55006': 'not-logged-yet',
  '23503': 'in-use',
  '23001': 'in-use',
}

async function inWords(work: Promise<void>, more: Readonly<Record<string, ProblemCode>>): Promise<void> {
  try {
    await work
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const message = error instanceof Error ? error.message : ''
    if (message.includes('never changes')) throw new Problem('in-use')
    const problem = more[code] ?? REFUSALS[code]
    if (problem === undefined) throw error
    throw new Problem(problem)
  }
}

function shown(row: ErasureRow, caller: Caller): Erasure {
  return {
    id: row.id,
    table: row.table_name,
    record: row.record.join('/'),
    basis: row.basis,
    proposedBy: row.proposed_name,
    proposedAt: row.proposed_at.toISOString(),
    approvals: row.approver_names.map((by, k) => ({ by, at: row.approved_at[k]?.toISOString() ?? '' })),
    doneAt: row.done_at?.toISOString() ?? null,
    mayApprove: row.done_at === null && row.proposed_by !== caller.id && !row.approvers.includes(caller.id),
  }
}
