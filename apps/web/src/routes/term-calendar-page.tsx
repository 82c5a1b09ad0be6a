import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { TermCalendarView } from '../features/rounds/term-calendar/term-calendar-view.tsx'

export function readCounty(search: Record<string, unknown>): { within?: string } {
  // a county's digits come as a number where the address bar holds nothing else
  const asked = search['within']
  const within = typeof asked === 'number' ? String(asked) : asked
  return typeof within === 'string' && /^\d{6}$/.test(within) ? { within } : {}
}

export function TermCalendarPage() {
  const { plan } = useParams({ from: '/frame/term-plans/$plan/calendar' })
  const { within } = useSearch({ from: '/frame/term-plans/$plan/calendar' })
  const navigate = useNavigate({ from: '/term-plans/$plan/calendar' })
  return (
    <TermCalendarView
      key={plan}
      plan={plan}
      within={within ?? null}
      onWithin={(county) => void navigate({ search: county === null ? {} : { within: county } })}
    />
  )
}
