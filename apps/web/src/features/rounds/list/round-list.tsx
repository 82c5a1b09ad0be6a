import { Link } from '@tanstack/react-router'
import { useText } from '../../../lib/language.tsx'
import { Button } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { LoadMore } from '../../../ui/load-more.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { NoRounds } from './no-rounds.tsx'
import { RoundSearch } from './round-search.tsx'
import { RoundTable } from './round-table.tsx'
import { useRounds, type RoundsAsked } from './use-rounds.ts'
import '../parts/rounds.css'
import '../parts/warnings.css'

const texts = {
  title: { zh: '轮次计划', en: 'Rounds' },
  create: { zh: '新建轮次', en: 'New round' },
  print: { zh: '打印', en: 'Print' },
  what: { zh: '轮次', en: 'rounds' },
  none: { zh: '还没有轮次', en: 'No round yet' },
  noneWhy: {
    zh: '一轮从授权党委、派出地、被巡地和起止日期开始，依次选定被巡察党组织、编组、排派遣、报批、授权。',
    en: 'A round begins with its commissioning, sending and host bodies and its dates; then come targets, teams, dispatch, approval and orders.',
  },
}

interface RoundListProps {
  readonly asked: RoundsAsked
  readonly onAsk: (asked: RoundsAsked) => void
  readonly canCreate: boolean
}

export function RoundList({ asked, onAsk, canCreate }: RoundListProps) {
  const t = useText()
  const rounds = useRounds(asked)
  const items = rounds.data?.pages.flatMap((page) => page.items) ?? []
  const isFiltered = Object.keys(asked).length > 0
  const create = canCreate ? (
    <Link to="/rounds/new">
      <Button type="primary">{t(texts.create)}</Button>
    </Link>
  ) : null
  return (
    <Page
      title={t(texts.title)}
      acts={
        <>
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
          {create}
        </>
      }
    >
      <Sheet label={t(texts.title)}>
        <RoundSearch asked={asked} onAsk={onAsk} />
        {rounds.isPending ? <Loading what={t(texts.what)} rows={8} /> : null}
        {rounds.error === null ? null : <Refused error={rounds.error} onRetry={() => void rounds.refetch()} />}
        {rounds.isSuccess && items.length === 0 ? (
          isFiltered ? (
            <NoRounds asked={asked} onAsk={onAsk} />
          ) : (
            <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty>
          )
        ) : null}
        {items.length === 0 ? null : (
          <>
            <RoundTable rounds={items} isBusy={rounds.isPlaceholderData} />
            <LoadMore
              shown={items.length}
              hasMore={rounds.hasNextPage}
              isLoading={rounds.isFetchingNextPage}
              onMore={() => void rounds.fetchNextPage()}
            />
          </>
        )}
      </Sheet>
    </Page>
  )
}
