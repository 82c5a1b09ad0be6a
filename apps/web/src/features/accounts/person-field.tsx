import { listPeople } from '@shengmian/contract'
import { useDeferredValue, useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Select } from '../../ui/antd.ts'
import { texts } from './texts.ts'

interface PersonFieldProps {
  readonly authority: string
  readonly value?: string | null
  readonly onChange?: (person: string | null) => void
  readonly id?: string
}

/** Somebody of a talent pool, found by name or employer. */
export function PersonField({ authority, value = null, onChange, id }: PersonFieldProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useRead(listPeople, { query: { authority, q, limit: 20 } }, { enabled: q !== '', keep: true })
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      value={value}
      placeholder={t(texts.personHint)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={t(texts.personHint)}
      options={(found.data?.items ?? []).map(({ person }) => ({
        value: person.id,
        label: [person.name, person.employer].filter((part) => part !== null).join(' '),
      }))}
      onChange={(person: string | null | undefined) => onChange?.(person ?? null)}
    />
  )
}
