import type { listCalendarVisits, ReplyOf } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { Button } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import type { TermCalendar } from './matrix.ts'
import { lookBackTexts } from './texts.ts'
import { isUnderWay, useTermCalendar } from './use-term-calendar.ts'

interface LookBackFormProps {
  readonly calendar: TermCalendar
  readonly rule: NonNullable<TermCalendar['settings']['lookBack']>
  readonly picked: ReplyOf<typeof listCalendarVisits>['items']
  readonly onDone: (words: string) => void
}

/** Names units for a look-back beyond the share that is drawn, or takes the names back. */
export function LookBackForm({ calendar, rule, picked, onDone }: LookBackFormProps) {
  const t = useText()
  const { settings } = useTermCalendar(calendar.plan, calendar.within?.code ?? null)
  const fresh = picked.filter(({ lookBack }) => lookBack === null).map(({ unit }) => unit)
  const named = new Set(picked.flatMap(({ unit, lookBack }) => (lookBack?.isNamed === true ? [unit] : [])))
  const keep = (units: readonly string[], words: string) =>
    settings.mutate(
      { params: { plan: calendar.plan }, body: { ...calendar.settings, lookBack: { ...rule, units: [...units] } } },
      { onSuccess: () => onDone(words) },
    )
  return (
    <div className="term-calendar-naming">
      <Button
        disabled={fresh.length === 0 || isUnderWay(calendar)}
        loading={settings.isPending}
        onClick={() => keep([...rule.units, ...fresh], t(lookBackTexts.named, { n: fresh.length }))}
      >
        {t(lookBackTexts.name, { n: fresh.length })}
      </Button>
      <Button
        disabled={named.size === 0 || isUnderWay(calendar)}
        onClick={() =>
          keep(
            rule.units.filter((unit) => !named.has(unit)),
            t(lookBackTexts.unnamed, { n: named.size }),
          )
        }
      >
        {t(lookBackTexts.unname)}
      </Button>
      {settings.error === null ? null : <Refused error={settings.error} />}
    </div>
  )
}
