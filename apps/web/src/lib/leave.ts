import type { QueryClient } from '@tanstack/react-query'

/** To the page of signing in, once a session has ended: nothing of its reader stays for the next. */
export function leave(queries: QueryClient): void {
  queries.clear()
  window.location.assign('/sign-in')
}
