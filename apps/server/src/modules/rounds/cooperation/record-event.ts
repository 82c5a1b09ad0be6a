import { Problem as Refusal, type BodyOf, type recordCooperationEvent as endpoint } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { factsForDispatch } from '../../registry/index.ts'
import { demandRole } from '../policy.ts'
import { demandPlaces } from '../round/round-names.ts'
import { findEvent, insertEvent, withdrawRow, type EventRow } from './event-store.ts'

export async function recordEvent(tx: Transaction, asked: BodyOf<typeof endpoint>, { by, at }: Acting): Promise<EventRow> {
  await demandPlaces(tx, [asked.authority])
  const authority = placeNumber(asked.authority)
  await demandRole(tx, authority, ['office'])
  if (asked.ends < asked.starts)
    throw new Refusal('unfit', { errors: [{ at: 'ends', zh: '结束早于开始', en: 'the end is before the start' }] })
  const known = await factsForDispatch(tx, { people: asked.people, units: asked.units })
  const named = new Set([...known.people, ...known.targets].map(({ id }) => id))
  const unknown = [...asked.people, ...asked.units].filter((id) => !named.has(id))
  if (unknown.length > 0)
    throw new Refusal('unfit', {
      errors: unknown.map((id) => ({
        at: id,
        zh: '参加人员或对象不在本级可见的名册里，请重新选择',
        en: 'this person or unit is not in the registers that you may see; choose again',
      })),
    })
  await insertEvent(tx, {
    authority,
    id: asked.id,
    kind: asked.kind,
    title: asked.title,
    starts: asked.starts,
    ends: asked.ends,
    people: asked.people,
    units: asked.units,
    recorded_by: by.id,
    recorded_name: by.name,
    recorded_at: at,
  })
  return findEvent(tx, asked.id)
}

export async function withdrawEvent(tx: Transaction, id: string, reason: string, at: Date): Promise<EventRow> {
  const row = await findEvent(tx, id)
  await demandRole(tx, row.authority, ['office'])
  if (row.withdrawn_at !== null)
    throw new Refusal('wrong-state', { zh: '这条记录已经撤回', en: 'this record was withdrawn already' })
  await withdrawRow(tx, row, reason, at)
  return findEvent(tx, id)
}
