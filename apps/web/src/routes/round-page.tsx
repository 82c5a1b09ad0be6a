import { useParams } from '@tanstack/react-router'
import { RoundOverview } from '../features/rounds/overview/round-overview.tsx'

export function RoundPage() {
  const { round } = useParams({ from: '/frame/rounds/$round' })
  return <RoundOverview round={round} />
}
