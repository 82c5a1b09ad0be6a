import { listNeverInspected, type ReplyOf } from '@shengmian/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../lib/api.ts'
import { longDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { Select } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { LoadMore } from '../../../ui/load-more.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { texts } from './texts.ts'

type Level = 'county' | 'township' | 'village' | 'other'
type NeverUnit = ReplyOf<typeof listNeverInspected>['items'][number]

interface NeverInspectedProps {
  readonly plan: string
  readonly year: number
  readonly planned: ReadonlySet<string>
  readonly canPlan: boolean
  readonly onTake: (unit: NeverUnit) => void
}

/** Units never inspected, or not in this term, each to be taken into a year. */
export function NeverInspected({ plan, year, planned, canPlan, onTake }: NeverInspectedProps) {
  const t = useText()
  const { language } = useLanguage()
  const [level, setLevel] = useState<Level | ''>('')
  const found = useInfiniteQuery({
    queryKey: ['listNeverInspected', { params: { plan }, level }],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(listNeverInspected, {
        params: { plan },
        query: { ...(level === '' ? {} : { level }), ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
  const units = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <div className="block-head">
        <Select
          aria-label={t(texts.level)}
          className="level-choice"
          value={level}
          onChange={setLevel}
          options={[
            { value: '', label: t(texts.allLevels) },
            ...(['county', 'township', 'village', 'other'] as const).map((value) => ({ value, label: t(texts.levels[value]) })),
          ]}
        />
        <span className="spring" />
        <strong className="number">{t(texts.neverCount, { n: (found.data?.pages[0]?.total ?? 0).toLocaleString('en') })}</strong>
      </div>
      {found.isPending ? <Loading what={t(texts.neverWhat)} /> : null}
      {found.error === null ? null : <Refused error={found.error} onRetry={() => void found.refetch()} />}
      {found.isSuccess && units.length === 0 ? <Empty title={t(texts.noneNever)} /> : null}
      {units.length === 0 ? null : (
        <>
          <table className="list">
            <thead>
              <tr>
                <th>{t(texts.unit)}</th>
                <th>{t(texts.place)}</th>
                <th>{t(texts.last)}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <tr key={unit.unit}>
                  <td>{unit.name}</td>
                  <td>
                    {unit.place.name} <span className="muted number">{unit.place.code}</span>
                  </td>
                  <td className="number">
                    {unit.lastInspected === null ? t(texts.noRecord) : longDay(unit.lastInspected, language)}
                  </td>
                  <td className="right">
                    {planned.has(unit.unit) ? (
                      <span className="muted">{t(texts.taken)}</span>
                    ) : (
                      <button
                        type="button"
                        className="button-link"
                        disabled={!canPlan}
                        aria-label={`${t(texts.take, { year })} ${unit.name}`}
                        onClick={() => onTake(unit)}
                      >
                        {t(texts.take, { year })}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <LoadMore
            shown={units.length}
            hasMore={found.hasNextPage}
            isLoading={found.isFetchingNextPage}
            onMore={() => void found.fetchNextPage()}
          />
        </>
      )}
    </>
  )
}
