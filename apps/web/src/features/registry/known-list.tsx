import { useState, type ReactNode } from 'react'
import { useText } from '../../lib/language.tsx'
import { Radio } from '../../ui/antd.ts'

const texts = {
  unknown: { zh: '未核', en: 'not verified' },
  none: { zh: '无', en: 'none' },
  some: { zh: '有', en: 'some' },
}

interface KnownListProps<T> {
  readonly value?: readonly T[] | null
  readonly onChange?: (list: readonly T[] | null) => void
  readonly label: string
  /** The list itself, drawn once there is something to list. */
  readonly draw: (list: readonly T[], onChange: (list: readonly T[]) => void) => ReactNode
}

/** A list of which it may be unknown what is in it, which is never the same as nothing. */
export function KnownList<T>({ value = null, onChange, label, draw }: KnownListProps<T>) {
  const t = useText()
  const [isListing, setListing] = useState(value !== null && value.length > 0)
  const state = value === null ? 'unknown' : isListing || value.length > 0 ? 'some' : 'none'
  return (
    <div className="known-list">
      <Radio.Group
        aria-label={label}
        value={state}
        options={(['unknown', 'none', 'some'] as const).map((one) => ({ value: one, label: t(texts[one]) }))}
        onChange={(event) => {
          setListing(event.target.value === 'some')
          onChange?.(event.target.value === 'unknown' ? null : event.target.value === 'none' ? [] : (value ?? []))
        }}
      />
      {state === 'some' ? draw(value ?? [], (list) => onChange?.(list)) : null}
    </div>
  )
}
