import { listDraws, listOwnDraws, readDraw, type Endpoint } from '@shengmian/contract'
import type { QueryClient } from '@tanstack/react-query'
import { useAct, useRead } from '../../lib/use-endpoint.ts'
import type { Draw } from './texts.ts'

/** A ceremony is watched by several people at once: what others do shows up by itself until it is over. */
function pauseFor(draw: Draw | undefined): number | false {
  if (draw === undefined) return false
  const isSolving = draw.solver?.state === 'queued' || draw.solver?.state === 'running'
  if (isSolving) return 1000
  return draw.state === 'picked' || draw.state === 'aborted' ? false : 3000
}

export function useDraws(round: string) {
  return useRead(listDraws, { params: { round } }, { again: (answer) => pauseFor(answer?.items[0]) })
}

export function useDraw(draw: string) {
  return useRead(readDraw, { params: { draw } }, { again: pauseFor })
}

export function useOwnDraws() {
  return useRead(listOwnDraws, {})
}

/** A step of the ceremony; every list that shows it is read again. */
export function useStep<E extends Endpoint>(endpoint: E) {
  return useAct(endpoint, refreshDraws)
}

const read = ['listDraws', 'listOwnDraws', 'readDraw', 'readBoard', 'listPlans', 'readRound']

function refreshDraws(queries: QueryClient): Promise<unknown> {
  return queries.invalidateQueries({ predicate: ({ queryKey: [id] }) => read.includes(String(id)) })
}
