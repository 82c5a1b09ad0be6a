// What the office wishes for single units: the period that they are pinned to, and how urgent they are.
import { Problem as Refusal, type BodyOf, type setUrgency as endpoint } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import { findTermPlan, type TermRow } from '../terms/term-store.ts'
import type { CalendarGround } from './calendar-ground.ts'
import { replaceWishes } from './calendar-store.ts'
import { gatherCalendar } from './gather-calendar.ts'

type Wish = { readonly urgency: number | null; readonly period: string | null }

/** Pins units to periods, or lets them go (`null`); their urgency stays. */
export async function keepPins(
  tx: Transaction,
  { plan, ground }: { readonly plan: TermRow; readonly ground: CalendarGround },
  pins: ReadonlyMap<string, string | null>,
  acting: Acting,
): Promise<void> {
  const urgency = (unit: string): number | null => ground.wishes.get(unit)?.urgency ?? null
  await keepWishes(
    tx,
    { plan, ground },
    new Map([...pins].map(([unit, period]) => [unit, { urgency: urgency(unit), period }])),
    acting,
  )
}

/** Says of units what a period of waiting weighs; `null` = as their class has it. The calendar is then out of date. */
export async function setUrgency(tx: Transaction, id: string, asked: BodyOf<typeof endpoint>, acting: Acting): Promise<void> {
  const plan = await findTermPlan(tx, id)
  await demandRole(tx, plan.authority, ['office'])
  const { ground } = await gatherCalendar(tx, plan, acting.at)
  const known = new Set(ground.units.map((unit) => unit.id))
  const errors = asked.units.flatMap((unit, k) =>
    known.has(unit) ? [] : [{ at: `units[${k}]`, zh: `应巡察单位中没有${unit}`, en: `no unit that is due has the id ${unit}` }],
  )
  if (errors.length > 0) throw new Refusal('unfit', { errors })
  const period = (unit: string): string | null => ground.wishes.get(unit)?.period ?? null
  const wishes = new Map(asked.units.map((unit) => [unit, { urgency: asked.urgency, period: period(unit) }]))
  await keepWishes(tx, { plan, ground }, wishes, acting)
}

async function keepWishes(
  tx: Transaction,
  { plan, ground }: { readonly plan: TermRow; readonly ground: CalendarGround },
  wishes: ReadonlyMap<string, Wish>,
  { by, at }: Acting,
): Promise<void> {
  const units = ground.units.filter(({ id }) => wishes.has(id))
  await replaceWishes(
    tx,
    plan,
    units.map(({ id, county, place }) => ({
      county,
      plan: plan.id,
      unit: id,
      authority: plan.authority,
      place,
      urgency: wishes.get(id)?.urgency ?? null,
      period: wishes.get(id)?.period ?? null,
      by_account: by.id,
      by_name: by.name,
      at,
    })),
  )
}
