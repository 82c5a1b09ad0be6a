import { useParams } from '@tanstack/react-router'
import { TermPlanView } from '../features/rounds/terms/term-plan-view.tsx'
import { useHasRole } from '../features/session/api.ts'
import { useAuthority } from './use-authority.ts'

export function TermPlanPage() {
  const { plan } = useParams({ from: '/frame/term-plans/$plan' })
  const authority = useAuthority()
  return <TermPlanView key={plan} plan={plan} authority={useHasRole('office') ? (authority?.code ?? null) : null} />
}
