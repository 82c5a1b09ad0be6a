// The calendar file, `shengmian.calendar-problem/1`: units to be visited once, the periods of a term, days of teams, windows.
import { Type, type Static } from 'typebox'
import { PlaceCode } from '../problem.ts'

const closed = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Text = Type.String({ maxLength: 1000 })
const Day = Type.String({ format: 'date' })
const IdOrNull = Type.Union([Id, Type.Null()])
/** Small enough that a hundred thousand units at the last of 200 periods keep every sum exact. */
const Days = Type.Integer({ minimum: 0, maximum: 1_000_000 })
const Workload = Type.Integer({ minimum: 1, maximum: 10_000 })

export const CalendarProblemSchema = Type.Object(
  {
    format: Type.Literal('shengmian.calendar-problem/1'),
    name: Text,
    /** In order, none overlapping. */
    periods: Type.Array(Type.Object({ id: Id, start: Day, end: Day }, closed), { minItems: 1, maxItems: 200 }),
    /** So many periods at the beginning are over: only what is pinned lies there. */
    past: Type.Integer({ minimum: 0, maximum: 200 }),
    /** Team-days in each period; a unit draws on the capacity whose region, or one of `also`, is the longest that it lies in. */
    capacities: Type.Array(
      Type.Object(
        {
          region: PlaceCode,
          /** Further regions that the same teams serve: one capacity for all of them together. */
          also: Type.Optional(Type.Array(PlaceCode, { minItems: 1, maxItems: 4000 })),
          name: Text,
          days: Type.Array(Days),
          /** Of elevated teams, for look-backs alone; without it they draw on `days`. */
          lookBackDays: Type.Optional(Type.Array(Days)),
        },
        closed,
      ),
      { minItems: 1 },
    ),
    units: Type.Array(
      Type.Object(
        {
          id: Id,
          name: Text,
          region: Type.String({ pattern: '^[0-9]{12}$' }),
          /** Team-days of the visit. */
          workload: Workload,
          /** Days in a row a visit needs free of every blackout; without it the whole period must be free. */
          stay: Type.Optional(Type.Integer({ minimum: 1, maximum: 3660 })),
          /** What a period of waiting weighs; 0 = it can wait. */
          urgency: Type.Integer({ minimum: 0, maximum: 1000 }),
          pinned: Type.Optional(IdOrNull),
          notBefore: Type.Optional(IdOrNull),
          due: Type.Optional(IdOrNull),
          /** A second visit, at least `after` periods later and, where it is said, at most `within`. */
          lookBack: Type.Optional(
            Type.Union([
              Type.Object(
                {
                  after: Type.Integer({ minimum: 1, maximum: 200 }),
                  within: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
                  workload: Workload,
                  pinned: Type.Optional(IdOrNull),
                },
                closed,
              ),
              Type.Null(),
            ]),
          ),
        },
        closed,
      ),
    ),
    /** Elections, harvests: nothing in this region between these days. */
    blackouts: Type.Array(Type.Object({ region: PlaceCode, from: Day, to: Day, reason: Text, source: Text }, closed)),
    /** A township is opened again after so many periods at the earliest; 1 = in any period. */
    spacing: Type.Integer({ minimum: 1, maximum: 200 }),
  },
  { ...closed, $id: 'https://shengmian.invalid/schemas/calendar-problem-1.json', title: 'shengmian.calendar-problem/1' },
)

export type CalendarProblem = Static<typeof CalendarProblemSchema>
export type CalendarUnit = CalendarProblem['units'][number]
