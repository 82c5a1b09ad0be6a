import { listTeams } from '@shengmian/contract'
import { useState } from 'react'
import { useRead } from '../../../lib/use-endpoint.ts'
import type { Team } from './team-draft.ts'

/** The teams as saved until the first change, then the draft. */
export function useTeamDraft(round: string) {
  const saved = useRead(listTeams, { params: { round } })
  const [draft, setDraft] = useState<readonly Team[] | null>(null)
  return {
    saved,
    teams: draft ?? saved.data?.items ?? [],
    isChanged: draft !== null,
    change: (teams: readonly Team[]) => setDraft(teams),
    forget: () => setDraft(null),
  }
}
