import { RoundList } from '../features/rounds/list/round-list.tsx'

export function RoundsPage() {
  return <RoundList />
}
