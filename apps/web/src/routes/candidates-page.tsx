import { useParams } from '@tanstack/react-router'
import { CandidatesView } from '../features/rounds/candidates/candidates-view.tsx'

export function CandidatesPage() {
  const { round } = useParams({ from: '/frame/rounds/$round' })
  return <CandidatesView key={round} round={round} />
}
