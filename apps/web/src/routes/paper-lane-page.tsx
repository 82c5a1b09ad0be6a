import { lazy, Suspense } from 'react'
import { useIsLocked } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { Loading } from '../ui/loading.tsx'

// What seals is fetched by those alone who come here.
const PaperLane = lazy(async () => ({ default: (await import('../features/desks/paper/paper-lane.tsx')).PaperLane }))

const texts = { title: { zh: '纸质代录', en: 'the paper lane' } }

export function PaperLanePage() {
  const t = useText()
  // Behind the lock nothing stays that a villager told, nor his code.
  if (useIsLocked()) return null
  return (
    <Suspense fallback={<Loading what={t(texts.title)} />}>
      <PaperLane />
    </Suspense>
  )
}
