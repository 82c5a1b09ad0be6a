import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Line, PlaceCode, Prose, Reason } from './forms.ts'
import { closed, NamedPlace, orNull, Warning } from './round-forms.ts'

const params = { plan: Id }
const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
const Visits = Type.Array(Type.Enum(['first', 'look-back']), { minItems: 1, maxItems: 2, uniqueItems: true })
const Coverage = closed({
  level: Type.Enum(['county', 'township', 'village', 'other']),
  due: Type.Integer(),
  planned: Type.Integer(),
  inspected: Type.Integer(),
})
const Item = closed(
  {
    unit: Id,
    name: Type.String(),
    place: NamedPlace,
    year: Year,
    /** 重点单位 of the year. */
    key: Type.Boolean(),
    criteria: orNull(Type.String()),
    reason: orNull(Type.String()),
    lastInspected: orNull(Day),
    /** The first visit of the term, its look-back (回头看), or both in the same year. */
    visits: Visits,
    inspectedIn: orNull(Id),
  },
  'TermPlanItem',
)
const TermPlan = closed(
  {
    id: Id,
    authority: NamedPlace,
    title: Type.String(),
    firstYear: Year,
    lastYear: Year,
    /** A key unit inspected within so many years is chosen again only with a reason. */
    coolingYears: Type.Integer(),
    coverage: Type.Array(Coverage),
    years: Type.Array(
      closed({ year: Year, planned: Type.Integer(), lookBacks: Type.Integer(), key: Type.Integer(), inspected: Type.Integer() }),
    ),
    note: Type.String(),
  },
  'TermPlan',
)

export const listTermPlans = defineEndpoint({
  method: 'GET',
  path: '/term-plans',
  id: 'listTermPlans',
  zh: '查看五年规划',
  tag: 'term-plans',
  summary: 'Term plans (五年规划) of the caller’s office and below.',
  reply: closed({ items: Type.Array(TermPlan) }, 'TermPlans'),
})
export const createTermPlan = defineEndpoint({
  method: 'POST',
  path: '/term-plans',
  id: 'createTermPlan',
  zh: '新建五年规划',
  tag: 'term-plans',
  summary: 'Sets up a term plan: what is due is every unit of the authority’s place.',
  body: closed(
    {
      id: Id,
      authority: PlaceCode,
      title: Line,
      firstYear: Year,
      lastYear: Year,
      coolingYears: Type.Integer({ minimum: 0, maximum: 10 }),
      note: Type.Optional(Prose),
    },
    'NewTermPlan',
  ),
  reply: TermPlan,
  status: 201,
  problems: ['unfit', 'already-there', 'unknown-place'],
})
export const readTermPlan = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan',
  id: 'readTermPlan',
  zh: '查看一份五年规划',
  tag: 'term-plans',
  summary: 'A term plan with coverage: due, planned and inspected by level and year.',
  params,
  reply: TermPlan,
  problems: ['not-found'],
})
export const readYearPlan = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan/years/:year',
  id: 'readYearPlan',
  zh: '查看年度计划',
  tag: 'term-plans',
  summary: 'The plan of one year: units, key units with their criteria.',
  params: { ...params, year: Year },
  reply: closed({ year: Year, items: Type.Array(Item), warnings: Type.Array(Warning) }, 'YearPlan'),
})
export const setYearPlan = defineEndpoint({
  method: 'PUT',
  path: '/term-plans/:plan/years/:year',
  id: 'setYearPlan',
  zh: '填写年度计划',
  tag: 'term-plans',
  summary: 'Replaces the plan of one year; a key unit within its cooling period needs a reason.',
  params: { ...params, year: Year },
  body: closed(
    {
      items: Type.Array(
        closed({
          unit: Id,
          key: Type.Boolean(),
          visits: Type.Optional(Visits),
          criteria: Type.Optional(Line),
          reason: Type.Optional(Reason),
        }),
        {
          maxItems: 20_000,
        },
      ),
    },
    'YearPlanChosen',
  ),
  reply: closed({ year: Year, items: Type.Array(Item), warnings: Type.Array(Warning) }, 'YearPlan'),
  problems: ['unfit', 'not-found'],
})
export const listNeverInspected = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan/never-inspected',
  id: 'listNeverInspected',
  zh: '查看从未巡察的单位',
  tag: 'term-plans',
  summary: 'Units of the authority’s place that were never inspected, and those not inspected in this term.',
  params,
  query: {
    level: Type.Optional(Type.Enum(['county', 'township', 'village', 'other'])),
    cursor: Type.Optional(Type.String({ maxLength: 500 })),
  },
  reply: closed(
    {
      items: Type.Array(closed({ unit: Id, name: Type.String(), place: NamedPlace, lastInspected: orNull(Day) })),
      next: orNull(Type.String()),
      total: Type.Integer(),
    },
    'NeverInspected',
  ),
})
