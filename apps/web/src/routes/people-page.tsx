import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { usePeople } from '../features/registry/api.ts'
import { PersonDialog } from '../features/registry/person-dialog.tsx'
import { PersonTable } from '../features/registry/person-table.tsx'
import { personTexts } from '../features/registry/person-texts.ts'
import { SheetActs } from '../features/registry/sheet-import.tsx'
import { personRoles } from '../features/registry/texts.ts'
import { useHoldsAbove } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { Button, Input, Select } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { LoadMore } from '../ui/load-more.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { PlacePicker } from '../ui/place-picker.tsx'
import { Refused } from '../ui/refused.tsx'
import { changed } from './search.ts'
import { useAuthority } from './use-authority.ts'

const texts = {
  title: { zh: '人才库', en: 'Talent pool' },
  keyword: { zh: '姓名或单位', en: 'Name or employer' },
  skill: { zh: '专长', en: 'Skill' },
  allRoles: { zh: '不限职务', en: 'Any role' },
  noTieTo: { zh: '与此地无应回避关系', en: 'Nothing demands recusal from' },
  authority: { zh: '人才库属于', en: 'Pool of' },
  reset: { zh: '重置', en: 'Reset' },
  none: { zh: '没有符合条件的人', en: 'Nobody meets these conditions' },
  hint: { zh: '可去掉一项条件，或导入人才库。', en: 'Drop a condition, or import people.' },
}

export function PeoplePage() {
  const t = useText()
  const asked = useSearch({ from: '/frame/people' })
  const navigate = useNavigate({ from: '/people' })
  const home = useAuthority()?.code ?? null
  const authority = asked.authority ?? home
  const people = usePeople(authority === null ? null : { ...asked, authority })
  const [isEntering, setEntering] = useState(false)
  const isKeeper = useHoldsAbove(['office'], authority ?? undefined)
  const found = people.data?.pages.flatMap((page) => page.items) ?? []
  const ask = (change: Record<string, string>) => void navigate({ search: (before) => changed(before, change), replace: true })
  return (
    <Page
      title={t(texts.title)}
      acts={
        authority === null ? null : (
          <>
            <SheetActs noun="people" authority={authority} />
            {isKeeper ? <Button onClick={() => setEntering(true)}>{t(personTexts.enter)}</Button> : null}
          </>
        )
      }
    >
      <Sheet label={t(texts.title)}>
        <div className="search-row">
          <div className="place">
            <PlacePicker
              label={t(texts.authority)}
              value={authority}
              allowClear={false}
              onChange={(code) => ask({ authority: code ?? '' })}
            />
          </div>
          <Input.Search
            className="keyword"
            key={`q ${asked.q ?? ''}`}
            defaultValue={asked.q ?? ''}
            placeholder={t(texts.keyword)}
            allowClear
            onSearch={(q) => ask({ q })}
          />
          <Input.Search
            style={{ width: 130 }}
            key={`skill ${asked.skill ?? ''}`}
            defaultValue={asked.skill ?? ''}
            placeholder={t(texts.skill)}
            allowClear
            onSearch={(skill) => ask({ skill })}
          />
          <Select
            aria-label={t(texts.allRoles)}
            style={{ width: 120 }}
            value={asked.role ?? ''}
            onChange={(role) => ask({ role })}
            options={[
              { value: '', label: t(texts.allRoles) },
              ...Object.entries(personRoles).map(([value, text]) => ({ value, label: t(text) })),
            ]}
          />
          <div className="labelled">
            <span>{t(texts.noTieTo)}</span>
            <div className="place">
              <PlacePicker
                label={t(texts.noTieTo)}
                value={asked.noTieTo ?? null}
                onChange={(code) => ask({ noTieTo: code ?? '' })}
              />
            </div>
          </div>
          <Button onClick={() => void navigate({ search: {}, replace: true })}>{t(texts.reset)}</Button>
        </div>
        {people.error === null ? null : <Refused error={people.error} onRetry={() => void people.refetch()} />}
        {people.isSuccess && found.length === 0 ? (
          <Empty title={t(texts.none)}>{t(texts.hint)}</Empty>
        ) : (
          <>
            <PersonTable
              found={found}
              isLoading={people.isLoading}
              withWhy={asked.noTieTo !== undefined || asked.skill !== undefined}
            />
            <LoadMore
              shown={found.length}
              hasMore={people.hasNextPage}
              isLoading={people.isFetchingNextPage}
              onMore={() => void people.fetchNextPage()}
            />
          </>
        )}
      </Sheet>
      {isEntering && authority !== null ? (
        <PersonDialog
          authority={authority}
          person={null}
          onDone={({ id }) => void navigate({ to: '/people/$authority/$person', params: { authority, person: id } })}
          onClose={() => setEntering(false)}
        />
      ) : null}
    </Page>
  )
}
