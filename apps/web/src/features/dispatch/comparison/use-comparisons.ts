import { listComparisons } from '@shengmian/contract'
import { useRead } from '../../../lib/use-endpoint.ts'
import { isUnderWay } from './words.ts'

/** The comparisons of a round, newest first; read again every second while one is under way. */
export function useComparisons(round: string) {
  return useRead(listComparisons, { params: { round } }, { again: (answer) => (isUnderWay(answer?.items[0]) ? 1000 : false) })
}
