import { useParams } from '@tanstack/react-router'
import { RoundOverview } from '../features/rounds/overview/round-overview.tsx'
import { useHasRole } from '../features/session/api.ts'
import { useAuthority } from './use-authority.ts'

export function RoundPage() {
  const { round } = useParams({ from: '/frame/rounds/$round' })
  return (
    <RoundOverview
      key={round}
      round={round}
      authority={useAuthority()?.code ?? null}
      asks={useHasRole('office')}
      decides={useHasRole('leading-group')}
    />
  )
}
