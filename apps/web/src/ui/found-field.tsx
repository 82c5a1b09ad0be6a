import { Select } from './antd.ts'

interface Option {
  readonly value: string
  readonly label: string
}

interface FoundFieldProps {
  readonly value: string | null
  readonly onChange: ((value: string | null) => void) | undefined
  readonly found: readonly Option[]
  /** What is chosen, where it is known: it stands in the list whatever is looked for. */
  readonly chosen: Option | null
  readonly hint: string
  readonly isLooking: boolean
  readonly onSearch: (typed: string) => void
  readonly allowClear: boolean
  readonly id: string | undefined
}

/** One of too many for a list: what is typed is looked for by the server. */
export function FoundField({ value, onChange, found, chosen, hint, isLooking, onSearch, allowClear, id }: FoundFieldProps) {
  const isListed = chosen === null || found.some((option) => option.value === chosen.value)
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      allowClear={allowClear}
      value={value}
      placeholder={hint}
      showSearch={{ filterOption: false, onSearch }}
      loading={isLooking}
      notFoundContent={hint}
      options={isListed ? [...found] : [chosen, ...found]}
      onChange={(picked: string | null | undefined) => onChange?.(picked ?? null)}
    />
  )
}
