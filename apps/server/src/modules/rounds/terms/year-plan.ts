import {
  Problem as Refusal,
  type BodyOf,
  type ReplyOf,
  type readYearPlan,
  type setYearPlan as endpoint,
  type Warning,
} from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { factsForDispatch } from '../../registry/index.ts'
import { demandRole } from '../policy.ts'
import { placeNames } from '../round/round-names.ts'
import { findTermPlan, inspectedUnits, replaceTermItems, termItems, type TermRow } from './term-store.ts'

type YearPlan = ReplyOf<typeof readYearPlan>

/** Replaces the plan of a year. Key units rotate: one that is chosen again within its cooling period needs a reason. */
export async function setYearPlan(tx: Transaction, id: string, year: number, asked: BodyOf<typeof endpoint>): Promise<void> {
  const plan = await findTermPlan(tx, id)
  await demandRole(tx, plan.authority, ['office'])
  if (year < plan.first_year || year > plan.last_year) {
    throw new Refusal('unfit', { errors: [{ at: 'year', zh: `${year}年不在规划期内`, en: `${year} lies outside the term` }] })
  }
  const { targets: units } = await factsForDispatch(tx, { people: [], units: asked.items.map((item) => item.unit) })
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const cooling = await coolingUnits(tx, plan, year)
  const errors = asked.items.flatMap((item, index) => {
    const unit = byId.get(item.unit)
    if (unit === undefined)
      return [{ at: `items[${index}].unit`, zh: `没有编号为${item.unit}的单位`, en: `no unit has the id ${item.unit}` }]
    if (!item.key) return []
    if (item.criteria === undefined)
      return [
        {
          at: `items[${index}].criteria`,
          zh: `重点单位${unit.name}须写选定标准`,
          en: `key unit ${unit.name} needs its criteria`,
        },
      ]
    const last = unit.lastInspected === null ? null : Number(unit.lastInspected.slice(0, 4))
    const isRecent = (last !== null && last < year && year - last <= plan.cooling_years) || cooling.has(item.unit)
    return isRecent && item.reason === undefined
      ? [
          {
            at: `items[${index}].reason`,
            zh: `${unit.name}在${plan.cooling_years}年间隔期内巡察过，再列须写理由`,
            en: `${unit.name} was inspected within ${plan.cooling_years} years: give a reason`,
          },
        ]
      : []
  })
  if (errors.length > 0)
    throw new Refusal('unfit', { ...(errors[0] === undefined ? {} : { zh: errors[0].zh, en: errors[0].en }), errors })
  await replaceTermItems(
    tx,
    plan,
    year,
    asked.items.flatMap((item, position) => {
      const unit = byId.get(item.unit)
      if (unit === undefined) return []
      const owner = {
        authority: plan.authority,
        plan: plan.id,
        county: unit.county,
        place: unit.place,
        unit: unit.id,
        year,
        position,
      }
      const visits = new Set(item.visits ?? ['first'])
      const kinds = { first_visit: visits.has('first'), look_back: visits.has('look-back') }
      return [{ ...owner, ...kinds, key_unit: item.key, criteria: item.criteria ?? null, reason: item.reason ?? null }]
    }),
  )
}

/** Key units planned, and units inspected, in the cooling years before. */
async function coolingUnits(tx: Transaction, plan: TermRow, year: number): Promise<ReadonlySet<string>> {
  const planned = (await termItems(tx, plan.id)).filter(
    (item) => item.key_unit && item.year < year && year - item.year <= plan.cooling_years,
  )
  const inspected = (await inspectedUnits(tx, plan)).filter(
    (target) => target.year < year && year - target.year <= plan.cooling_years,
  )
  return new Set([...planned, ...inspected].map((entry) => entry.unit))
}

export async function viewYearPlan(tx: Transaction, id: string, year: number): Promise<YearPlan> {
  const plan = await findTermPlan(tx, id)
  const rows = await termItems(tx, plan.id, year)
  const { targets: units } = await factsForDispatch(tx, { people: [], units: rows.map((row) => row.unit) })
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const targets = await inspectedUnits(tx, plan)
  const inspected = new Map(targets.map(({ unit, round }) => [unit, round]))
  const lookedBack = new Map(targets.flatMap(({ unit, round, again }) => (again ? [[unit, round] as const] : [])))
  const name = await placeNames(
    tx,
    units.map((unit) => unit.region),
  )
  const items = rows.flatMap((row): YearPlan['items'] => {
    const unit = byId.get(row.unit)
    if (unit === undefined) return []
    const { key_unit: key, criteria, reason } = row
    return [
      {
        unit: unit.id,
        name: unit.name,
        place: name(unit.region),
        year,
        key,
        criteria,
        reason,
        lastInspected: unit.lastInspected,
        visits: [...(row.first_visit ? (['first'] as const) : []), ...(row.look_back ? (['look-back'] as const) : [])],
        inspectedIn: (row.first_visit ? inspected : lookedBack).get(unit.id) ?? null,
      },
    ]
  })
  const justified = items.filter((item) => item.key && item.reason !== null)
  const warnings: Warning[] = justified.map((item) => ({
    level: 'note',
    rule: 'cooling',
    zh: `${item.name}在间隔期内再次列为重点：${item.reason ?? ''}`,
    en: `${item.name} is a key unit again within its cooling period: ${item.reason ?? ''}`,
  }))
  return { year, items, warnings }
}
