import dayjs from 'dayjs'
import { DatePicker } from './antd.ts'

interface DayFieldProps {
  readonly value?: string | null
  readonly onChange?: (day: string | null) => void
  readonly id?: string
  readonly label?: string
  readonly disabled?: boolean
}

/** A calendar day as the wire writes it. */
export function DayField({ value, onChange, id, label, disabled = false }: DayFieldProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      disabled={disabled}
      value={value === null || value === undefined || value === '' ? null : dayjs(value)}
      onChange={(day) => onChange?.(day === null ? null : day.format('YYYY-MM-DD'))}
    />
  )
}
