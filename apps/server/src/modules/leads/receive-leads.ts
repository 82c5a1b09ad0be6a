// Case management's desk: the list of envelopes, one lead opened at a time with a reason, and the hand-over to another body.
import { Problem, type LeadContent, type LeadEnvelope } from '@shengmian/contract'
import { decodeCursor, pageOfRows } from '../../platform/cursor.ts'
import { placeNumber, placeCode, wireCode, type PlaceLevel } from '../../platform/places.ts'
import type { Seal } from '../../platform/seal.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { nameOfPlaces } from '../registry/index.ts'
import { insertOpening } from './reading-store.ts'
import { findDesks, findLead, findLeads, findPart, hasLeadsStep, insertCustody, type EnvelopeRow } from './store.ts'

export interface Caller {
  readonly id: string
  readonly name: string
}

/** Refuses a session that has not made the step before leads: it would otherwise see an empty desk and take it for the truth. */
export async function requireStep(tx: Transaction): Promise<void> {
  if (!(await hasLeadsStep(tx))) throw new Problem('leads-step-missing')
}

/** A lead that the caller's body holds now. */
export async function heldLead(tx: Transaction, id: string): Promise<EnvelopeRow> {
  await requireStep(tx)
  const row = await findLead(tx, id)
  if (row === null) throw new Problem('not-found')
  return row
}

export async function listLeads(tx: Transaction, query: { readonly cursor?: string; readonly limit: number }) {
  await requireStep(tx)
  const rows = await findLeads(tx, decodeCursor(query.cursor, ['number', 'string', 'string']), query.limit + 1)
  const page = pageOfRows(rows, query.limit, (row) => [row.is_urgent ? 0 : 1, row.dropped_on, row.id])
  const names = await namesOf(tx, page.items)
  return { items: page.items.map((row) => envelopeView(row, names)), next: page.next }
}

export async function openLead(
  tx: Transaction,
  lead: string,
  wish: { readonly id: string; readonly reason: string },
  by: Caller,
): Promise<{ until: string }> {
  const { authority } = await heldLead(tx, lead)
  await insertOpening(tx, { id: wish.id, lead, authority, by, reason: wish.reason })
  return { until: untilOf(await heldLead(tx, lead)) }
}

export async function readLead(tx: Transaction, lead: string, seal: Seal) {
  const row = await heldLead(tx, lead)
  const sealed = await findPart(tx, 'leads.content', lead)
  if (sealed === null)
    throw new Problem('wrong-state', {
      zh: '线索没有打开，或打开已满 15 分钟，请填写理由重新打开；内容已依法销毁的，不能再打开',
      en: 'The lead is not open, or was opened more than 15 minutes ago: open it again with a reason. Content erased by law cannot be opened',
    })
  const { hasReporter, ...content } = JSON.parse(seal.open(sealed, lead)) as LeadContent & { hasReporter: boolean }
  return { lead: envelopeView(row, await namesOf(tx, [row])), content, hasReporter, until: untilOf(row) }
}

export async function listDesks(tx: Transaction) {
  await requireStep(tx)
  const desks = await findDesks(tx)
  return {
    items: desks.map(({ authority, level, body }) => ({
      code: level === 'nation' ? '00' : placeCode(authority, level as PlaceLevel),
      name: body,
    })),
  }
}

/** From here on the giver's body sees it no more. */
export async function handOverLead(
  tx: Transaction,
  lead: string,
  wish: { readonly id: string; readonly body: string; readonly reason: string },
  by: Caller,
): Promise<void> {
  const { authority } = await heldLead(tx, lead)
  const body = wish.body === '00' ? 0 : placeNumber(wish.body)
  const desks = await findDesks(tx)
  const refuse = (zh: string, en: string) => new Problem('unfit', { errors: [{ at: 'body/body', zh, en }] })
  if (body === authority) throw refuse('线索已在这个机关', 'this body holds the lead already')
  if (!desks.some((desk) => desk.authority === body))
    throw refuse(
      '这个机关没有人担任案件监督管理，无人能够接收',
      'nobody holds the case management of this body, so nobody could receive it',
    )
  await insertCustody(tx, { id: wish.id, lead, body, by: by.id, reason: wish.reason })
}

function untilOf(row: EnvelopeRow): string {
  if (row.open_until === null) throw new Error('an opened lead has no opening')
  return row.open_until.toISOString()
}

async function namesOf(tx: Transaction, rows: readonly EnvelopeRow[]): Promise<ReadonlyMap<string, string>> {
  return nameOfPlaces(tx, [...new Set(rows.flatMap(({ place }) => pathOf(wireCode(place))))])
}

/** The county, the town and the village of a code, as far as it goes. */
function pathOf(code: string): readonly string[] {
  return [6, 9, 12].filter((length) => length <= code.length).map((length) => code.slice(0, length))
}

function envelopeView(row: EnvelopeRow, names: ReadonlyMap<string, string>): LeadEnvelope {
  const code = wireCode(row.place)
  return {
    id: row.id,
    number: row.number,
    place: {
      code,
      name:
        pathOf(code)
          .map((part) => names.get(part) ?? '')
          .join('') || code,
    },
    isUrgent: row.is_urgent,
    droppedOn: row.dropped_on,
    openings: row.openings,
    isOpen: row.is_open,
  }
}
