// The calendar that is made, `shengmian.calendar-plan/1`: which unit in which period, the figures, and the prices that prove them.
import { Type, type Static } from 'typebox'
import { PlaceCode } from '../problem.ts'

const closed = { additionalProperties: false } as const
const Value = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Kind = Type.Union([Type.Literal('first'), Type.Literal('look-back')])
const Visit = Type.Object({ unit: Id, kind: Kind, period: Id }, closed)
const Figures = Type.Object({ waiting: Value, openings: Value, imbalance: Value, changes: Value }, closed)

export const CalendarPlanSchema = Type.Object(
  {
    format: Type.Literal('shengmian.calendar-plan/1'),
    problem: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }),
    seed: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    engine: Type.String({ maxLength: 100 }),
    visits: Type.Array(Visit),
    /** The visits of the older calendar that `changes` counts against; none = no older calendar. */
    kept: Type.Array(Visit),
    objective: Figures,
    /** Each proven by the solver, region by region, given that the figures before it are as they are. */
    bound: Figures,
    /** The part of the bound that counting and prices alone prove: `verify` works it out again. */
    certified: Figures,
    /** A thousandth of a waiting period for a team-day, by capacity and open period: from these anybody works out what is certified. */
    prices: Type.Array(Type.Object({ region: PlaceCode, of: Kind, milli: Type.Array(Value) }, closed)),
    /**
     * Prices of seats by capacity region, in millionths of a period of waiting or of an opening, each list by open period: from these
     * anybody works out the rest of what is certified. A sort that is not named costs nothing. Older plans have none.
     */
    proofs: Type.Optional(
      Type.Array(
        Type.Object(
          {
            region: PlaceCode,
            figure: Type.Union([Type.Literal('waiting'), Type.Literal('openings')]),
            /** For a unit of waiting; 0 where waiting is proven. */
            wait: Value,
            /** For a unit of urgency that is left over after the period. */
            left: Type.Array(Value),
            /** For a visit, by its sort: whose days it takes, urgency, workload. */
            seats: Type.Array(
              Type.Object({ of: Kind, urgency: Value, workload: Value, micro: Type.Array(Type.Integer()) }, closed),
            ),
          },
          closed,
        ),
      ),
    ),
    years: Type.Array(Type.Object({ year: Type.Integer({ minimum: 0, maximum: 9999 }), units: Value, days: Value }, closed)),
  },
  { ...closed, $id: 'https://shengmian.invalid/schemas/calendar-plan-1.json', title: 'shengmian.calendar-plan/1' },
)

export type CalendarPlan = Static<typeof CalendarPlanSchema>
export type CalendarVisit = CalendarPlan['visits'][number]
export type CalendarFigures = CalendarPlan['objective']
export type CalendarProof = NonNullable<CalendarPlan['proofs']>[number]
