import type { RoundKind, RoundState } from '@shengmian/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { RoundList } from '../features/rounds/list/round-list.tsx'
import { useHasRole } from '../features/session/api.ts'
import { roundKinds, roundStates } from '../lib/round-words.ts'

interface Asked {
  readonly search?: string
  readonly kind?: RoundKind
  readonly state?: RoundState
}

/** The conditions stand in the address, so that a list can be sent on and come back to. */
export function readAsked(search: Record<string, unknown>): Asked {
  const { search: words, kind, state } = search
  return {
    ...(typeof words === 'string' && words !== '' ? { search: words } : {}),
    ...(typeof kind === 'string' && kind in roundKinds ? { kind: kind as RoundKind } : {}),
    ...(typeof state === 'string' && state in roundStates ? { state: state as RoundState } : {}),
  }
}

export function RoundsPage() {
  const asked = useSearch({ from: '/frame/rounds' })
  const navigate = useNavigate({ from: '/rounds' })
  const isOffice = useHasRole('office')
  return (
    <RoundList asked={asked} onAsk={(next) => void navigate({ search: next as Asked, replace: true })} canCreate={isOffice} />
  )
}
