// The states of a round as rows: the server obeys them, the pages draw their buttons from them, the tests walk them,
// and the database refuses a pair of states that stands in no row.
import type { RoundState } from './round-forms.ts'

export type RoundEvent =
  | 'submit'
  | 'return'
  | 'approve'
  | 'authorise'
  | 'start'
  | 'leave'
  | 'close'
  | 'archive'
  | 'reopen'
  | 'withdraw'

/** Who may take a step: a standing role at the authority that commissions the round. */
export type RoundRole = 'office' | 'leading-group'

/** What must hold first; each is one check of the server that answers with what is missing. */
export type RoundGuard =
  | 'targets-and-plan'
  | 'another-person'
  | 'meeting'
  | 'leader'
  | 'sections'
  | 'orders'
  | 'report'
  | 'reason'

export interface RoundStep {
  readonly machine: 'round'
  readonly from: RoundState
  readonly event: RoundEvent
  readonly to: RoundState
  readonly roles: readonly RoundRole[]
  readonly guards: readonly RoundGuard[]
  readonly zh: string
  readonly en: string
}

const step = (
  from: RoundState,
  event: RoundEvent,
  to: RoundState,
  roles: readonly RoundRole[],
  guards: readonly RoundGuard[],
  zh: string,
  en: string,
): RoundStep => ({ machine: 'round', from, event, to, roles, guards, zh, en })

export const roundSteps: readonly RoundStep[] = [
  step('draft', 'submit', 'submitted', ['office'], ['targets-and-plan', 'sections'], '提交审批', 'Submit for approval'),
  step('submitted', 'return', 'draft', ['leading-group', 'office'], ['reason'], '退回修改', 'Return'),
  step(
    'submitted',
    'approve',
    'approved',
    ['leading-group'],
    ['another-person', 'leader', 'meeting', 'sections', 'targets-and-plan'],
    '领导小组批准',
    'Approve by the leading group',
  ),
  step('approved', 'authorise', 'authorised', ['leading-group'], ['orders'], '印发授权', 'Issue the orders'),
  step('approved', 'reopen', 'draft', ['leading-group', 'office'], ['reason'], '撤回批准', 'Take the approval back'),
  step('authorised', 'start', 'running', ['office'], [], '进驻', 'Enter'),
  step('running', 'leave', 'reporting', ['office'], [], '结束进驻', 'Leave'),
  step('reporting', 'close', 'closed', ['office', 'leading-group'], ['report'], '办结', 'Close'),
  step('closed', 'archive', 'archived', ['office'], [], '归档', 'Archive'),
  step('draft', 'withdraw', 'withdrawn', ['office'], ['reason'], '撤销轮次', 'Withdraw'),
  step('submitted', 'withdraw', 'withdrawn', ['office', 'leading-group'], ['reason'], '撤销轮次', 'Withdraw'),
  step('approved', 'withdraw', 'withdrawn', ['leading-group'], ['reason'], '撤销轮次', 'Withdraw'),
]
