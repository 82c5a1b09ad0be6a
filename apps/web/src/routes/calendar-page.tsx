import { useNavigate, useSearch } from '@tanstack/react-router'
import { CalendarView } from '../features/rounds/calendar/calendar-view.tsx'

/** The year stands in the address. */
export function readYear(search: Record<string, unknown>): { readonly year?: number } {
  const year = Number(search['year'])
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? { year } : {}
}

export function CalendarPage() {
  const { year } = useSearch({ from: '/frame/calendar' })
  const navigate = useNavigate({ from: '/calendar' })
  return <CalendarView year={year ?? new Date().getFullYear()} onYear={(next) => void navigate({ search: { year: next } })} />
}
