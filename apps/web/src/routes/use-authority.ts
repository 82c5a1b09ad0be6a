import type { SessionView } from '@shengmian/contract'
import { useSession } from '../features/session/api.ts'

type Held = SessionView['roles'][number]

/** The body for which the reader plans: that of his role in an office or leading group; `null` = he holds none. */
export function useAuthority(): { readonly code: string; readonly name: string } | null {
  const { data } = useSession()
  return data?.roles.find(isPlanner)?.authority ?? null
}

function isPlanner(held: Held): boolean {
  return held.role === 'office' || held.role === 'leading-group'
}
