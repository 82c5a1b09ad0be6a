// The chain as plain data: submit, review, approve, in this order; a return begins anew. Approval is the last step there is.
import type { ReplyOf, takeReportStep } from '@shengmian/contract'

type View = ReplyOf<typeof takeReportStep>
type ReportState = View['state']
type ReportEvent = View['history'][number]['event']

interface Step {
  readonly event: string
  readonly by_account: string
  readonly by_name: string
}

export interface Standing {
  readonly account: string
  readonly isOffice: boolean
  readonly isGroup: boolean
  /** Heads the leading group by its roster. */
  readonly isLeader: boolean
}

const AFTER: Readonly<Record<string, ReportState>> = {
  submit: 'submitted',
  review: 'reviewed',
  approve: 'approved',
  return: 'open',
}

/** The steps since the last return. */
export function currentOf<T extends Step>(history: readonly T[]): readonly T[] {
  return history.slice(history.findLastIndex(({ event }) => event === 'return') + 1)
}

export function stateOf(history: readonly Step[]): ReportState {
  return AFTER[history.at(-1)?.event ?? 'return'] ?? 'open'
}

/** What this person can do now. Nobody reviews what he handed in, and only the leader approves. */
export function actsOf(history: readonly Step[], by: Standing): ReportEvent[] {
  const isSubmitter = currentOf(history)[0]?.by_account === by.account
  switch (stateOf(history)) {
    case 'open':
      return by.isOffice ? ['submit'] : []
    case 'submitted':
      return (by.isOffice || by.isGroup) && !isSubmitter ? ['review', 'return'] : []
    case 'reviewed':
      return by.isGroup && by.isLeader ? ['approve', 'return'] : []
    case 'approved':
      return []
  }
}
