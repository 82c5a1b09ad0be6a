import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Reason } from './forms.ts'
import { closed, orNull, Sentence } from './round-forms.ts'

const params = { round: Id }

const Relaxation = closed(
  {
    id: Id,
    /** The clash that it answers. */
    proposal: Id,
    /** Exceptions that one possible plan would make. */
    price: Type.Integer(),
    /** What is signed, as far as it reaches. */
    grants: Type.Array(Sentence),
    why: Type.String(),
    askedBy: Type.String(),
    askedAt: Instant,
    state: Type.Enum(['asked', 'approved', 'refused', 'ended']),
    decidedBy: orNull(Type.String()),
    decidedAt: orNull(Instant),
    opinion: orNull(Type.String()),
    endedBy: orNull(Type.String()),
    endedAt: orNull(Instant),
    endedReason: orNull(Type.String()),
    /** The caller may sign it now; may take it back now. */
    mayDecide: Type.Boolean(),
    mayEnd: Type.Boolean(),
  },
  'Relaxation',
)
const Relaxations = closed(
  {
    items: Type.Array(Relaxation),
    mayAsk: Type.Boolean(),
    /** How far rules of the whole round may give way, all signatures together. */
    cap: Sentence,
  },
  'Relaxations',
)

export const listRelaxations = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/relaxations',
  id: 'listRelaxations',
  zh: '查看规则放宽',
  tag: 'dispatch',
  summary: 'Rules that a round gives way on: who asked why, who decided, what was signed. Newest first; nothing is taken off.',
  params,
  reply: Relaxations,
})

export const askRelaxation = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/relaxations',
  id: 'askRelaxation',
  zh: '申请放宽规则',
  tag: 'dispatch',
  summary: 'The office asks for one way out of a clash, with a reason. Until another hand signs, nothing gives way.',
  params,
  body: closed(
    {
      id: Id,
      proposal: Id,
      /** Which of its ways out, from 0. */
      way: Type.Integer({ minimum: 0, maximum: 100 }),
      why: Reason,
    },
    'RelaxationAsked',
  ),
  reply: Relaxations,
  status: 201,
  problems: ['unfit', 'wrong-state', 'changed-meanwhile', 'already-there'],
})

export const decideRelaxation = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/relaxations/:relaxation/decision',
  id: 'decideRelaxation',
  zh: '审批放宽规则',
  tag: 'dispatch',
  summary: 'The leading group signs or declines; never whoever asked. Signed, it holds in the next proposal, which says so.',
  params: { ...params, relaxation: Id },
  body: closed({ approve: Type.Boolean(), opinion: Reason }, 'RelaxationDecided'),
  reply: Relaxations,
  problems: ['wrong-state', 'not-allowed'],
})

export const endRelaxation = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/relaxations/:relaxation/end',
  id: 'endRelaxation',
  zh: '结束规则放宽',
  tag: 'dispatch',
  summary: 'Takes a signed relaxation back, with a reason; it stays on record.',
  params: { ...params, relaxation: Id },
  body: closed({ reason: Reason }, 'RelaxationEnded'),
  reply: Relaxations,
  problems: ['wrong-state', 'not-allowed'],
})
