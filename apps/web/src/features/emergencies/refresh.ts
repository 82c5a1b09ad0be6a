import { listEmergencies } from '@shengmian/contract'
import type { QueryClient } from '@tanstack/react-query'

export function refreshEmergencies(queries: QueryClient): Promise<unknown> {
  return Promise.all([
    queries.invalidateQueries({ queryKey: [listEmergencies.id] }),
    queries.invalidateQueries({ queryKey: ['session'] }),
  ])
}
