// The board: teams in rows, seats in columns, every cell a person with six marks and the reasons behind them.
import { Type } from 'typebox'
import { Objective } from './dispatch.ts'
import { defineEndpoint } from './endpoint.ts'
import { Id, Reason } from './forms.ts'
import { closed, Mark, NamedPerson, NamedPlace, orNull, Sentence, SlotOrigin } from './round-forms.ts'

const params = { round: Id }

/** A mark without its facts: the board stays light, the drawer asks for the explanation. */
const ShortMark = closed(
  { check: Mark.properties.check, result: Mark.properties.result, hint: orNull(Sentence), waived: Type.Boolean() },
  'ShortMark',
)

const Cell = closed(
  {
    slot: Type.Integer(),
    role: Type.String(),
    skill: orNull(Type.String()),
    origin: orNull(SlotOrigin),
    person: orNull(NamedPerson),
    /** Six, in the order 地 籍 任 亲 系 复; empty for an empty seat. */
    marks: Type.Array(ShortMark),
    exposure: Type.Integer({ description: 'thousandths of a person' }),
    unverified: Type.Integer(),
    pinned: Type.Boolean(),
    certificate: orNull(Id),
  },
  'BoardCell',
)
const Row = closed(
  {
    team: Id,
    number: Type.Integer(),
    name: Type.String(),
    home: orNull(NamedPlace),
    host: orNull(NamedPlace),
    zone: orNull(Type.String()),
    targets: Type.Array(closed({ unit: Id, name: Type.String() })),
    workload: Type.Integer(),
    exposure: Type.Integer(),
    unverified: Type.Integer(),
    cells: Type.Array(Cell),
  },
  'BoardRow',
)
const Board = closed(
  {
    version: Type.Integer(),
    problem: Type.String(),
    plan: Type.String(),
    /** The round has changed since this plan was made (people, targets, ties): propose or repair again. */
    stale: Type.Boolean(),
    /** The independent check of the plan against the round as it stands: empty = valid. */
    breaches: Type.Array(closed({ rule: Type.String(), subject: Type.String(), fact: Sentence })),
    /** What gives way by signature, and what this plan would break without it. */
    relaxed: Type.Array(
      closed({ grants: Type.Array(Sentence), why: Type.String(), askedBy: Type.String(), decidedBy: Type.String() }),
    ),
    leans: Type.Array(Sentence),
    objective: Type.Array(Objective),
    rows: Type.Array(Row),
    unassigned: Type.Array(NamedPerson),
    canUndo: Type.Boolean(),
  },
  'Board',
)

export const readBoard = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/board',
  id: 'readBoard',
  zh: '查看派遣编组',
  tag: 'board',
  summary:
    'The present plan as teams × seats with six marks a cell; or, with `proposal`, a finished proposal before it is taken.',
  params,
  query: { proposal: Type.Optional(Id), version: Type.Optional(Type.Integer({ minimum: 1 })) },
  reply: Board,
  problems: ['not-found', 'wrong-state'],
})

const WhatIf = closed(
  {
    team: Id,
    teamName: Type.String(),
    host: orNull(NamedPlace),
    /** `same` = the person's own team. */
    answer: Type.Enum(['same', 'possible', 'barred', 'unknown', 'no-seat']),
    /** With whom he would change places. */
    swap: orNull(NamedPerson),
    because: Type.Array(Sentence),
    /** Price of the exchange: objective levels that change. */
    deltas: Type.Array(closed({ level: Objective.properties.level, by: Type.Integer() })),
  },
  'WhatIf',
)
export const explainSeat = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/board/explanation',
  id: 'explainSeat',
  zh: '查看派组理由',
  tag: 'board',
  summary: 'Why a person may serve in a team, or why not, and what would happen in the other teams.',
  params,
  query: { person: Id, team: Type.Optional(Id), proposal: Type.Optional(Id) },
  reply: closed(
    {
      person: NamedPerson,
      team: orNull(Id),
      /** Six marks with facts, sources and dates for the team asked about (his own by default). */
      marks: Type.Array(Mark),
      unknown: Type.Integer(),
      weak: Type.Integer(),
      barred: Type.Integer(),
      exposure: Type.Integer(),
      whatIf: Type.Array(WhatIf),
    },
    'SeatExplanation',
  ),
  problems: ['not-found'],
})

/** Puts a person into a seat, or empties it (`person: null`); who sat there goes to `freed` people unless moved too. */
const Move = closed({ team: Id, slot: Type.Integer({ minimum: 0 }), person: orNull(Id) }, 'Move')
const Verdict = closed(
  {
    allowed: Type.Boolean(),
    breaches: Type.Array(closed({ rule: Type.String(), subject: Type.String(), fact: Sentence })),
    deltas: Type.Array(closed({ level: Objective.properties.level, by: Type.Integer() })),
    changes: Type.Array(Sentence),
  },
  'MoveVerdict',
)

export const checkMoves = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/board/checks',
  id: 'checkMoves',
  zh: '试算派遣调整',
  tag: 'board',
  summary: 'Checks a change by hand without making it: bars with rule, tie and dates, and what it costs.',
  params,
  body: closed(
    {
      moves: Type.Array(Move, { minItems: 1, maxItems: 200 }),
      targets: Type.Optional(Type.Array(closed({ team: Id, units: Type.Array(Id) }))),
    },
    'MovesTried',
  ),
  reply: Verdict,
  problems: ['unfit', 'wrong-state'],
})

export const makeMoves = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/board/moves',
  id: 'makeMoves',
  zh: '调整派遣编组',
  tag: 'board',
  summary:
    'Changes the plan by hand: checked by the same engines, refused with rule, tie and dates, recorded with its reason as a new version.',
  params,
  body: closed(
    {
      version: Type.Integer({ description: 'the version that the person saw' }),
      moves: Type.Array(Move, { minItems: 1, maxItems: 200 }),
      targets: Type.Optional(Type.Array(closed({ team: Id, units: Type.Array(Id) }))),
      reason: Reason,
    },
    'MovesMade',
  ),
  reply: Board,
  problems: ['unfit', 'wrong-state', 'changed-meanwhile'],
})

export const undoMoves = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/board/undo',
  id: 'undoMoves',
  zh: '撤回派遣调整',
  tag: 'board',
  summary: 'Takes the newest change by hand back by a new version equal to the one before.',
  params,
  body: closed({ version: Type.Integer(), reason: Reason }, 'MovesUndone'),
  reply: Board,
  problems: ['wrong-state', 'changed-meanwhile', 'unfit'],
})
