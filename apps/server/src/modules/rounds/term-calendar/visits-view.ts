import { type listCalendarVisits as endpoint, type QueryOf, type ReplyOf } from '@shengmian/contract'
import type { CalendarPlan } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import { placeNames } from '../round/round-names.ts'
import { regionOf as wireRegion } from '../targets/unit-region.ts'
import { levelOf, wireCode } from '../../../platform/places.ts'
import { findTermPlan } from '../terms/term-store.ts'
import { pinOf, regionOf, spanOf, urgencyOf } from './calendar-ground.ts'
import { againsOf } from './look-backs.ts'
import { gatherCalendar } from './gather-calendar.ts'
import { findCalendarVersion } from './version-store.ts'

const MOST = 5000

/** The units of a township or county with where each lies; with a period only those that have a visit in it. */
export async function viewVisits(
  tx: Transaction,
  id: string,
  { place, period }: QueryOf<typeof endpoint>,
  now: Date,
): Promise<ReplyOf<typeof endpoint>> {
  const plan = await findTermPlan(tx, id)
  const { ground } = await gatherCalendar(tx, plan, now)
  const row = await findCalendarVersion(tx, id)
  const visits = row === null ? [] : (JSON.parse(row.calendar) as CalendarPlan).visits
  const periodOf = new Map(visits.map((visit) => [`${visit.kind} ${visit.unit}`, visit.period]))
  const agains = againsOf(ground)
  const span = spanOf(ground)
  const items = ground.units
    .filter((unit) => regionOf(unit).startsWith(place))
    .map((unit) => {
      const pin = pinOf(ground, unit.id, span)
      const inspection = ground.inspections.get(unit.id)
      const again = agains.get(unit.id)
      return {
        unit,
        visit: {
          unit: unit.id,
          name: unit.name,
          level: unit.level,
          class: unit.class,
          period: (pin?.why === 'inspected' ? pin.period : periodOf.get(`first ${unit.id}`)) ?? null,
          workload: ground.settings.workload[unit.level],
          urgency: urgencyOf(ground, unit),
          isOwnUrgency: (ground.wishes.get(unit.id)?.urgency ?? null) !== null,
          pinned: pin?.why ?? null,
          lookBack:
            again === undefined
              ? null
              : {
                  period: again.inspected ?? periodOf.get(`look-back ${unit.id}`) ?? null,
                  workload: ground.settings.lookBack?.workload ?? 0,
                  isNamed: again.isNamed,
                  isPinned: again.pinned !== null,
                  isInspected: again.inspected !== null,
                  isLate: again.isLate,
                },
          round: inspection === undefined ? null : { id: inspection.round, title: inspection.title },
        },
      }
    })
    .filter(({ visit }) => period === undefined || visit.period === period || visit.lookBack?.period === period)
    .slice(0, MOST)
  const codeOf = (number: number): string => wireRegion({ place: number, level: levelOf(wireCode(number)) })
  const name = await placeNames(
    tx,
    items.map(({ unit }) => codeOf(unit.place)),
  )
  return { items: items.map(({ unit, visit }) => ({ ...visit, place: name(codeOf(unit.place)) })) }
}
