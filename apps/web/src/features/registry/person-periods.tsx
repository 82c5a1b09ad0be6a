import type { Person } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { Input } from '../../ui/antd.ts'
import { DayField } from '../../ui/day-field.tsx'
import { MonthField } from '../../ui/month-field.tsx'
import { PlacePicker } from '../../ui/place-picker.tsx'
import { LineRows } from './line-rows.tsx'
import { personTexts as texts } from './person-texts.ts'

export type Posting = NonNullable<Person['postings']>[number]
export type Absence = NonNullable<Person['absences']>[number]

interface RowsProps<T> {
  readonly list: readonly T[]
  readonly onChange: (list: readonly T[]) => void
}

/** Whether nothing that a period needs is left empty: a posting may last, and need not say as what; an absence ends and has its reason. */
export function isWhole(period: Posting | Absence): boolean {
  return 'region' in period
    ? period.region !== '' && period.from !== ''
    : period.from !== '' && period.to !== '' && period.why !== ''
}

/** Where somebody held office: place, months, post. */
export function PostingRows({ list, onChange }: RowsProps<Posting>) {
  const t = useText()
  return (
    <LineRows<Posting>
      list={list}
      onChange={onChange}
      fresh={{ region: '', from: '', to: null }}
      draw={(one, change) => (
        <>
          <PlacePicker
            label={t(texts.region)}
            value={one.region === '' ? null : one.region}
            onChange={(region) => change({ region: region ?? '' })}
          />
          <MonthField
            label={t(texts.from)}
            placeholder={t(texts.from)}
            value={one.from}
            onChange={(from) => change({ from: from ?? '' })}
          />
          <MonthField label={t(texts.to)} placeholder={t(texts.now)} value={one.to} onChange={(to) => change({ to })} />
          <Input
            aria-label={t(texts.post)}
            placeholder={t(texts.post)}
            maxLength={100}
            value={one.title ?? ''}
            onChange={(event) => change({ title: event.target.value })}
          />
        </>
      )}
    />
  )
}

/** When somebody cannot be called up: days and why. */
export function AbsenceRows({ list, onChange }: RowsProps<Absence>) {
  const t = useText()
  return (
    <LineRows<Absence>
      list={list}
      onChange={onChange}
      fresh={{ from: '', to: '', why: '' }}
      draw={(one, change) => (
        <>
          <DayField label={t(texts.from)} value={one.from} onChange={(from) => change({ from: from ?? '' })} />
          <DayField label={t(texts.to)} value={one.to} onChange={(to) => change({ to: to ?? '' })} />
          <Input
            aria-label={t(texts.why)}
            placeholder={t(texts.why)}
            maxLength={100}
            value={one.why}
            onChange={(event) => change({ why: event.target.value })}
          />
        </>
      )}
    />
  )
}
