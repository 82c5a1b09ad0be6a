import type { listUnits, QueryOf } from '@shengmian/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useUnits } from '../features/registry/api.ts'
import { SheetActs } from '../features/registry/sheet-import.tsx'
import { UnitCounts } from '../features/registry/unit-counts.tsx'
import { UnitTable } from '../features/registry/unit-table.tsx'
import { unitClasses, unitKinds } from '../features/registry/texts.ts'
import { useText } from '../lib/language.tsx'
import { Button, Input, Select } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { PlacePicker } from '../ui/place-picker.tsx'
import { Refused } from '../ui/refused.tsx'
import { changed } from './search.ts'
import { useAuthority } from './use-authority.ts'

type Asked = Pick<QueryOf<typeof listUnits>, 'kind' | 'class' | 'q'> & { readonly within?: string }

const texts = {
  title: { zh: '一村一档', en: 'Units and dossiers' },
  keyword: { zh: '单位名称', en: 'Name of the unit' },
  allKinds: { zh: '全部类型', en: 'All kinds' },
  allClasses: { zh: '全部类别', en: 'All classes' },
  unknown: { zh: '未核', en: 'Unverified' },
  reset: { zh: '重置', en: 'Reset' },
  place: { zh: '地方', en: 'Place' },
  none: { zh: '没有符合条件的单位', en: 'No unit meets these conditions' },
  hint: { zh: '放宽地方、类型、类别或名称中的一项再查。', en: 'Loosen one of place, kind, class or name.' },
}

export function UnitsPage() {
  const t = useText()
  const asked: Asked = useSearch({ from: '/frame/units' })
  const navigate = useNavigate({ from: '/units' })
  const home = useAuthority()?.code ?? null
  const within = asked.within ?? home
  const units = useUnits(within === null ? null : { ...asked, within })
  const rows = units.data?.pages.flatMap((page) => page.items) ?? []
  const ask = (change: Readonly<Record<string, string>>) =>
    void navigate({ search: (before) => changed(before, change), replace: true })
  return (
    <Page
      title={t(texts.title)}
      acts={within === null ? null : <SheetActs noun="units" authority={within} />}
      {...(within === null ? {} : { aside: <UnitCounts within={within} /> })}
    >
      <Sheet label={t(texts.title)}>
        <div className="search-row">
          <div className="place">
            <PlacePicker
              label={t(texts.place)}
              value={within}
              allowClear={false}
              onChange={(code) => ask({ within: code ?? '' })}
            />
          </div>
          <Select
            aria-label={t(texts.allKinds)}
            value={asked.kind ?? ''}
            style={{ width: 150 }}
            onChange={(kind) => ask({ kind })}
            options={[
              { value: '', label: t(texts.allKinds) },
              ...Object.entries(unitKinds).map(([value, text]) => ({ value, label: t(text) })),
            ]}
          />
          <Select
            aria-label={t(texts.allClasses)}
            value={asked.class ?? ''}
            style={{ width: 130 }}
            onChange={(unitClass) => ask({ class: unitClass })}
            options={[
              { value: '', label: t(texts.allClasses) },
              ...Object.entries(unitClasses).map(([value, text]) => ({ value, label: t(text) })),
              { value: 'unknown', label: t(texts.unknown) },
            ]}
          />
          <Input.Search
            className="keyword"
            key={asked.q ?? ''}
            defaultValue={asked.q ?? ''}
            placeholder={t(texts.keyword)}
            allowClear
            onSearch={(q) => ask({ q })}
          />
          <Button onClick={() => void navigate({ search: {}, replace: true })}>{t(texts.reset)}</Button>
        </div>
        {units.error === null ? null : <Refused error={units.error} onRetry={() => void units.refetch()} />}
        {units.isSuccess && rows.length === 0 ? (
          <Empty title={t(texts.none)}>{t(texts.hint)}</Empty>
        ) : (
          <>
            <UnitTable units={rows} isLoading={units.isLoading} />
            <LoadMore
              shown={rows.length}
              hasMore={units.hasNextPage}
              isLoading={units.isFetchingNextPage}
              onMore={() => void units.fetchNextPage()}
            />
          </>
        )}
      </Sheet>
    </Page>
  )
}
