import { getRegion, searchRegions, type Region } from '@shengmian/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { call } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { Select } from './antd.ts'

const texts = {
  placeholder: { zh: '名称、拼音、首字母或区划代码', en: 'Name, pinyin, initials or code' },
  none: { zh: '没有找到这个地方', en: 'No such place' },
}

interface PlacePickerProps {
  readonly value?: string | null
  readonly onChange?: (code: string | null) => void
  /** Only places in this one. */
  readonly within?: string
  readonly level?: Region['level']
  readonly allowClear?: boolean
  readonly id?: string
  readonly label?: string
}

/** Finds one of 665,276 places by what a person remembers of it. */
export function PlacePicker({ value, onChange, within, level, allowClear = true, id, label }: PlacePickerProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['regions', q, within, level],
    queryFn: ({ signal }) =>
      call(searchRegions, {
        query: { q, ...(within === undefined ? {} : { within }), ...(level === undefined ? {} : { level }), limit: 20 },
        signal,
      }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
  const chosen = useQuery({
    queryKey: ['region', value],
    queryFn: ({ signal }) => call(getRegion, { params: { code: value ?? '' }, signal }),
    enabled: typeof value === 'string' && value !== '',
    staleTime: Infinity,
  })
  const options = (found.data?.items ?? []).map((region) => ({ value: region.code, label: nameOf(region), region }))
  const known = chosen.data
  if (known !== undefined && !options.some((option) => option.value === known.code)) {
    options.unshift({ value: known.code, label: nameOf(known), region: known })
  }
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      style={{ width: '100%', minWidth: 180 }}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear={allowClear}
      value={value ?? null}
      placeholder={t(texts.placeholder)}
      loading={found.isFetching}
      notFoundContent={q === '' ? t(texts.placeholder) : t(texts.none)}
      onChange={(code: string | null | undefined) => onChange?.(code ?? null)}
      options={options}
      optionRender={(option) => (
        <span>
          {option.data.region.name}{' '}
          <span className="muted">
            {option.data.region.ancestors.map((place) => place.name).join(' ')}{' '}
            <span className="number">{option.data.region.code}</span>
          </span>
        </span>
      )}
    />
  )
}

function nameOf(region: Pick<Region, 'name' | 'ancestors'>): string {
  const above = region.ancestors.at(-1)
  return above === undefined ? region.name : `${above.name} ${region.name}`
}
