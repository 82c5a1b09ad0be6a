// The rotation file, `shengmian.rotation-problem/1`: who may send to whom, what is remembered, how many rounds are wanted.
import { Type, type Static } from 'typebox'
import { PlaceCode } from '../problem.ts'

const closed = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Text = Type.String({ maxLength: 1000 })
const Memory = Type.Union([Type.Literal('bar'), Type.Literal('prefer'), Type.Literal('off')])
const Teams = Type.Integer({ minimum: 0, maximum: 1000 })
/** Small enough that the travel of a thousand rounds of a thousand teams stays exact. */
const Travel = Type.Integer({ minimum: 0, maximum: 1_000_000 })

export const RotationProblemSchema = Type.Object(
  {
    format: Type.Literal('shengmian.rotation-problem/1'),
    name: Text,
    /** Past rounds, oldest first. */
    rounds: Type.Array(Id),
    /** Rounds to be scheduled. */
    wanted: Type.Integer({ minimum: 1, maximum: 200 }),
    rules: Type.Object(
      {
        noSwap: Type.Optional(Type.Boolean()),
        again: Type.Optional(Memory),
        reversal: Type.Optional(Memory),
        /** How many rounds back a pair is remembered; null = for ever. */
        repeatRounds: Type.Optional(Type.Union([Type.Integer({ minimum: 0, maximum: 1000 }), Type.Null()])),
      },
      closed,
    ),
    members: Type.Array(
      Type.Object(
        {
          code: PlaceCode,
          name: Text,
          zone: Type.Optional(Type.Union([Type.String({ minLength: 1, maxLength: 1000 }), Type.Null()])),
          /** The fewest and the most teams it sends in a round; one unless given. */
          sends: Type.Optional(Type.Tuple([Teams, Teams])),
          /** The teams it needs in a round; one unless given. */
          receives: Type.Optional(Teams),
        },
        closed,
      ),
      { minItems: 1 },
    ),
    barred: Type.Array(Type.Object({ home: PlaceCode, host: PlaceCode, why: Text, source: Text }, closed)),
    dispatched: Type.Array(Type.Object({ round: Id, home: PlaceCode, host: PlaceCode }, closed)),
    travel: Type.Array(Type.Tuple([PlaceCode, PlaceCode, Travel])),
  },
  { ...closed, $id: 'https://shengmian.invalid/schemas/rotation-problem-1.json', title: 'shengmian.rotation-problem/1' },
)

export type RotationProblem = Static<typeof RotationProblemSchema>
export type RotationMember = RotationProblem['members'][number]
