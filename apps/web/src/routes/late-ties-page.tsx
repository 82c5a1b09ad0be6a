import { listLateTies, readRound } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { DeclareDialog } from '../features/dispatch/late-ties/declare-dialog.tsx'
import { LateTieItem } from '../features/dispatch/late-ties/late-tie-item.tsx'
import '../features/dispatch/late-ties/late-ties.css'
import { useHasRole } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '补报关系', en: 'Late ties' },
  counts: { zh: '{n}条，{barred}条应回避', en: '{n}, of which {barred} bar' },
  declare: { zh: '补报', en: 'Declare a tie' },
  none: { zh: '方案做出以后没有补报', en: 'Nothing was declared after the plan was made' },
  hint: {
    zh: '巡察期间关系发生变化，当日补报；方案以最小改动修复，并写明换了谁。',
    en: 'A tie that changes during the round is declared the same day; the plan is repaired with the fewest changes, and says who moved.',
  },
}
const over = ['closed', 'archived', 'withdrawn']

/** Ties declared after the plan was made, what each did, and the repair. */
export function LateTiesPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const isOffice = useHasRole('office')
  const { data: state } = useRead(readRound, { params: { round } })
  const { data, error, refetch } = useRead(listLateTies, { params: { round } })
  const [isDeclaring, setDeclaring] = useState(false)
  const mayDeclare = isOffice && state !== undefined && !over.includes(state.state)
  return (
    <Page
      title={t(texts.title)}
      note={
        data === undefined
          ? ''
          : t(texts.counts, { n: data.items.length, barred: data.items.filter((tie) => tie.effect === 'barred').length })
      }
      acts={
        mayDeclare ? (
          <Button type="primary" onClick={() => setDeclaring(true)}>
            {t(texts.declare)}
          </Button>
        ) : null
      }
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(texts.title)}>
        {data === undefined && error === null ? <Loading what={t(texts.title)} rows={3} /> : null}
        {data?.items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.hint)}</Empty> : null}
        <ul className="late-ties">
          {(data?.items ?? []).map((tie) => (
            <LateTieItem key={tie.id} round={round} tie={tie} mayTake={isOffice} />
          ))}
        </ul>
      </Sheet>
      {isDeclaring ? <DeclareDialog round={round} onClose={() => setDeclaring(false)} /> : null}
    </Page>
  )
}
