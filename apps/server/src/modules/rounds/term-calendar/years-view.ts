// What the calendar puts into each year, beside the plan of the year.
import type { readTermCalendar, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { termItems } from '../terms/term-store.ts'
import { spanOf, type CalendarGround } from './calendar-ground.ts'
import type { Placed } from './place-units.ts'

type View = ReplyOf<typeof readTermCalendar>

export async function yearsView(
  tx: Transaction,
  plan: string,
  { ground, placed }: { readonly ground: CalendarGround; readonly placed: readonly Placed[] },
): Promise<View['years']> {
  const yearOf = new Map(spanOf(ground).periods.map(({ id, start }) => [id, Number(start.slice(0, 4))]))
  const items = await termItems(tx, plan)
  return Array.from({ length: ground.lastYear - ground.firstYear + 1 }, (_, k) => {
    const year = ground.firstYear + k
    const own = placed.filter(({ period }) => yearOf.get(period ?? '') === year)
    const agains = placed.filter(({ again }) => yearOf.get(again?.period ?? '') === year)
    const inYear = items.filter((item) => item.year === year)
    const planned = inYear.filter((item) => item.first_visit)
    const plannedAgain = inYear.filter((item) => item.look_back)
    const [ids, againIds] = [new Set(own.map(({ id }) => id)), new Set(agains.map(({ id }) => id))]
    return {
      year,
      units: own.length,
      days:
        own.reduce((sum, { workload }) => sum + workload, 0) +
        (ground.settings.lookBack?.by === 'own' ? agains.reduce((sum, { again }) => sum + (again?.workload ?? 0), 0) : 0),
      lookBacks: agains.length,
      planned: planned.length,
      same: planned.filter(({ unit }) => ids.has(unit)).length,
      plannedLookBacks: plannedAgain.length,
      sameLookBacks: plannedAgain.filter(({ unit }) => againIds.has(unit)).length,
    }
  })
}
