// The draw of a round's plan: the office freezes, parties commit and open at their own screens, everybody signed in reads what is published.
import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Line, Reason } from './forms.ts'
import { closed, orNull, Sentence } from './round-forms.ts'

const Hash = Type.String({ pattern: '^sha256:[0-9a-f]{64}$' })
const Secret = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Stage = Type.Union([Type.Literal(1), Type.Literal(2)])
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000_000 })
const Side = Type.Enum(['commissioning', 'sending', 'inspected', 'supervisor'])
const Tolerance = closed(
  {
    worstExposure: Count,
    totalExposure: Count,
    unverified: Count,
    memory: Count,
    workloadSpread: Count,
    travelPermille: Type.Integer({ minimum: 0, maximum: 10_000 }),
    travelKm: Count,
  },
  'DrawTolerance',
)
const terms = {
  tickets: Type.Integer({ minimum: 2, maximum: 10_000 }),
  tolerance: Tolerance,
  /** No person–target pair in more than this share of the tickets. */
  capPermille: orNull(Type.Integer({ minimum: 1, maximum: 1000 })),
  withdrawal: Type.Enum(['next-ticket', 'least-change']),
  deadline: Line,
}

const DrawParty = closed(
  {
    party: Type.String(),
    name: Type.String(),
    side: Side,
    /** When each step was taken; null = not yet. */
    committed: orNull(Instant),
    opened: Type.Array(orNull(Instant), { minItems: 2, maxItems: 2 }),
    /** What it committed to, as published. */
    commitments: orNull(Type.Array(Hash)),
    /** Whether the caller sits here. */
    isOwn: Type.Boolean(),
  },
  'DrawParty',
)

const Draw = closed(
  {
    id: Id,
    /** Null for whoever may not see the round. */
    round: orNull(Id),
    roundTitle: Type.String(),
    number: Type.Integer(),
    root: Hash,
    state: Type.Enum(['committing', 'opening-first', 'solving', 'opening-second', 'picking', 'picked', 'aborted']),
    ...terms,
    parties: Type.Array(DrawParty),
    dice: Type.Array(closed({ stage: Stage, rolls: Type.String(), witness: Type.String() })),
    /** Only for the office: how far the solver is. */
    solver: orNull(
      closed({
        state: Type.Enum(['idle', 'queued', 'running', 'done', 'cap-not-met', 'no-plan', 'failed', 'cancelled']),
        task: orNull(Type.Enum(['tickets', 'withdrawal'])),
        done: Type.Integer(),
        message: orNull(Sentence),
      }),
    ),
    portfolio: orNull(
      closed({
        beacon: Hash,
        root: Hash,
        plans: Type.Array(Hash),
        distinct: Type.Integer(),
        /** Tickets with the most frequent person–target pair; the sum over people of their own most; people seated. */
        largestPair: Type.Integer(),
        sumOfLargest: Type.Integer(),
        people: Type.Integer(),
        minEntropyMillibits: Type.Integer(),
        bestTravel: Type.Integer(),
      }),
    ),
    pick: orNull(closed({ beacon: Hash, ticket: Type.Integer(), plan: Hash, at: Instant })),
    /** Only for the office. */
    withdrawals: Type.Array(
      closed({
        number: Type.Integer(),
        person: Type.String(),
        reason: Type.String(),
        by: Type.String(),
        ticket: orNull(Type.Integer()),
        plan: Hash,
      }),
    ),
    /** The versions that plans of this draw became; null = not taken yet. */
    taken: Type.Array(orNull(Type.Integer())),
    abort: orNull(closed({ party: orNull(Type.String()), why: Type.String(), at: Instant })),
    /** `ended`: how far each had come and in whose name it ended, where a secret was open. */
    earlier: Type.Array(closed({ number: Type.Integer(), root: Hash, ended: orNull(Sentence) })),
    canConduct: Type.Boolean(),
  },
  'Draw',
)

export const listDraws = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/draws',
  id: 'listDraws',
  zh: '查看本轮抽签',
  tag: 'draws',
  summary: 'The draws of a round, newest first; aborted ones stay.',
  params: { round: Id },
  reply: closed({ items: Type.Array(Draw) }, 'Draws'),
  problems: ['not-found'],
})

export const listOwnDraws = defineEndpoint({
  method: 'GET',
  path: '/draws',
  id: 'listOwnDraws',
  zh: '查看抽签席位',
  tag: 'draws',
  summary: 'Draws in which the caller sits at the table, newest first.',
  reply: closed({ items: Type.Array(Draw) }, 'OwnDraws'),
})

export const readDraw = defineEndpoint({
  method: 'GET',
  path: '/draws/:draw',
  id: 'readDraw',
  zh: '查看抽签',
  tag: 'draws',
  summary: 'What is published of a draw; for the office also how far the solver is, and withdrawals.',
  params: { draw: Id },
  reply: Draw,
  problems: ['not-found'],
})

export const freezeDraw = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/draws',
  id: 'freezeDraw',
  zh: '冻结抽签',
  tag: 'draws',
  summary: 'Freezes the round as it stands and the terms of the draw under a root, and names who sits at the table.',
  params: { round: Id },
  body: closed(
    {
      id: Id,
      ...terms,
      parties: Type.Array(closed({ account: Id, name: Line, side: Side }), { minItems: 1, maxItems: 20 }),
    },
    'DrawFrozen',
  ),
  reply: Draw,
  status: 201,
  problems: ['unfit', 'wrong-state', 'not-found'],
})

export const rehearseDraw = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/draws/rehearsal',
  id: 'rehearseDraw',
  zh: '演练抽签',
  unkept: true,
  tag: 'draws',
  summary: 'What the odds of a draw would be under such terms, from at most 40 tickets of no draw; nothing is kept.',
  params: { round: Id },
  body: closed({ tickets: terms.tickets, tolerance: Tolerance, capPermille: terms.capPermille }, 'DrawRehearsed'),
  reply: closed(
    {
      tickets: Type.Integer(),
      largestPair: Type.Integer(),
      sumOfLargest: Type.Integer(),
      people: Type.Integer(),
      distinct: Type.Integer(),
      /** Tickets that the cap allows a pair; above it the cap cannot be met. */
      quota: orNull(Type.Integer()),
    },
    'DrawOdds',
  ),
  problems: ['unfit', 'not-found'],
})

export const commitToDraw = defineEndpoint({
  method: 'POST',
  path: '/draws/:draw/commitment',
  id: 'commitToDraw',
  zh: '提交抽签承诺',
  tag: 'draws',
  summary: 'A party commits to its two secrets, which stay with it.',
  params: { draw: Id },
  body: closed({ first: Hash, second: Hash }, 'DrawCommitted'),
  reply: Draw,
  status: 201,
  problems: ['not-allowed', 'wrong-state', 'already-there'],
})

export const recordDice = defineEndpoint({
  method: 'POST',
  path: '/draws/:draw/dice',
  id: 'recordDice',
  zh: '登记骰子',
  tag: 'draws',
  summary: 'Dice thrown in public before the first secret of a stage is opened.',
  params: { draw: Id },
  body: closed({ stage: Stage, rolls: Type.String({ pattern: '^[1-6]{10,1000}$' }), witness: Line }, 'DiceThrown'),
  reply: Draw,
  status: 201,
  problems: ['wrong-state', 'already-there'],
})

export const openSecret = defineEndpoint({
  method: 'POST',
  path: '/draws/:draw/secrets',
  id: 'openSecret',
  zh: '公开抽签密数',
  tag: 'draws',
  summary: 'A party opens its secret of a stage; refused unless it is the one committed to.',
  params: { draw: Id },
  body: closed({ stage: Stage, secret: Secret }, 'SecretOpened'),
  reply: Draw,
  status: 201,
  problems: ['not-allowed', 'wrong-state', 'unfit'],
})

export const solveTickets = defineEndpoint({
  method: 'POST',
  path: '/draws/:draw/tickets',
  id: 'solveTickets',
  zh: '出签',
  tag: 'draws',
  summary: 'Queues the solver on all tickets once every first secret is open; their hashes are published when it is done.',
  params: { draw: Id },
  reply: Draw,
  status: 202,
  problems: ['wrong-state'],
})

export const cancelTickets = defineEndpoint({
  method: 'POST',
  path: '/draws/:draw/tickets/cancel',
  id: 'cancelTickets',
  zh: '停止出签',
  tag: 'draws',
  summary: 'Stops the solver. Solving again gives the same tickets.',
  params: { draw: Id },
  reply: Draw,
  problems: ['wrong-state'],
})

export const pickTicket = defineEndpoint({
  method: 'POST',
  path: '/draws/:draw/pick',
  id: 'pickTicket',
  zh: '抽定方案',
  tag: 'draws',
  summary: 'Picks the ticket that the second secrets name, and makes its plan the plan of the round.',
  params: { draw: Id },
  reply: Draw,
  status: 201,
  problems: ['wrong-state', 'changed-meanwhile'],
})

export const replaceInDraw = defineEndpoint({
  method: 'POST',
  path: '/draws/:draw/withdrawals',
  id: 'replaceInDraw',
  zh: '登记抽签后退出',
  tag: 'draws',
  summary: 'Somebody drops out after the draw: queues the replacement that the terms name, never a choice by hand.',
  params: { draw: Id },
  body: closed({ person: Id, reason: Reason }, 'DrawWithdrawn'),
  reply: Draw,
  status: 202,
  problems: ['wrong-state', 'unfit'],
})

export const takeReplacement = defineEndpoint({
  method: 'POST',
  path: '/draws/:draw/withdrawals/take',
  id: 'takeReplacement',
  zh: '采用接替方案',
  tag: 'draws',
  summary: 'Makes the plan after the newest withdrawal the plan of the round.',
  params: { draw: Id },
  reply: Draw,
  problems: ['wrong-state', 'changed-meanwhile'],
})

export const abortDraw = defineEndpoint({
  method: 'POST',
  path: '/draws/:draw/abort',
  id: 'abortDraw',
  zh: '中止抽签',
  tag: 'draws',
  summary: 'Ends a draw that cannot go on; a party that did not open is named, and stays on record.',
  params: { draw: Id },
  body: closed({ party: orNull(Type.String({ maxLength: 100 })), why: Reason }, 'DrawAborted'),
  reply: Draw,
  status: 201,
  problems: ['wrong-state', 'unfit'],
})

export const downloadDraw = defineEndpoint({
  method: 'GET',
  path: '/draws/:draw/draw.json',
  id: 'downloadDraw',
  zh: '下载抽签文件',
  tag: 'draws',
  summary: 'All files of a draw in one, as `shengmian draw verify` takes them; problem and salts only for the office.',
  params: { draw: Id },
  logged: 'export',
  reply: { file: 'application/json' },
  problems: ['not-found'],
})

export const downloadBranches = defineEndpoint({
  method: 'GET',
  path: '/draws/:draw/branches/:person',
  id: 'downloadBranches',
  zh: '下载抽签存证分支',
  tag: 'draws',
  summary: 'What one person is given to check that his own facts were frozen as they are; the office hands it out.',
  params: { draw: Id, person: Id },
  logged: 'export',
  reply: { file: 'application/json' },
  problems: ['not-found', 'not-allowed'],
})

export const downloadReceipt = defineEndpoint({
  method: 'GET',
  path: '/draws/:draw/receipt.json',
  id: 'downloadReceipt',
  zh: '下载抽签凭据',
  tag: 'draws',
  summary:
    'What a party keeps: the freeze and what it handed in itself. `shengmian draw verify --kept` holds it against the draw.',
  params: { draw: Id },
  logged: 'export',
  reply: { file: 'application/json' },
  problems: ['not-found', 'not-allowed'],
})
