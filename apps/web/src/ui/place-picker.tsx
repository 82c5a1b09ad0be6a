import { getRegion, searchRegions, type Region } from '@shengmian/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { call } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { Select } from './antd.ts'
import { WHOLE_COUNTRY, wholeCountry } from './whole-country.ts'

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
  /** Whether the whole country can be chosen too. */
  readonly offersNation?: boolean
  readonly allowClear?: boolean
  readonly id?: string
  readonly label?: string
}

/** Finds one of 665,276 places by what a person remembers of it. */
export function PlacePicker({
  value,
  onChange,
  within,
  level,
  offersNation = false,
  allowClear = true,
  id,
  label,
}: PlacePickerProps) {
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
    enabled: typeof value === 'string' && value !== '' && value !== WHOLE_COUNTRY,
    staleTime: Infinity,
  })
  const options = (found.data?.items ?? []).map(optionOf)
  const known = chosen.data
  if (known !== undefined && !options.some((option) => option.value === known.code)) {
    options.unshift(optionOf(known))
  }
  const nation = `${wholeCountry.zh} ${wholeCountry.en} quanguo ${WHOLE_COUNTRY}`.toLowerCase()
  if (offersNation && (q === '' || nation.includes(q.toLowerCase()))) {
    options.unshift({ value: WHOLE_COUNTRY, label: t(wholeCountry), name: t(wholeCountry), above: '' })
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
          {option.data.name}{' '}
          <span className="muted">
            {option.data.above} <span className="number">{option.data.value}</span>
          </span>
        </span>
      )}
    />
  )
}

/** A place with the names above it. A municipality and the bracket below it are called the same: it is said once. */
function optionOf({ code, called, ancestors }: Pick<Region, 'code' | 'called' | 'ancestors'>) {
  const names = [...new Set(ancestors.map(({ name }) => name))].filter((name) => name !== called)
  const above = names.at(-1)
  return { value: code, label: above === undefined ? called : `${above} ${called}`, name: called, above: names.join(' ') }
}
