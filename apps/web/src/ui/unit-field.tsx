import { getUnit, listUnits, type Unit } from '@shengmian/contract'
import { useDeferredValue, useState } from 'react'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { FoundField } from './found-field.tsx'

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
  return (
    <FoundField
      value={value}
      onChange={onChange}
      found={(found.data?.items ?? []).map(optionOf)}
      chosen={chosen.data === undefined ? null : optionOf(chosen.data.unit)}
      hint={t(texts.unitHint)}
      isLooking={found.isFetching}
      onSearch={setTyped}
      allowClear={allowClear}
      id={id}
    />
  )
}

function optionOf({ id, name, place }: Pick<Unit, 'id' | 'name' | 'place'>) {
  return { value: id, label: `${name} ${place.name}` }
}
