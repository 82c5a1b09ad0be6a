import { useParams } from '@tanstack/react-router'
import { RoundOverview } from '../features/rounds/overview/round-overview.tsx'
import { useAuthority } from './use-authority.ts'

export function RoundPage() {
  const { round } = useParams({ from: '/frame/rounds/$round' })
  return <RoundOverview key={round} round={round} authority={useAuthority()?.code ?? null} />
}
