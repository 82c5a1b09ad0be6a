import { useParams } from '@tanstack/react-router'
import { ProgrammeView } from '../features/rounds/programmes/programme-view.tsx'
import { useHasRole } from '../features/session/api.ts'
import { useAuthority } from './use-authority.ts'

export function ProgrammePage() {
  const { programme } = useParams({ from: '/frame/programmes/$programme' })
  const authority = useAuthority()
  return (
    <ProgrammeView
      key={programme}
      programme={programme}
      authority={authority?.code ?? null}
      isLeadingGroup={useHasRole('leading-group')}
    />
  )
}
