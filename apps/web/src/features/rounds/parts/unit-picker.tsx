import { listUnits, type ReplyOf } from '@shengmian/contract'
import { useDeferredValue, useState } from 'react'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Select } from '../../../ui/antd.ts'

type PickedUnit = ReplyOf<typeof listUnits>['items'][number]

interface UnitPickerProps {
  readonly within: string
  readonly label: string
  readonly isDisabled?: boolean
  readonly onPick: (unit: PickedUnit) => void
}

/** Finds a unit of a place by name and hands it on; the field is empty again. */
export function UnitPicker({ within, label, isDisabled = false, onPick }: UnitPickerProps) {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useRead(listUnits, { query: { within, q, limit: 20 } }, { enabled: q !== '', keep: true })
  const units = q === '' ? [] : (found.data?.items ?? [])
  return (
    <Select
      className="unit-picker"
      aria-label={label}
      placeholder={label}
      value={null}
      disabled={isDisabled}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      options={units.map((unit) => ({ value: unit.id, label: `${unit.name} ${unit.place.name}` }))}
      onChange={(id: string | null) => {
        const unit = units.find((one) => one.id === id)
        if (unit !== undefined) onPick(unit)
      }}
    />
  )
}
