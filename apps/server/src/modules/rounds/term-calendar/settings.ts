import {
  Problem as Refusal,
  type BodyOf,
  type ParamsOf,
  type readTermCalendar,
  type ReplyOf,
  type setCalendarSettings as endpoint,
} from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import { findTermPlan, type TermRow } from '../terms/term-store.ts'
import { keepSettings, settingsOf } from './calendar-store.ts'
import { periodsOf } from './periods.ts'

export type CalendarSettings = ReplyOf<typeof readTermCalendar>['settings']

/**
 * Where nothing is set: quarters, villages and townships and county bodies, the team-days that suggested person-days make for a team
 * of five, and no haste but for lagging villages.
 */
export const DEFAULTS: CalendarSettings = {
  months: 3,
  levels: ['county', 'township', 'village'],
  days: null,
  share: 'whole',
  groups: [],
  exceptions: [],
  workload: { county: 6, township: 6, village: 4, other: 4 },
  stay: 10,
  spacing: 1,
  urgency: { lagging: 2, ordinary: 0, exemplary: 0, unknown: 0 },
  lookBack: null,
}

/** The settings of a term's calendar, or the defaults. */
export async function readSettings(
  tx: Transaction,
  plan: TermRow,
): Promise<{ readonly settings: CalendarSettings; readonly isSet: boolean }> {
  const kept = (await settingsOf(tx, plan)) as Partial<CalendarSettings> | null
  const settings = { ...DEFAULTS, ...kept }
  // what was set before there was a latest period has none
  const lookBack = settings.lookBack === null ? null : { ...settings.lookBack, within: settings.lookBack.within ?? null }
  return { settings: { ...settings, lookBack }, isSet: kept !== null }
}

/** Keeps the settings of a calendar; exceptions must name periods that the settings make. */
export async function setSettings(
  tx: Transaction,
  { plan: id }: ParamsOf<typeof endpoint>,
  settings: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  const plan = await findTermPlan(tx, id)
  await demandRole(tx, plan.authority, ['office'])
  const periods = periodsOf(plan.first_year, plan.last_year, settings.months)
  const known = new Set(periods.map((period) => period.id))
  const errors = settings.exceptions.flatMap(({ period }, k) =>
    known.has(period) ? [] : [{ at: `exceptions[${k}].period`, zh: `没有时段${period}`, en: `there is no period ${period}` }],
  )
  const longest = settings.months * 28
  if (settings.stay > longest)
    errors.push({
      at: 'stay',
      zh: `连续驻村天数${settings.stay}比一个时段还长`,
      en: `a stay of ${settings.stay} days is longer than a period`,
    })
  errors.push(...refusedGroups(settings, wireCode(plan.authority)))
  errors.push(...refusedLookBack(settings.lookBack, { periods: periods.length, isTop: plan.authority === 0 }))
  if (errors.length > 0) throw new Refusal('unfit', { errors })
  await keepSettings(tx, {
    authority: plan.authority,
    plan: plan.id,
    settings: JSON.stringify(settings),
    by_account: by.id,
    by_name: by.name,
    at,
  })
}

/** Groups are of counties below the office that have team-days of their own, each in one group at most. */
function refusedGroups({ share, groups }: CalendarSettings, authority: string): { at: string; zh: string; en: string }[] {
  if (groups.length > 0 && (share !== 'county' || authority.length >= 6))
    return [
      {
        at: 'groups',
        zh: '组日归各县自用时，才能设几个县合用',
        en: 'counties share teams only where counties have team-days of their own',
      },
    ]
  const taken = new Map<string, string>()
  return groups.flatMap(({ name, counties }, k) =>
    counties.flatMap((county, n) => {
      const at = `groups[${k}].counties[${n}]`
      const before = taken.get(county)
      taken.set(county, name)
      if (before !== undefined)
        return [{ at, zh: `${county}已在“${before}”里`, en: `${county} is in the group “${before}” already` }]
      return county.length === 6 && (authority === '00' || county.startsWith(authority))
        ? []
        : [{ at, zh: `${county}不是本级之下的县`, en: `${county} is no county below this office` }]
    }),
  )
}

function refusedLookBack(
  rule: CalendarSettings['lookBack'],
  { periods, isTop }: { readonly periods: number; readonly isTop: boolean },
): { at: string; zh: string; en: string }[] {
  if (rule === null) return []
  return [
    ...(rule.classes.length + rule.units.length === 0
      ? [{ at: 'lookBack.classes', zh: '回头看哪一类单位没有选', en: 'say which units are looked back at' }]
      : []),
    ...(rule.after >= periods
      ? [
          {
            at: 'lookBack.after',
            zh: `规划期只有${periods}个时段，回头看不能隔${rule.after}个`,
            en: `the term has ${periods} periods: a look-back cannot wait ${rule.after}`,
          },
        ]
      : []),
    ...(rule.within !== null && rule.within < rule.after
      ? [
          {
            at: 'lookBack.within',
            zh: `回头看最早隔${rule.after}个时段，最迟不能是${rule.within}个`,
            en: `a look-back comes ${rule.after} periods later at the earliest, so not ${rule.within} at the latest`,
          },
        ]
      : []),
    ...(isTop && rule.by === 'above'
      ? [{ at: 'lookBack.by', zh: '本级之上没有上一级', en: 'there is no level above this one' }]
      : []),
  ]
}
