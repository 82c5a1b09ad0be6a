import {
  Problem as Refusal,
  type BodyOf,
  type createTermPlan as createEndpoint,
  type listNeverInspected,
  type QueryOf,
  type readTermPlan,
  type ReplyOf,
} from '@shengmian/contract'
import { placeNumber, wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { neverInspected } from '../../registry/index.ts'
import { demandRole } from '../policy.ts'
import { demandPlaces, placeNames } from '../round/round-names.ts'
import { regionOf } from '../targets/unit-region.ts'
import { coverageOf } from './term-coverage.ts'
import { findTermPlan, insertTermPlan, inspectedUnits, termItems, termPlans, type TermRow } from './term-store.ts'

type TermView = ReplyOf<typeof readTermPlan>

export async function createTermPlan(tx: Transaction, body: BodyOf<typeof createEndpoint>, by: string, at: Date): Promise<void> {
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
    created_by: by,
    created_at: at,
  })
}

/** Term plans that the caller may see. */
export async function viewTermPlans(tx: Transaction): Promise<TermView[]> {
  const views: TermView[] = []
  for (const plan of await termPlans(tx)) views.push(await viewTerm(tx, plan))
  return views
}

export async function viewTermPlan(tx: Transaction, id: string): Promise<TermView> {
  return viewTerm(tx, await findTermPlan(tx, id))
}

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
      planned: items.filter((item) => item.year === year && item.first_visit).length,
      lookBacks: items.filter((item) => item.year === year && item.look_back).length,
      key: items.filter((item) => item.year === year && item.key_unit).length,
      inspected: new Set(inspected.filter((target) => target.year === year).map((target) => target.unit)).size,
    })),
    note: plan.note,
  }
}

export async function viewNeverInspected(
  tx: Transaction,
  id: string,
  query: QueryOf<typeof listNeverInspected>,
): Promise<ReplyOf<typeof listNeverInspected>> {
  const plan = await findTermPlan(tx, id)
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
}
