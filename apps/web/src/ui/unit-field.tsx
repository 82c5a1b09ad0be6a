import { getUnit, listUnits } from '@shengmian/contract'
import { useDeferredValue, useState } from 'react'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Select } from './antd.ts'

const texts = {
  unitHint: { zh: '按名称查找单位', en: 'Find a unit by name' },
}

interface UnitFieldProps {
  readonly within: string
  readonly value?: string | null
  readonly onChange?: (unit: string | null) => void
  readonly allowClear?: boolean
  readonly id?: string
}

/** A unit of a place, found by name. */
export function UnitField({ within, value = null, onChange, allowClear = false, id }: UnitFieldProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useRead(listUnits, { query: { within, q, limit: 20 } }, { enabled: q !== '', keep: true })
  const chosen = useRead(getUnit, { params: { unit: value ?? '' } }, { enabled: value !== null && value !== '' })
  const options = (found.data?.items ?? []).map((unit) => ({ value: unit.id, label: `${unit.name} ${unit.place.name}` }))
  const known = chosen.data?.unit
  if (known !== undefined && !options.some((option) => option.value === known.id))
    options.unshift({ value: known.id, label: `${known.name} ${known.place.name}` })
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear={allowClear}
      value={value}
      placeholder={t(texts.unitHint)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={t(texts.unitHint)}
      options={options}
      onChange={(unit: string | undefined) => onChange?.(unit ?? null)}
    />
  )
}
