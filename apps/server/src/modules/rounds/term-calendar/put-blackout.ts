import {
  Problem as Refusal,
  type BodyOf,
  type listBlackouts,
  type ParamsOf,
  type putBlackout as endpoint,
  type ReplyOf,
} from '@shengmian/contract'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import { demandPlaces, placeNames } from '../round/round-names.ts'
import { findTermPlan } from '../terms/term-store.ts'
import { blackoutsOf, deleteBlackout, keepBlackout } from './calendar-store.ts'

type View = ReplyOf<typeof endpoint>

/** Adds or changes days on which nothing may be visited in a place; the place lies within the office's own. */
export async function putBlackout(
  tx: Transaction,
  params: ParamsOf<typeof endpoint>,
  { place, kind, from, to, yearly, reason, source }: BodyOf<typeof endpoint>,
  { by, at }: { readonly by: { readonly id: string; readonly name: string }; readonly at: Date },
): Promise<View> {
  const plan = await findTermPlan(tx, params.plan)
  await demandRole(tx, plan.authority, ['office'])
  await demandPlaces(tx, [place])
  const own = wireCode(plan.authority)
  const errors = [
    ...(to < from ? [{ at: 'to', zh: `结束日${to}早于开始日${from}`, en: `ends on ${to}, before it starts on ${from}` }] : []),
    ...(yearly && Date.parse(to) - Date.parse(from) >= 365 * 86_400_000
      ? [{ at: 'to', zh: '每年的窗口须短于一年', en: 'a window of every year is shorter than a year' }]
      : []),
    ...(own === '00' || place.startsWith(own) || own.startsWith(place)
      ? []
      : [{ at: 'place', zh: `${place}不在本级范围内`, en: `${place} lies outside the place of the plan` }]),
  ]
  if (errors.length > 0)
    throw new Refusal('unfit', { ...(errors[0] === undefined ? {} : { zh: errors[0].zh, en: errors[0].en }), errors })
  await keepBlackout(tx, {
    authority: plan.authority,
    id: params.blackout,
    place,
    kind,
    from_day: from,
    to_day: to,
    yearly,
    reason: reason.trim(),
    source: source.trim(),
    by_account: by.id,
    by_name: by.name,
    at,
  })
  const view = (await viewBlackouts(tx, params.plan)).find(({ id }) => id === params.blackout)
  if (view === undefined) throw new Error('the window just written is not there')
  return view
}

/** Takes a window away. */
export async function removeBlackout(tx: Transaction, params: ParamsOf<typeof endpoint>): Promise<void> {
  const plan = await findTermPlan(tx, params.plan)
  await demandRole(tx, plan.authority, ['office'])
  if (!(await deleteBlackout(tx, plan.authority, params.blackout))) throw new Refusal('not-found')
}

/** The windows that the office of a plan keeps, by their first day. */
export async function viewBlackouts(tx: Transaction, id: string): Promise<ReplyOf<typeof listBlackouts>['items']> {
  const plan = await findTermPlan(tx, id)
  const rows = await blackoutsOf(tx, plan.authority)
  const name = await placeNames(
    tx,
    rows.map(({ place }) => place),
  )
  return rows.map((row) => ({
    id: row.id,
    place: name(row.place),
    kind: row.kind as View['kind'],
    from: row.from_day,
    to: row.to_day,
    yearly: row.yearly,
    reason: row.reason,
    source: row.source,
    by: row.by_name,
    at: row.at.toISOString(),
  }))
}
