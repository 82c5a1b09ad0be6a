import { listPeople, type Person } from '@shengmian/contract'
import { useDeferredValue, useState } from 'react'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Select } from '../../../ui/antd.ts'

interface PersonPickerProps {
  readonly authority: string
  readonly label: string
  readonly onPick: (person: Person) => void
}

/** Finds somebody of the talent pool by name or employer and hands him on; the field is empty again. */
export function PersonPicker({ authority, label, onPick }: PersonPickerProps) {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useRead(listPeople, { query: { authority, q, limit: 20 } }, { enabled: q !== '', keep: true })
  const people = q === '' ? [] : (found.data?.items ?? []).map(({ person }) => person)
  return (
    <Select
      className="unit-picker"
      aria-label={label}
      placeholder={label}
      value={null}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      options={people.map(({ id, name, employer, home }) => ({
        value: id,
        label: [name, employer, home?.name].filter((part) => part !== null && part !== undefined).join(' '),
      }))}
      onChange={(id: string | null) => {
        const person = people.find((one) => one.id === id)
        if (person !== undefined) onPick(person)
      }}
    />
  )
}
