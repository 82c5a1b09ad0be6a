import { readRound } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Ceremony } from '../features/draws/ceremony.tsx'
import { DrawTerms } from '../features/draws/draw-terms.tsx'
import { FreezeDialog } from '../features/draws/freeze-dialog.tsx'
import { states } from '../features/draws/texts.ts'
import { useDraws } from '../features/draws/use-draw.ts'
import { useHasRole } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '抽签', en: 'Draw' },
  freeze: { zh: '冻结并开始抽签', en: 'Freeze and begin' },
  again: { zh: '重新冻结', en: 'Freeze again' },
  none: { zh: '本轮还没有抽签', en: 'Nothing has been drawn for this round' },
  why: {
    zh: '方案可以直接采用求解器的最优解，也可以抽签：多份同样好的方案里抽一份，谁也不能事先知道，事后人人可以重放核对。',
    en: 'A plan can be the solver’s best, or be drawn: one of many that are equally good, known to nobody in advance, and replayed by anybody afterwards.',
  },
}

/** The draws of a round: the newest at length, those aborted before it below. */
export function DrawsPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const isOffice = useHasRole('office')
  const { data: record } = useRead(readRound, { params: { round } })
  const { data, error, refetch } = useDraws(round)
  const [isFreezing, setFreezing] = useState(false)
  const [newest, ...older] = data?.items ?? []
  const mayFreeze = isOffice && record?.state === 'draft' && (newest === undefined || newest.state === 'aborted')
  const act = mayFreeze ? (
    <Button type="primary" onClick={() => setFreezing(true)}>
      {t(newest === undefined ? texts.freeze : texts.again)}
    </Button>
  ) : null
  return (
    <Page
      title={t(texts.title)}
      note={newest === undefined ? '' : t(states[newest.state])}
      acts={newest === undefined ? null : act}
      {...(newest === undefined ? {} : { aside: <DrawTerms draw={newest} /> })}
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? (
        <Sheet>
          <Loading what={t(texts.title)} rows={4} />
        </Sheet>
      ) : null}
      {data?.items.length === 0 ? (
        <Sheet>
          <Empty title={t(texts.none)} act={act}>
            {t(texts.why)}
          </Empty>
        </Sheet>
      ) : null}
      {newest === undefined ? null : <Ceremony draw={newest} />}
      {older.map((draw) => (
        <div key={draw.id} className="draw-earlier">
          <Ceremony draw={draw} />
        </div>
      ))}
      {isFreezing ? <FreezeDialog round={round} onClose={() => setFreezing(false)} /> : null}
    </Page>
  )
}
