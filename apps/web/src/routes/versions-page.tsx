import { listPlans } from '@shengmian/contract'
import { useParams } from '@tanstack/react-router'
import { BoardPages } from '../features/dispatch/board-pages.tsx'
import { VersionList } from '../features/dispatch/versions/version-list.tsx'
import { useHasRole } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '各版方案', en: 'Versions of the plan' },
  counts: { zh: '{n}版，旧版不删不改', en: '{n}; none is changed or removed' },
  none: { zh: '还没有派遣方案', en: 'There is no plan yet' },
  hint: { zh: '每采用一份方案、每手工调整一次，这里多一版。', en: 'Each plan taken and each change by hand adds one here.' },
}

export function VersionsPage() {
  const t = useText()
  const isOffice = useHasRole('office')
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const { data, error, refetch } = useRead(listPlans, { params: { round } })
  return (
    <Page
      title={t(texts.title)}
      note={data === undefined ? '' : t(texts.counts, { n: data.items.length })}
      acts={<BoardPages round={round} />}
    >
      {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
      <Sheet label={t(texts.title)}>
        {data === undefined && error === null ? <Loading what={t(texts.title)} /> : null}
        {data?.items.length === 0 ? <Empty title={t(texts.none)}>{t(texts.hint)}</Empty> : null}
        {data === undefined ? null : <VersionList round={round} versions={data.items} isOffice={isOffice} />}
      </Sheet>
    </Page>
  )
}
