// What the office wishes for single units: the period that they are pinned to, and how urgent they are.
import { Problem as Refusal, type BodyOf, type setUrgency as endpoint } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import { findTermPlan, type TermRow } from '../terms/term-store.ts'
import { NO_WISH, type CalendarGround, type Wish } from './calendar-ground.ts'
import { replaceWishes } from './calendar-store.ts'
import { gatherUnits } from './gather-units.ts'

/** Which visit of a unit is pinned to which period; `null` = to none. */
export interface Pin {
  readonly unit: string
  readonly kind: 'first' | 'look-back'
  readonly period: string | null
}

/** The ground with these pins of the office instead. */
export function withPins(ground: CalendarGround, pins: readonly Pin[]): CalendarGround {
  const wishes = new Map(ground.wishes)
  for (const { unit, kind, period } of pins) {
    const wish = wishes.get(unit) ?? NO_WISH
    wishes.set(unit, kind === 'first' ? { ...wish, period } : { ...wish, again: period })
  }
  return { ...ground, wishes }
}

/** Pins visits to periods, or lets them go; whatever else is wished for their units stays. */
export async function keepPins(
  tx: Transaction,
  { plan, ground }: { readonly plan: TermRow; readonly ground: CalendarGround },
  pins: readonly Pin[],
  acting: Acting,
): Promise<void> {
  const { wishes } = withPins(ground, pins)
  await keepWishes(tx, { plan, ground }, new Map(pins.map(({ unit }) => [unit, wishes.get(unit) ?? NO_WISH])), acting)
}

/** Says of units what a period of waiting weighs; `null` = as their class has it. The calendar is then out of date. */
export async function setUrgency(tx: Transaction, id: string, asked: BodyOf<typeof endpoint>, acting: Acting): Promise<void> {
  const plan = await findTermPlan(tx, id)
  await demandRole(tx, plan.authority, ['office'])
  const ground = await gatherUnits(tx, plan, asked.units)
  const known = new Set(ground.units.map((unit) => unit.id))
  const errors = asked.units.flatMap((unit, k) =>
    known.has(unit) ? [] : [{ at: `units[${k}]`, zh: `应巡察单位中没有${unit}`, en: `no unit that is due has the id ${unit}` }],
  )
  if (errors.length > 0) throw new Refusal('unfit', { errors })
  const { urgency } = asked
  const wishes = new Map(asked.units.map((unit) => [unit, { ...(ground.wishes.get(unit) ?? NO_WISH), urgency }]))
  await keepWishes(tx, { plan, ground }, wishes, acting)
}

async function keepWishes(
  tx: Transaction,
  { plan, ground }: { readonly plan: TermRow; readonly ground: Pick<CalendarGround, 'units'> },
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
      again_period: wishes.get(id)?.again ?? null,
      by_account: by.id,
      by_name: by.name,
      at,
    })),
  )
}
