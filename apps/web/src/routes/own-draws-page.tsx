import { DrawList } from '../features/draws/draw-list.tsx'
import { useOwnDraws } from '../features/draws/use-draw.ts'
import { useText } from '../lib/language.tsx'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '抽签席位', en: 'Draws you take part in' },
  none: { zh: '没有请您参加的抽签', en: 'No draw asks for you' },
  why: {
    zh: '巡察办冻结一轮方案时把您列为参加方，就会出现在这里。',
    en: 'When an office freezes a round and names you as a party, it appears here.',
  },
}

/** Every party’s own way in: whoever may not see the round sees the draw. */
export function OwnDrawsPage() {
  const t = useText()
  const { data, error, refetch } = useOwnDraws()
  return (
    <Page title={t(texts.title)}>
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet>
        {data === undefined && error === null ? <Loading what={t(texts.title)} rows={3} /> : null}
        {data?.items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
        {data === undefined || data.items.length === 0 ? null : <DrawList draws={data.items} />}
      </Sheet>
    </Page>
  )
}
