import {
  Problem as Refusal,
  type BodyOf,
  type changeProgrammeDates as datesEndpoint,
  type createProgramme as createEndpoint,
  type RoundRole,
} from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { insertSections, meetingsOf, sectionsOf } from '../papers/papers-store.ts'
import { programmeSections } from '../papers/section-plan.ts'
import { demandRole, rolesAt } from '../policy.ts'
import { demandPlaces } from '../round/round-names.ts'
import {
  findProgramme,
  insertItem,
  insertProgramme,
  itemsOf,
  updateBody,
  updateItem,
  updateProgramme,
  type ProgrammeRow,
} from './programme-store.ts'

export async function createProgramme(tx: Transaction, asked: BodyOf<typeof createEndpoint>, acting: Acting): Promise<void> {
  await demandPlaces(tx, [asked.authority, ...asked.bodies.map((body) => body.body)])
  const authority = placeNumber(asked.authority)
  await demandRole(tx, authority, ['office'])
  const outside = asked.bodies.filter((body) => !body.body.startsWith(asked.authority))
  if (outside.length > 0) {
    throw new Refusal('unfit', {
      errors: outside.map((body) => ({
        at: body.body,
        zh: `${body.body}不在本级范围内`,
        en: `${body.body} lies outside the authority`,
      })),
    })
  }
  if (asked.ends < asked.starts)
    throw new Refusal('unfit', { errors: [{ at: 'ends', zh: '结束早于开始', en: 'the end is before the start' }] })
  await insertProgramme(
    tx,
    {
      authority,
      id: asked.id,
      title: asked.title,
      mode: asked.mode,
      state: 'draft',
      starts: asked.starts,
      ends: asked.ends,
      guidance_title: asked.guidance.title,
      guidance_text: asked.guidance.text,
      guidance_issued_at: acting.at,
      created_by: acting.by.id,
      created_at: acting.at,
    },
    asked.bodies.map((body) => ({
      authority,
      programme: asked.id,
      body: placeNumber(body.body),
      starts: body.starts,
      ends: body.ends,
      confirmed_revision: 1,
    })),
    asked.items.map((item, position) => ({
      authority,
      programme: asked.id,
      id: item.id,
      added_by: authority,
      text: item.text,
      locked: true,
      position,
    })),
  )
  await insertSections(tx, { authority, id: asked.id, kind: 'programme' }, programmeSections)
}

/** A programme of the caller's own office, locked until the request ends. */
async function hold(tx: Transaction, id: string, roles: readonly RoundRole[]): Promise<ProgrammeRow> {
  await demandRole(tx, (await findProgramme(tx, id)).authority, roles)
  return findProgramme(tx, id, { lock: true })
}

/** New dates of the whole: every body must confirm anew, whatever it confirmed before. */
export async function changeDates(tx: Transaction, id: string, asked: BodyOf<typeof datesEndpoint>): Promise<void> {
  const programme = await hold(tx, id, ['office'])
  const starts = asked.starts ?? programme.starts
  const ends = asked.ends ?? programme.ends
  if (ends < starts)
    throw new Refusal('unfit', { errors: [{ at: 'ends', zh: '结束早于开始', en: 'the end is before the start' }] })
  await updateProgramme(tx, programme, { starts, ends, dates_revision: programme.dates_revision + 1 })
  for (const window of asked.windows ?? []) {
    await updateBody(tx, programme, placeNumber(window.body), { starts: window.starts, ends: window.ends })
  }
}

/** A body signs for itself: nobody signs for another office. */
export async function acknowledge(
  tx: Transaction,
  id: string,
  body: string,
  what: 'received' | 'confirmed',
  acting: Acting,
): Promise<void> {
  const programme = await findProgramme(tx, id)
  const number = placeNumber(body)
  await demandRole(tx, number, ['office', 'leading-group'])
  const change =
    what === 'received'
      ? { received_by: acting.by.name, received_at: acting.at }
      : { confirmed_by: acting.by.name, confirmed_revision: programme.dates_revision }
  if (!(await updateBody(tx, programme, number, change))) throw new Refusal('not-found')
}

export async function addItem(
  tx: Transaction,
  id: string,
  item: { readonly id: string; readonly body: string; readonly text: string },
): Promise<void> {
  const programme = await findProgramme(tx, id)
  const addedBy = placeNumber(item.body)
  await demandRole(tx, addedBy, ['office'])
  const items = await itemsOf(tx, programme.id)
  await insertItem(tx, {
    authority: programme.authority,
    programme: programme.id,
    id: item.id,
    added_by: addedBy,
    text: item.text,
    locked: addedBy === programme.authority,
    position: items.length,
  })
}

export async function removeItem(tx: Transaction, programme: string, id: string, reason: string, at: Date): Promise<void> {
  const item = (await itemsOf(tx, (await findProgramme(tx, programme)).id)).find((candidate) => candidate.id === id)
  if (item === undefined) throw new Refusal('not-found')
  if (item.locked)
    throw new Refusal('unfit', { zh: '上级规定的内容不能删', en: 'what the upper office has locked is not removed' })
  if (!(await rolesAt(tx, item.added_by)).includes('office')) throw new Refusal('not-allowed')
  await updateItem(tx, item, { removed_at: at, removed_reason: reason })
}

/** Approves on the record of a leading-group meeting; the four sections must be filled first. */
export async function approveProgramme(tx: Transaction, id: string, meeting: string | null): Promise<void> {
  const programme = await hold(tx, id, ['leading-group'])
  if (programme.state !== 'draft') throw new Refusal('wrong-state')
  const empty = (await sectionsOf(tx, programme.id)).filter((section) => section.locked && section.text.trim() === '')
  const held = (await meetingsOf(tx, programme.id)).find(
    (candidate) => candidate.id === meeting && candidate.kind === 'leading-group',
  )
  const errors = [
    ...empty.map((section) => ({
      at: section.key,
      zh: `方案缺“${section.zh}”一节`,
      en: `the plan lacks its section “${section.en}”`,
    })),
    ...(held === undefined
      ? [{ at: 'meeting', zh: '批准须依据领导小组会议记录', en: 'an approval rests on the record of a leading-group meeting' }]
      : []),
  ]
  if (errors.length > 0)
    throw new Refusal('unfit', { ...(errors[0] === undefined ? {} : { zh: errors[0].zh, en: errors[0].en }), errors })
  await updateProgramme(tx, programme, { state: 'approved', meeting })
}
