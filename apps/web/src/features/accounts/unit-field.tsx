import { listUnits } from '@shengmian/contract'
import { useDeferredValue, useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Select } from '../../ui/antd.ts'
import { texts } from './texts.ts'

interface UnitFieldProps {
  readonly within: string
  readonly value?: string | null
  readonly onChange?: (unit: string) => void
  readonly id?: string
}

/** A unit of a place, found by name. */
export function UnitField({ within, value = null, onChange, id }: UnitFieldProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useRead(listUnits, { query: { within, q, limit: 20 } }, { enabled: q !== '', keep: true })
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value}
      placeholder={t(texts.unitHint)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={t(texts.unitHint)}
      options={(found.data?.items ?? []).map((unit) => ({ value: unit.id, label: `${unit.name} ${unit.place.name}` }))}
      onChange={(unit: string) => onChange?.(unit)}
    />
  )
}
