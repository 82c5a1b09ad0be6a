// The name of a reporter is read by nobody alone: one of case management asks with a reason, another approves, and the first reads it
// for a quarter of an hour. Both names stay in the book.
import { Problem, type LeadOpening, type Unsealing } from '@shengmian/contract'
import type { Seal } from '../../platform/seal.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { approve, findOpenings, findUnsealings, insertUnsealing } from './reading-store.ts'
import { heldLead, requireStep, type Caller } from './receive-leads.ts'
import { findPart } from './store.ts'

const SHOWN_OPENINGS = 200

export async function askUnsealing(
  tx: Transaction,
  lead: string,
  wish: { readonly id: string; readonly reason: string },
  by: Caller,
): Promise<void> {
  const { authority } = await heldLead(tx, lead)
  await insertUnsealing(tx, { id: wish.id, lead, authority, by, reason: wish.reason })
}

export async function listUnsealings(tx: Transaction, caller: Caller): Promise<{ items: Unsealing[] }> {
  await requireStep(tx)
  const rows = await findUnsealings(tx)
  return {
    items: rows.map((row) => ({
      id: row.id,
      lead: row.lead,
      number: row.number,
      askedBy: row.asked_name,
      isOwn: row.asked_by === caller.id,
      reason: row.reason,
      askedAt: row.asked_at.toISOString(),
      approvedBy: row.approved_name,
      until: row.until?.toISOString() ?? null,
    })),
  }
}

export async function approveUnsealing(tx: Transaction, unsealing: string, by: Caller): Promise<void> {
  await requireStep(tx)
  const row = (await findUnsealings(tx)).find((candidate) => candidate.id === unsealing)
  if (row === undefined) throw new Problem('not-found')
  if (row.asked_by === by.id)
    throw new Problem('not-allowed', { zh: '不能批准自己的申请，须由另一人批准', en: 'Nobody approves his own request' })
  if (row.approved_by !== null) throw new Problem('wrong-state', { zh: '已经有人批准', en: 'It is approved already' })
  if (!(await approve(tx, unsealing, by.name))) throw new Problem('not-allowed')
}

export async function readReporter(tx: Transaction, lead: string, seal: Seal): Promise<{ reporter: string | null }> {
  await heldLead(tx, lead)
  const sealed = await findPart(tx, 'leads.reporter', lead)
  if (sealed === null)
    throw new Problem('wrong-state', {
      zh: '须由您申请、另一人批准后 15 分钟内查看；已依法销毁的不能再看',
      en: 'It is read by the one who asked, within 15 minutes after another approved; one erased by law is read by nobody',
    })
  return JSON.parse(seal.open(sealed, `reporter ${lead}`)) as { reporter: string | null }
}

/** The book of openings, the newest first. */
export async function listOpenings(tx: Transaction, lead: string | undefined): Promise<{ items: LeadOpening[] }> {
  const rows = await findOpenings(tx, lead, SHOWN_OPENINGS)
  return {
    items: rows.map((row) => ({
      id: row.id,
      lead: row.lead,
      number: row.number,
      name: row.name,
      reason: row.reason,
      openedAt: row.opened_at.toISOString(),
      approvedBy: row.approved_name,
      kind: row.kind,
    })),
  }
}
