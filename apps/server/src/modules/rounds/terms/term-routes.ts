import {
  createTermPlan,
  listNeverInspected,
  listTermPlans,
  Problem as Refusal,
  readTermPlan,
  readYearPlan,
  type ReplyOf,
  setYearPlan as setYearEndpoint,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { placeNumber, wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { neverInspected } from '../../registry/index.ts'
import { demandRole } from '../policy.ts'
import { demandPlaces, placeNames } from '../round/round-names.ts'
import { regionOf } from '../targets/unit-region.ts'
import { coverageOf } from './term-coverage.ts'
import { findTermPlan, insertTermPlan, inspectedUnits, termItems, termPlans, type TermRow } from './term-store.ts'
import { setYearPlan, viewYearPlan } from './year-plan.ts'

async function viewTerm(tx: Transaction, plan: TermRow): Promise<ReplyOf<typeof readTermPlan>> {
  const items = await termItems(tx, plan.id)
  const inspected = await inspectedUnits(tx, plan)
  const name = await placeNames(tx, [plan.authority])
  const years = Array.from({ length: plan.last_year - plan.first_year + 1 }, (_, index) => plan.first_year + index)
  return {
    id: plan.id,
    authority: name(plan.authority),
    title: plan.title,
    firstYear: plan.first_year,
    lastYear: plan.last_year,
    coolingYears: plan.cooling_years,
    coverage: await coverageOf(tx, plan),
    years: years.map((year) => ({
      year,
      planned: items.filter((item) => item.year === year).length,
      key: items.filter((item) => item.year === year && item.key_unit).length,
      inspected: new Set(inspected.filter((target) => target.year === year).map((target) => target.unit)).size,
    })),
    note: plan.note,
  }
}

export const termRoutes: readonly Route[] = [
  serve(listTermPlans, async ({ tx }) => {
    const items: ReplyOf<typeof listTermPlans>['items'] = []
    for (const plan of await termPlans(tx)) items.push(await viewTerm(tx, plan))
    return { items }
  }),
  serve(createTermPlan, async ({ body, tx, caller, clock }) => {
    await demandPlaces(tx, [body.authority])
    const authority = placeNumber(body.authority)
    await demandRole(tx, authority, ['office'])
    if (body.lastYear < body.firstYear || body.lastYear - body.firstYear >= 10) {
      throw new Refusal('unfit', { errors: [{ at: 'lastYear', zh: '规划期须为1至10年', en: 'a term has 1 to 10 years' }] })
    }
    await insertTermPlan(tx, {
      authority,
      id: body.id,
      title: body.title,
      first_year: body.firstYear,
      last_year: body.lastYear,
      cooling_years: body.coolingYears,
      note: body.note ?? '',
      created_by: caller.id,
      created_at: clock.now(),
    })
    return viewTerm(tx, await findTermPlan(tx, body.id))
  }),
  serve(readTermPlan, async ({ params, tx }) => viewTerm(tx, await findTermPlan(tx, params.plan))),
  serve(readYearPlan, async ({ params, tx }) => viewYearPlan(tx, await findTermPlan(tx, params.plan), Number(params.year))),
  serve(setYearEndpoint, async ({ params, body, tx }) => {
    const plan = await findTermPlan(tx, params.plan)
    await demandRole(tx, plan.authority, ['office'])
    await setYearPlan(tx, plan, Number(params.year), body)
    return viewYearPlan(tx, plan, Number(params.year))
  }),
  serve(listNeverInspected, async ({ params, query, tx }) => {
    const plan = await findTermPlan(tx, params.plan)
    const page = await neverInspected(tx, wireCode(plan.authority), {
      limit: 100,
      ...(query.level === undefined ? {} : { level: query.level }),
      ...(query.cursor === undefined ? {} : { after: query.cursor }),
    })
    const name = await placeNames(tx, page.items.map(regionOf))
    return {
      items: page.items.map((unit) => ({
        unit: unit.id,
        name: unit.name,
        place: name(regionOf(unit)),
        lastInspected: unit.lastInspected,
      })),
      next: page.items.length === 100 ? (page.items.at(-1)?.id ?? null) : null,
      total: page.total,
    }
  }),
]
