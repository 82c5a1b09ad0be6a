import { useParams } from '@tanstack/react-router'
import { Ceremony } from '../features/draws/ceremony.tsx'
import { DrawTerms } from '../features/draws/draw-terms.tsx'
import { states } from '../features/draws/texts.ts'
import { useDraw } from '../features/draws/use-draw.ts'
import { useText } from '../lib/language.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = { title: { zh: '抽签', en: 'Draw' } }

/** One draw at a party's own screen. */
export function DrawPage() {
  const t = useText()
  const { draw: id } = useParams({ from: '/frame/draws/$draw' })
  const { data: draw, error, refetch } = useDraw(id)
  return (
    <Page
      title={draw?.roundTitle ?? t(texts.title)}
      note={draw === undefined ? '' : t(states[draw.state])}
      {...(draw === undefined ? {} : { aside: <DrawTerms draw={draw} /> })}
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {draw === undefined && error === null ? (
        <Sheet>
          <Loading what={t(texts.title)} rows={4} />
        </Sheet>
      ) : null}
      {draw === undefined ? null : <Ceremony draw={draw} />}
    </Page>
  )
}
