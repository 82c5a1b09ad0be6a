import { downloadCorrections, listCorrections, type Correction } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CorrectionSteps } from '../features/corrections/correction-steps.tsx'
import { JudgeActs } from '../features/corrections/judge-acts.tsx'
import { OrderDialog } from '../features/corrections/order-dialog.tsx'
import { texts as words } from '../features/corrections/texts.ts'
import { addressOf } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  counts: {
    zh: '{n}项，待答复{open}项，待验收{answered}项，已验收{verified}项',
    en: '{n}: {open} open, {answered} answered, {verified} verified',
  },
  late: { zh: '，逾期{n}项', en: ', {n} overdue' },
  export: { zh: '导出', en: 'Export' },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '还没有立行立改', en: 'Nothing was ordered yet' },
  why: {
    zh: '进驻的组员发现马上能改的事，在这里或在收件箱的来件旁下达；单位联络员答复，组里验收或退回。',
    en: 'Members order here, or beside a report in the inbox, what can be put right at once; the liaison answers, the team verifies or sends back.',
  },
}

/** Immediate corrections of the round: ordered, answered by the unit, verified. */
export function CorrectionsPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const { data, error, refetch } = useRead(listCorrections, { params: { round } })
  const [isOrdering, setOrdering] = useState(false)
  const items = (data?.items ?? []).toSorted((one, other) => rankOf(one) - rankOf(other))
  const late = items.filter(({ isOverdue }) => isOverdue).length
  const count = (state: string) => items.filter((item) => item.state === state).length
  const note =
    items.length === 0
      ? ''
      : t(texts.counts, { n: items.length, open: count('open'), answered: count('answered'), verified: count('verified') }) +
        (late === 0 ? '' : t(texts.late, { n: late }))
  return (
    <Page
      title={t(words.title)}
      note={note}
      acts={
        <>
          {items.length === 0 ? null : (
            <>
              <Button href={addressOf(downloadCorrections, { round })}>{t(texts.export)}</Button>
              <Button onClick={() => window.print()}>{t(texts.print)}</Button>
            </>
          )}
          {data === undefined || data.targets.length === 0 ? null : (
            <Button type="primary" onClick={() => setOrdering(true)}>
              {t(words.order)}
            </Button>
          )}
        </>
      }
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(words.title)}>
        {data === undefined && error === null ? <Loading what={t(words.title)} rows={4} /> : null}
        {data !== undefined && items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
        {items.map((correction) => (
          <article key={correction.id} className="correction">
            <strong>{correction.unit.name}</strong>{' '}
            <span className="muted">{correction.report === null ? t(words.seen) : t(words.report, correction.report)}</span>
            <CorrectionSteps correction={correction} />
            <JudgeActs correction={correction} />
          </article>
        ))}
      </Sheet>
      {isOrdering && data !== undefined ? (
        <OrderDialog round={round} targets={data.targets} onClose={() => setOrdering(false)} />
      ) : null}
    </Page>
  )
}

/** What waits for the unit first, the latest day first; then what waits for the team; the rest as it came. */
function rankOf({ state, daysLeft }: Correction): number {
  return state === 'open' ? Math.min(daysLeft, 100_000) : state === 'answered' ? 100_001 : 100_002
}
