// The schedule file, `shengmian.rotation-plan/1`: who sends to whom in each round, and how many rounds there could be.
import { Type, type Static } from 'typebox'
import { PlaceCode } from '../problem.ts'

const closed = { additionalProperties: false } as const
const Text = Type.String({ maxLength: 1000 })
const Value = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const ValueOrNull = Type.Union([Value, Type.Null()])
const Figures = Type.Object({ memory: Value, travel: Value }, closed)
const Pair = Type.Object({ home: PlaceCode, host: PlaceCode }, closed)

export const RotationPlanSchema = Type.Object(
  {
    format: Type.Literal('shengmian.rotation-plan/1'),
    problem: Type.String({ pattern: '^sha256:[0-9a-f]{64}$' }),
    seed: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    engine: Type.String({ maxLength: 100 }),
    /** `draw`: every legal round was equally likely. */
    way: Type.Union([Type.Literal('schedule'), Type.Literal('draw')]),
    rounds: Type.Array(Type.Array(Pair)),
    zones: Type.Array(
      Type.Object(
        {
          zone: Type.Union([Text, Type.Null()]),
          members: Value,
          /** The most rounds there can be; null = they never end. */
          most: ValueOrNull,
          /** How many were constructed; `most` is the exact number where both agree. */
          reached: ValueOrNull,
          limit: Type.Object({ rule: Type.String({ maxLength: 100 }), zh: Text, en: Text }, closed),
          /** Of a draw: among how many legal rounds, in decimal digits (null = not counted), and after how many tries. */
          drawn: Type.Optional(
            Type.Object(
              { legal: Type.Union([Type.String({ pattern: '^(0|[1-9][0-9]*)$' }), Type.Null()]), tries: Value },
              closed,
            ),
          ),
        },
        closed,
      ),
    ),
    objective: Figures,
    bound: Type.Object({ memory: ValueOrNull, travel: ValueOrNull }, closed),
  },
  { ...closed, $id: 'https://shengmian.invalid/schemas/rotation-plan-1.json', title: 'shengmian.rotation-plan/1' },
)

export type RotationPlan = Static<typeof RotationPlanSchema>
export type RotationPair = RotationPlan['rounds'][number][number]
export type RotationFigures = RotationPlan['objective']
