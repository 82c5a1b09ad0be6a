import { getPerson, listPeople, type Person } from '@shengmian/contract'
import { useDeferredValue, useState } from 'react'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { FoundField } from './found-field.tsx'

const texts = {
  personHint: { zh: '按姓名或单位查找', en: 'Find by name or employer' },
}

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
  const chosen = useRead(getPerson, { params: { authority, person: value ?? '' } }, { enabled: value !== null && value !== '' })
  return (
    <FoundField
      value={value}
      onChange={onChange}
      found={(found.data?.items ?? []).map(({ person }) => optionOf(person))}
      chosen={chosen.data === undefined ? null : optionOf(chosen.data)}
      hint={t(texts.personHint)}
      isLooking={found.isFetching}
      onSearch={setTyped}
      allowClear
      id={id}
    />
  )
}

function optionOf({ id, name, employer }: Pick<Person, 'id' | 'name' | 'employer'>) {
  return { value: id, label: [name, employer].filter((part) => part !== null).join(' ') }
}
