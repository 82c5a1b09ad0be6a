import { useNavigate, useSearch } from '@tanstack/react-router'
import { EventList } from '../features/rounds/cooperation/event-list.tsx'
import { useHasRole } from '../features/session/api.ts'
import { readYear } from './calendar-page.tsx'
import { useAuthority } from './use-authority.ts'

/** Year and kind stand in the address. */
export function readEventsAsked(search: Record<string, unknown>): { readonly year?: number; readonly kind?: 'pairing' | 'area' } {
  const { kind } = search
  return { ...readYear(search), ...(kind === 'pairing' || kind === 'area' ? { kind } : {}) }
}

export function CooperationPage() {
  const authority = useAuthority()
  const isOffice = useHasRole('office')
  const search = useSearch({ from: '/frame/cooperation-events' })
  const navigate = useNavigate({ from: '/cooperation-events' })
  if (authority === null) return null
  return (
    <EventList
      authority={authority.code}
      isOffice={isOffice}
      asked={{ ...search, year: search.year ?? new Date().getFullYear() }}
      onAsk={(asked) => void navigate({ search: asked })}
    />
  )
}
