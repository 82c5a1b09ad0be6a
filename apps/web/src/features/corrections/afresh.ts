import type { QueryClient } from '@tanstack/react-query'

const ABOUT = ['listCorrections', 'listOwnCorrections', 'readMatter']

/** Everything that was read about corrections. */
export function afresh(queries: QueryClient): Promise<unknown> {
  return queries.invalidateQueries({ predicate: ({ queryKey: [id] }) => ABOUT.includes(String(id)) })
}
