// The plan file, `shengmian.dispatch-plan/1`: who goes where, what it costs, what is proven about it.
import { Type, type Static } from 'typebox'
import { PlaceCode } from './problem.ts'

const closed = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Value = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
/** Prices and scale are small enough that a sum over ten million people stays exact in a double. */
const Price = Type.Integer({ minimum: 0, maximum: 100_000_000 })
const Bound = Type.Union([Value, Type.Null()])

export { LEVELS, type ObjectiveLevel } from './levels.ts'

const levels = <T extends Parameters<typeof Type.Union>[0][number]>(value: T) =>
  Type.Object(
    { worstExposure: value, totalExposure: value, unverified: value, memory: value, workloadSpread: value, travel: value },
    closed,
  )

export const PlanSchema = Type.Object(
  {
    format: Type.Literal('shengmian.dispatch-plan/1'),
    problem: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }),
    seed: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    effort: Value,
    engine: Type.String({ maxLength: 100 }),
    teams: Type.Array(
      Type.Object(
        {
          id: Id,
          home: Type.Union([PlaceCode, Type.Null()]),
          host: Type.Union([PlaceCode, Type.Null()]),
          targets: Type.Array(Id),
          members: Type.Array(Type.Object({ person: Id, slot: Value }, closed)),
        },
        closed,
      ),
    ),
    unassigned: Type.Array(Id),
    objective: levels(Value),
    bound: levels(Bound),
    certificates: Type.Array(
      Type.Object(
        {
          of: Type.String({ maxLength: 100 }),
          scale: Type.Integer({ minimum: 1, maximum: 100_000 }),
          prices: Type.Record(Type.String(), Price),
          /** What a unit of a better level costs, where holding it at its value is part of the proof. */
          levels: Type.Optional(Type.Object({ totalExposure: Type.Optional(Price), unverified: Type.Optional(Price) }, closed)),
          /** What it proves; where given, the stated bound may lie above it. */
          proves: Type.Optional(Value),
        },
        closed,
      ),
    ),
  },
  { ...closed, $id: 'https://shengmian.invalid/schemas/dispatch-plan-1.json', title: 'shengmian.dispatch-plan/1' },
)

export type Plan = Static<typeof PlanSchema>
export type PlanTeam = Plan['teams'][number]
export type Objective = Plan['objective']
