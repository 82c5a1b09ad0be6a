import { useParams } from '@tanstack/react-router'
import { SheetActs } from '../features/registry/sheet-import.tsx'
import { PetitionsView } from '../features/rounds/petitions/petitions-view.tsx'

export function PetitionsPage() {
  const { plan } = useParams({ from: '/frame/term-plans/$plan/petitions' })
  return <PetitionsView key={plan} plan={plan} sheetActs={(authority) => <SheetActs noun="petitions" authority={authority} />} />
}
