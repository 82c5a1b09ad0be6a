import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, PlaceCode, Reason } from './forms.ts'
import { closed, NamedPlace, orNull, RoundMode, Sentence } from './round-forms.ts'

const params = { round: Id }
const Memory = Type.Enum(['bar', 'prefer', 'off'])
/** Who sits in a team: 整建制, 半建制, 提级, 帮扶. */
const Pattern = Type.Enum(['whole-team', 'half-team', 'elevated', 'paired'], { title: 'RotationPattern' })

/** What a rotation is asked for; left out = as the rules of the round say, everything remembered, the nearest pairs. */
const options = {
  rounds: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, default: 3 })),
  /** `nearest` least travel, `any` without regard to it, `draw` the next round by lot, every legal one equally likely. */
  way: Type.Optional(Type.Enum(['nearest', 'any', 'draw'])),
  seed: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  again: Type.Optional(Memory),
  reversal: Type.Optional(Memory),
  /** Rounds back that count; left out = all. */
  memory: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
}

const Pair = closed({ home: NamedPlace, host: NamedPlace, zone: orNull(Type.String()), travel: Type.Integer() }, 'RotationPair')

const RotationZone = closed(
  {
    /** `null` = the round has no zones: the homes of its teams together. */
    name: orNull(Type.String()),
    /** 巡情相近: why these are in one zone. */
    similarity: Type.String(),
    members: Type.Array(NamedPlace),
    /** The most rounds there can be from now on; `null` = they never end. Exact where `reached` is the same. */
    most: orNull(Type.Integer()),
    reached: orNull(Type.Integer()),
    /** What ends them. */
    limit: Sentence,
    /** Of a draw: among how many legal rounds, in decimal digits. */
    legal: orNull(Type.String()),
  },
  'RotationZone',
)

const Adoption = closed(
  {
    id: Id,
    origin: Type.Enum(['adopted', 'undone']),
    ordinal: Type.Integer(),
    pattern: Pattern,
    by: Type.String(),
    at: Instant,
  },
  'RotationAdoption',
)

const Rotation = closed(
  {
    zones: Type.Array(RotationZone),
    /** Pairs ruled out by name; one whose places are members no more does not count. */
    bars: Type.Array(
      closed({ home: NamedPlace, host: NamedPlace, why: Type.String(), by: Type.String(), counts: Type.Boolean() }),
    ),
    rules: closed({ again: Memory, reversal: Memory, memory: orNull(Type.Integer()), noSwap: Type.Boolean() }),
    /** The pairs of the newest earlier round, and how many earlier rounds are remembered. */
    last: Type.Array(Pair),
    lastRound: orNull(Type.String()),
    pastRounds: Type.Integer(),
    schedule: orNull(
      closed({
        way: Type.Enum(['nearest', 'any', 'draw']),
        seed: Type.String(),
        rounds: Type.Array(Type.Array(Pair)),
        /** Wishes of memory unmet, and kilometres; each with its proven bound or `null`. */
        memory: Type.Integer(),
        memoryBound: orNull(Type.Integer()),
        travel: Type.Integer(),
        travelBound: orNull(Type.Integer()),
      }),
    ),
    /** Instead of a schedule: after how many rounds it ends, and why. */
    ends: orNull(closed({ possible: Type.Integer(), reasons: Type.Array(Sentence) })),
    /** Homes and hosts of the teams as they are. */
    teams: Type.Array(closed({ id: Id, name: Type.String(), home: orNull(NamedPlace), host: orNull(NamedPlace) })),
    /** Newest first. */
    adoptions: Type.Array(Adoption),
    /** The adoption that can be taken back now. */
    canUndo: orNull(Id),
    /** Mode of the round and whether its leaders come from the level above, as they are and as each pattern would make them. */
    mode: RoundMode,
    elevated: Type.Boolean(),
    patterns: Type.Array(
      closed({ pattern: Pattern, mode: RoundMode, elevated: Type.Boolean(), whyNot: orNull(Sentence) }, 'RotationPatternForm'),
    ),
    /** A draft: bars and teams may still be changed. */
    mayChange: Type.Boolean(),
    /** Why no round of the schedule can be taken over; `null` = one can. */
    whyNot: orNull(Sentence),
  },
  'Rotation',
)

export const readRotation = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/rotation',
  id: 'readRotation',
  zh: '查看片区轮转',
  tag: 'rotation',
  summary:
    'Who sends to whom inside each zone, this round and the following ones: how many rounds there are, what ends them, and a checked schedule.',
  params,
  query: options,
  reply: Rotation,
  problems: ['not-found', 'unfit'],
})

export const downloadRotation = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/rotation.xlsx',
  id: 'downloadRotation',
  zh: '导出片区轮转',
  tag: 'rotation',
  summary: 'The same schedule as a workbook: zones with their reasons, then one line a member with its host in every round.',
  params,
  query: options,
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  problems: ['not-found', 'unfit'],
})

export const setRotationBars = defineEndpoint({
  method: 'PUT',
  path: '/rounds/:round/rotation/bars',
  id: 'setRotationBars',
  zh: '设置轮转限制',
  tag: 'rotation',
  summary: 'Replaces the pairs that the office of a draft rules out by name, each with its reason.',
  params,
  body: closed(
    { bars: Type.Array(closed({ home: PlaceCode, host: PlaceCode, why: Reason }), { maxItems: 500 }) },
    'RotationBarsChosen',
  ),
  reply: closed({ bars: Type.Integer() }, 'RotationBars'),
  problems: ['unfit', 'wrong-state'],
})

export const adoptRotation = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/rotation/adoptions',
  id: 'adoptRotation',
  zh: '采用片区轮转',
  tag: 'rotation',
  summary:
    'Makes one round of the schedule the homes and hosts of the teams of a draft: whole teams, half-teams, teams led from the level above, or pairs in which each side names a leader and a liaison. Mode and rules of the round follow the pattern.',
  params,
  body: closed(
    {
      id: Id,
      ...options,
      seed: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      /** Which round of the schedule, from 1. */
      ordinal: Type.Integer({ minimum: 1, maximum: 20 }),
      pattern: Pattern,
    },
    'RotationAdopted',
  ),
  reply: Rotation,
  status: 201,
  problems: ['unfit', 'wrong-state', 'already-there'],
})

export const undoRotation = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/rotation/adoptions/:adoption/undo',
  id: 'undoRotation',
  zh: '撤回片区轮转',
  tag: 'rotation',
  summary: 'Puts back teams, mode and rules as they were before the newest adoption, if nobody changed them since.',
  params: { ...params, adoption: Id },
  body: closed({ id: Id }, 'RotationUndone'),
  reply: Rotation,
  problems: ['wrong-state', 'changed-meanwhile', 'not-found'],
})
