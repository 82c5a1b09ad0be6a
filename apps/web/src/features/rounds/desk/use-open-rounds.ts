import {
  listLateTies,
  listNotices,
  listProposals,
  listRelaxations,
  listRounds,
  readDeskOfRound,
  readPool,
  readRound,
  type RoundState,
} from '@shengmian/contract'
import { useQueries } from '@tanstack/react-query'
import { call } from '../../../lib/api.ts'
import { useRead } from '../../../lib/use-endpoint.ts'
import type { OpenRound } from './desk-rows.ts'

const over: readonly RoundState[] = ['closed', 'archived', 'withdrawn']
/** So many open rounds of one office are looked into; nobody runs more at a time. */
const MOST = 30

/** The reader's own rounds that are not over, with everything that may wait in them. */
export function useOpenRounds(authority: string) {
  const list = useRead(listRounds, { query: { authority, limit: 200 } })
  const ids = (list.data?.items ?? [])
    .filter((round) => round.authority.code === authority && !over.includes(round.state))
    .slice(0, MOST)
    .map((round) => round.id)
  const opened = useQueries({
    queries: ids.map((id) => ({ queryKey: ['desk', { params: { round: id } }], queryFn: () => openRound(id) })),
  })
  return {
    rounds: opened.flatMap((one) => (one.data === undefined ? [] : [one.data])),
    isPending: list.isPending || opened.some((one) => one.isPending),
    error: list.error ?? opened.find((one) => one.error !== null)?.error ?? null,
    retry: () => {
      void list.refetch()
      for (const one of opened) if (one.isError) void one.refetch()
    },
  }
}

async function openRound(round: string): Promise<OpenRound> {
  const params = { round }
  const [detail, proposals, lateTies, pool, relaxations, desk, notices] = await Promise.all([
    call(readRound, { params }),
    call(listProposals, { params }),
    call(listLateTies, { params }),
    call(readPool, { params }),
    call(listRelaxations, { params }),
    call(readDeskOfRound, { params }),
    call(listNotices, { params }),
  ])
  return {
    round: detail,
    proposals: proposals.items,
    lateTies: lateTies.items,
    pool: pool.items,
    relaxations: relaxations.items,
    desk,
    notices: notices.items,
  }
}
