import dayjs from 'dayjs'
import { DatePicker } from './antd.ts'

interface MonthFieldProps {
  readonly value?: string | null
  readonly onChange?: (month: string | null) => void
  readonly id?: string
  readonly label?: string
  readonly placeholder?: string
}

/** A month as the wire writes it: `2026-03`. */
export function MonthField({ value, onChange, id, label, placeholder }: MonthFieldProps) {
  return (
    <DatePicker
      picker="month"
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={value === null || value === undefined || value === '' ? null : dayjs(`${value}-01`)}
      onChange={(month) => onChange?.(month === null ? null : month.format('YYYY-MM'))}
    />
  )
}
