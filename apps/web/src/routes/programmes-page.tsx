import { ProgrammeList } from '../features/rounds/programmes/programme-list.tsx'
import { useHasRole } from '../features/session/api.ts'
import { useAuthority } from './use-authority.ts'

export function ProgrammesPage() {
  const authority = useAuthority()
  return <ProgrammeList authority={useHasRole('office') ? (authority?.code ?? null) : null} />
}
