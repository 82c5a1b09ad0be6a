import { readLogistics } from '@shengmian/contract'
import { TargetCard } from '../features/liaison/logistics-list.tsx'
import { OwnMessages } from '../features/liaison/own-messages.tsx'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '进驻后勤', en: 'Logistics' },
  none: { zh: '没有正在进驻的对象', en: 'No target is under way' },
  why: {
    zh: '轮次印发授权后，这里列出您负责对象的日程和调阅资料。',
    en: 'Once a round is authorised, the schedule and documents of your targets are listed here.',
  },
}

/** What the liaison, the team and the office arrange together. */
export function LogisticsPage() {
  const t = useText()
  const { data, error, refetch } = useRead(readLogistics, {})
  return (
    <Page title={t(texts.title)}>
      <OwnMessages />
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading what={t(texts.title)} /> : null}
      {data?.items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.why)}</Empty> : null}
      {(data?.items ?? []).map((target) => (
        <TargetCard key={`${target.round} ${target.unit}`} target={target} />
      ))}
    </Page>
  )
}
