import { getPerson, listPeople, type Person } from '@shengmian/contract'
import { useDeferredValue, useState } from 'react'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Select } from './antd.ts'

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
  const options = (found.data?.items ?? []).map(({ person }) => optionOf(person))
  const known = chosen.data
  if (known !== undefined && !options.some((option) => option.value === known.id)) options.unshift(optionOf(known))
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear
      value={value}
      placeholder={t(texts.personHint)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      notFoundContent={t(texts.personHint)}
      options={options}
      onChange={(person: string | null | undefined) => onChange?.(person ?? null)}
    />
  )
}

function optionOf({ id, name, employer }: Pick<Person, 'id' | 'name' | 'employer'>) {
  return { value: id, label: [name, employer].filter((part) => part !== null).join(' ') }
}
