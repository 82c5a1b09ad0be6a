import { Problem as Refusal, type BodyOf, type nameCharge as endpoint } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import { levelOf, placeNumber, placeRange } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findColleague } from '../../access/index.ts'
import { findUnits } from '../../registry/index.ts'
import { demandRole } from '../policy.ts'
import { demandPlaces, placeNames } from '../round/round-names.ts'
import { chargesInForce, findCharge, insertCharge, revokeRow, type ChargeRow } from './charge-store.ts'

const MANY = ['group-deputy', 'group-member']

/** Names who answers for a place; what of it is held already must be taken back first, so that the record shows both. */
export async function nameCharge(tx: Transaction, asked: BodyOf<typeof endpoint>, { by, at }: Acting): Promise<ChargeRow> {
  await demandPlaces(tx, [asked.authority, asked.place])
  const authority = placeNumber(asked.authority)
  await demandRole(tx, authority, ['office'])
  await refuseUnfit(tx, asked)
  const place = placeNumber(asked.place)
  const unit = asked.unit ?? null
  const level = levelOf(asked.place)
  const held = (await chargesInForce(tx, [authority], [asked.kind])).find(
    (row) =>
      row.place === place &&
      row.level === level &&
      row.unit === unit &&
      (!MANY.includes(asked.kind) || row.name === asked.name.trim()),
  )
  if (held !== undefined)
    throw new Refusal('already-there', {
      zh: `现由${held.name}担任，请先免去再另行指定`,
      en: `${held.name} holds it now; take that back first`,
    })
  const account = asked.signInName === undefined ? null : await accountOf(tx, asked.signInName)
  const name = await placeNames(tx, [asked.place])
  await insertCharge(tx, {
    authority,
    id: asked.id,
    kind: asked.kind,
    place,
    level,
    place_name: name(asked.place).name,
    unit,
    name: asked.name.trim(),
    title: asked.title ?? null,
    phone: asked.phone ?? null,
    account,
    recorded_by: by.id,
    recorded_name: by.name,
    recorded_at: at,
  })
  return findCharge(tx, asked.id)
}

async function refuseUnfit(tx: Transaction, asked: BodyOf<typeof endpoint>): Promise<void> {
  const unfit = (at: string, zh: string, en: string) => new Refusal('unfit', { errors: [{ at: `body/${at}`, zh, en }] })
  if (asked.kind.startsWith('group-') && asked.place !== asked.authority)
    throw unfit('place', '领导小组的区划就是本级，请选本级', 'the place of a leading group is the authority’s own')
  const { lo, hi } = placeRange(asked.authority)
  const place = placeNumber(asked.place)
  if (place < lo || place > hi) throw unfit('place', '不在本级辖区内', 'it lies outside the authority’s area')
  if (asked.unit === undefined) return
  if (asked.kind !== 'daily-supervisor')
    throw unfit('unit', '只有日常监督可以落到一个单位', 'only a daily supervisor is named for one unit')
  const [unit] = await findUnits(tx, [asked.unit])
  const within = placeRange(asked.place)
  if (unit === undefined || unit.place < within.lo || unit.place > within.hi)
    throw unfit('unit', '这个单位不在所选区划内', 'this unit does not lie in that place')
}

/** An account of the authority or below it, by the name it signs in with; nobody names himself. */
async function accountOf(tx: Transaction, signInName: string): Promise<string> {
  const found = await findColleague(tx, signInName.trim())
  if (found !== null) return found
  const error = {
    at: 'body/signInName',
    zh: '本级及下级没有这个账号（不能指定自己）',
    en: 'your body and those below it have no such account, and nobody names himself',
  }
  throw new Refusal('unfit', { errors: [error] })
}

export async function revokeCharge(tx: Transaction, id: string, reason: string, at: Date): Promise<ChargeRow> {
  const row = await findCharge(tx, id)
  await demandRole(tx, row.authority, ['office'])
  if (row.revoked_at !== null) throw new Refusal('wrong-state', { zh: '已经免去', en: 'it was taken back already' })
  await revokeRow(tx, row, reason, at)
  return findCharge(tx, id)
}
