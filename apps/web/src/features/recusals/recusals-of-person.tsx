import { liftRecusal, listRecusals, type Recusal } from '@shengmian/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { useText } from '../../lib/language.tsx'
import { useAct } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadMore } from '../../ui/load-more.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { Refused } from '../../ui/refused.tsx'
import { RecordDialog } from './record-dialog.tsx'
import { RecusalTable } from './recusal-table.tsx'

const texts = {
  title: { zh: '回避', en: 'Recusals' },
  record: { zh: '登记回避', en: 'Record a recusal' },
  none: { zh: '没有登记回避', en: 'No recusal is recorded' },
  why: {
    zh: '有亲属、同学、旧同事或其他利害关系的地方，登记后对其关闭。没有登记不等于没有关系。',
    en: 'A place where there is kin, a schoolmate, a former colleague or another interest is closed once recorded. None recorded does not mean none is there.',
  },
  lift: { zh: '解除回避', en: 'Lift the recusal' },
  lifts: { zh: '解除后，派遣令和职责所及的材料重新对其开放。', en: 'What orders and duties reach opens again.' },
}

interface RecusalsOfPersonProps {
  readonly person: string
  readonly mayRecord: boolean
  readonly mayLift: boolean
}

/** What is closed to a person: the office that keeps him records and lifts it, and he himself records. */
export function RecusalsOfPerson({ person, mayRecord, mayLift }: RecusalsOfPersonProps) {
  const t = useText()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [listRecusals.id, person],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(listRecusals, { query: { person, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    getNextPageParam: (page) => page.next,
  })
  const lift = useAct(liftRecusal, (queries) => queries.invalidateQueries({ queryKey: ['listRecusals'] }))
  const [isRecording, setRecording] = useState(false)
  const [lifting, setLifting] = useState<Recusal | null>(null)
  const act = mayRecord ? <Button onClick={() => setRecording(true)}>{t(texts.record)}</Button> : null
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  const recusals = data?.pages.flatMap((page) => page.items)
  if (recusals === undefined) return <Loading what={t(texts.title)} rows={2} />
  return (
    <>
      {recusals.length === 0 ? (
        <Empty title={t(texts.none)} act={act}>
          {t(texts.why)}
        </Empty>
      ) : (
        <>
          <RecusalTable recusals={recusals} {...(mayLift ? { onLift: setLifting } : {})} />
          {hasNextPage ? (
            <LoadMore shown={recusals.length} hasMore isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
          ) : null}
          {act === null ? null : <div className="block-body">{act}</div>}
        </>
      )}
      {isRecording ? <RecordDialog person={person} onClose={() => setRecording(false)} /> : null}
      {lifting === null ? null : (
        <ReasonDialog
          title={t(texts.lift)}
          note={t(texts.lifts)}
          isBusy={lift.isPending}
          error={lift.error}
          onClose={() => setLifting(null)}
          onDone={(reason) =>
            lift.mutate({ params: { recusal: lifting.id }, body: { reason } }, { onSuccess: () => setLifting(null) })
          }
        />
      )}
    </>
  )
}
