// Some units of a calendar with what is wished for them, where the rest of it is not asked for.
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { dueUnitsById } from '../../registry/index.ts'
import type { TermRow } from '../terms/term-store.ts'
import type { CalendarGround, Wish } from './calendar-ground.ts'
import { wishesOf, type WishRow } from './calendar-store.ts'
import { readSettings } from './settings.ts'

/** Of these units those that the calendar of a term plans. */
export async function gatherUnits(
  tx: Transaction,
  plan: TermRow,
  ids: readonly string[],
): Promise<Pick<CalendarGround, 'settings' | 'units' | 'wishes'>> {
  const { settings } = await readSettings(tx, plan)
  const levels = new Set<string>(settings.levels)
  const units = (await dueUnitsById(tx, wireCode(plan.authority), ids)).filter(({ level }) => levels.has(level))
  return { settings, units, wishes: wishMap(await wishesOf(tx, plan, ids)) }
}

export function wishMap(rows: readonly WishRow[]): ReadonlyMap<string, Wish> {
  return new Map(rows.map(({ unit, urgency, period, again_period: again }) => [unit, { urgency, period, again }]))
}
