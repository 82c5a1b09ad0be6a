// The way of a round's report to the leader of the leading group, whose signature ends it.
import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Reason } from './forms.ts'
import { closed, orNull } from './round-forms.ts'

const ReportEvent = Type.Enum(['submit', 'review', 'approve', 'return'], { title: 'ReportEvent' })

const ReportChain = closed(
  {
    state: Type.Enum(['open', 'submitted', 'reviewed', 'approved'], { title: 'ReportChainState' }),
    /** Handed in by the office, reviewed by another of office or group, approved by the leader: always in this order, the leader last. */
    steps: Type.Array(
      closed({
        event: Type.Enum(['submit', 'review', 'approve']),
        by: orNull(Type.String()),
        at: orNull(Instant),
        opinion: orNull(Type.String()),
      }),
    ),
    /** Every step ever taken, oldest first, those before a return included. */
    history: Type.Array(closed({ event: ReportEvent, by: Type.String(), at: Instant, opinion: Type.String() })),
    /** `null`: the roster names no leader, so the chain has no end yet. */
    leader: orNull(closed({ name: Type.String(), title: orNull(Type.String()), hasAccount: Type.Boolean() })),
    /** What the caller can do now. */
    acts: Type.Array(ReportEvent),
  },
  'ReportChain',
)

export const readReportChain = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/report-chain',
  id: 'readReportChain',
  zh: '查看报告审批',
  tag: 'report-chain',
  summary: 'Where the report of a round stands, who signed with what opinion, and whose signature ends it.',
  params: { round: Id },
  reply: ReportChain,
  problems: ['not-found', 'not-allowed'],
})

export const takeReportStep = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/report-chain',
  id: 'takeReportStep',
  zh: '办理报告审批',
  tag: 'report-chain',
  summary:
    'The next step of the report of a round in state reporting: handed in by the office, reviewed by another person, approved by the leader named on the roster and nobody else; or returned, and it begins anew.',
  params: { round: Id },
  body: closed({ id: Id, event: ReportEvent, opinion: Reason }, 'ReportStepTaken'),
  reply: ReportChain,
  problems: ['not-found', 'not-allowed', 'wrong-state', 'already-there'],
})
