import { TermPlanList } from '../features/rounds/terms/term-plan-list.tsx'
import { useHasRole } from '../features/session/api.ts'
import { useAuthority } from './use-authority.ts'

export function TermPlansPage() {
  const authority = useAuthority()
  return <TermPlanList authority={useHasRole('office') ? (authority?.code ?? null) : null} />
}
