import { getRegion, searchRegions } from '@shengmian/contract'
import { useQueries } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { call } from '../../../lib/api.ts'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Select } from '../../../ui/antd.ts'

const texts = { placeholder: { zh: '名称、拼音或代码，可选多个', en: 'Name, pinyin or code; several' } }

interface PlacesFieldProps {
  readonly value?: readonly string[]
  readonly onChange?: (codes: readonly string[]) => void
  readonly label: string
  readonly within: string
}

/** Several places; those chosen keep their names. */
export function PlacesField({ value = [], onChange, label, within }: PlacesFieldProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useRead(searchRegions, { query: { q, within, limit: 30 } }, { enabled: q !== '', keep: true })
  const chosen = useQueries({
    queries: value.map((code) => ({
      queryKey: ['region', code],
      queryFn: () => call(getRegion, { params: { code } }),
      staleTime: Infinity,
    })),
  })
  const known = chosen.flatMap(({ data }) => (data === undefined ? [] : [data]))
  const options = new Map([...known, ...(q === '' ? [] : (found.data?.items ?? []))].map((place) => [place.code, place.called]))
  return (
    <Select
      mode="multiple"
      aria-label={label}
      placeholder={t(texts.placeholder)}
      value={[...value]}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onChange={(codes: string[]) => onChange?.(codes)}
      options={Array.from(options, ([code, name]) => ({ value: code, label: name }))}
    />
  )
}
