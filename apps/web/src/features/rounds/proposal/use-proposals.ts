import { cancelProposal, listProposals, proposeDispatch, takeProposal, type ReplyOf } from '@shengmian/contract'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'

export type Proposal = ReplyOf<typeof proposeDispatch>

/** Still on its way: queued or at work. */
export function isUnderWay(proposal: Proposal | undefined): boolean {
  return proposal?.state === 'queued' || proposal?.state === 'running'
}

/** Proposals of a round, looked at again every second while one is under way. */
export function useProposals(round: string) {
  const refresh = refreshRound(round)
  const list = useRead(
    listProposals,
    { params: { round } },
    { again: (answer) => (answer?.items.some(isUnderWay) === true ? 1000 : false) },
  )
  return {
    list,
    latest: list.data?.items[0],
    propose: useAct(proposeDispatch, refresh),
    cancel: useAct(cancelProposal, refresh),
    take: useAct(takeProposal, refresh),
  }
}
