// The modes of one round side by side: what a leading group decides on. Figures with their definitions, never a total.
import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Line, Reason } from './forms.ts'
import { closed, orNull, Sentence } from './round-forms.ts'

const params = { round: Id }
const one = { ...params, comparison: Id }
/** Local as today is measured and never adopted. */
const Mode = Type.Enum(['local', 'rotation', 'pooled', 'elevated', 'paired', 'scattered'], { title: 'ComparedMode' })
const Adoptable = Type.Enum(['rotation', 'pooled', 'elevated', 'paired', 'scattered'])
const Fen = Type.Integer({ minimum: 0, maximum: 10_000_000 })

const Cell = closed(
  {
    mode: Mode,
    /** `null` = not measured, or without end where the note says so. */
    value: orNull(Type.Integer()),
    bound: orNull(Type.Integer()),
    proven: Type.Boolean(),
    best: Type.Boolean(),
    note: orNull(Sentence),
  },
  'ComparisonCell',
)
const Column = closed(
  {
    mode: Mode,
    name: Sentence,
    feasible: Type.Boolean(),
    /** What was changed in the round's own problem to measure this mode. */
    changes: Type.Array(Sentence),
    /** Why there is no plan; the first facts of the clash and how many there are. */
    clash: orNull(
      closed({
        summary: Sentence,
        proven: Type.Boolean(),
        facts: Type.Array(Sentence),
        count: Type.Integer(),
      }),
    ),
  },
  'ComparisonColumn',
)
const Row = closed(
  { figure: Type.String(), name: Sentence, unit: Sentence, means: Sentence, cells: Type.Array(Cell) },
  'ComparisonRow',
)

const Comparison = closed(
  {
    id: Id,
    round: Id,
    state: Type.Enum(['queued', 'running', 'done', 'failed', 'cancelled']),
    effort: Type.String(),
    tickets: Type.Integer(),
    /** Where the rates of the costs are from; `null` = no costs were asked for. */
    ratesSource: orNull(Type.String()),
    problem: Type.String(),
    /** The round was changed since: the figures are of what it was. */
    stale: Type.Boolean(),
    progress: closed({ mode: orNull(Sentence), done: Type.Integer(), of: Type.Integer(), iterations: Type.Integer() }),
    columns: Type.Array(Column),
    rows: Type.Array(Row),
    message: orNull(Sentence),
    /** Modes of this comparison that were taken over and put back, newest first. */
    adoptions: Type.Array(
      closed({
        id: Id,
        origin: Type.Enum(['adopted', 'undone']),
        mode: Adoptable,
        name: Sentence,
        reason: Type.String(),
        by: Type.String(),
        at: Instant,
      }),
    ),
    /** The caller may take a mode over: the office of a draft that nobody has changed since. */
    mayAdopt: Type.Boolean(),
    /** The caller may put back the newest adoption, which nothing has followed. */
    mayUndo: Type.Boolean(),
    askedBy: Type.String(),
    askedAt: Instant,
    finishedAt: orNull(Instant),
  },
  'ModeComparison',
)

export const askComparison = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/comparisons',
  id: 'askComparison',
  zh: '发起方式比选',
  tag: 'comparisons',
  summary:
    'Queues the solver on the round in every mode, from the same people, targets and ties; read it for progress and figures. Asked by the office alone, who sees the ties.',
  params,
  body: closed(
    {
      id: Id,
      effort: Type.Optional(Type.Enum(['quick', 'normal', 'long'])),
      /** Tickets of a rehearsed draw behind the likeliest pair; 0 unless given. */
      tickets: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
      rates: Type.Optional(closed({ fenPerKm: Fen, fenPerDay: Fen, source: Line })),
    },
    'ComparisonAsked',
  ),
  reply: Comparison,
  status: 202,
  problems: ['unfit', 'not-allowed'],
})

export const listComparisons = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/comparisons',
  id: 'listComparisons',
  zh: '查看方式比选',
  tag: 'comparisons',
  summary: 'The newest comparisons of a round, newest first, at most ten.',
  params,
  /** `mayAsk`: the caller may compare; the office alone. */
  reply: closed({ items: Type.Array(Comparison), mayAsk: Type.Boolean() }, 'ModeComparisons'),
})

export const readComparison = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/comparisons/:comparison',
  id: 'readComparison',
  zh: '查看一次方式比选',
  tag: 'comparisons',
  summary: 'One comparison with its progress and figures.',
  params: one,
  reply: Comparison,
  problems: ['not-found'],
})

export const cancelComparison = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/comparisons/:comparison/cancel',
  id: 'cancelComparison',
  zh: '停止方式比选',
  tag: 'comparisons',
  summary: 'Stops a queued or running comparison.',
  params: one,
  reply: Comparison,
  problems: ['not-found', 'wrong-state', 'not-allowed'],
})

export const adoptMode = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/comparisons/:comparison/adoption',
  id: 'adoptMode',
  zh: '采用比选方式',
  tag: 'comparisons',
  summary:
    'Takes a mode over into a draft round with a reason: its mode, rules of the mode, and the homes and seats of its teams as they were compared.',
  params: one,
  body: closed({ mode: Adoptable, reason: Reason }, 'ModeAdopted'),
  reply: Comparison,
  problems: ['not-found', 'wrong-state', 'not-allowed', 'changed-meanwhile', 'unfit'],
})

export const undoMode = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/comparisons/:comparison/adoption/undo',
  id: 'undoMode',
  zh: '撤回采用的方式',
  tag: 'comparisons',
  summary: 'Puts mode, rules and teams back as they were before the mode was taken over, if nobody changed the round since.',
  params: one,
  reply: Comparison,
  problems: ['not-found', 'not-allowed', 'changed-meanwhile'],
})

export const downloadComparison = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/comparisons/:comparison/table.xlsx',
  id: 'downloadComparison',
  zh: '导出方式比选',
  tag: 'comparisons',
  summary: 'The table as a workbook: figures by mode with their definitions, and the notes of every mode.',
  params: one,
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  problems: ['not-found', 'wrong-state'],
})
