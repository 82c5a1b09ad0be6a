import { useText } from '../../../lib/language.tsx'
import { App, Button } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import type { TermCalendar } from './matrix.ts'
import { lookBackTexts, yearTexts } from './texts.ts'
import { isUnderWay, useTermCalendar } from './use-term-calendar.ts'

/** The quota of each year beside the plan of the year, and the act that makes one of the other. */
export function YearsTable({ calendar }: { readonly calendar: TermCalendar }) {
  const t = useText()
  const { modal, message } = App.useApp()
  const { adopt } = useTermCalendar(calendar.plan, calendar.within?.code ?? null)
  const { years, version, mayChange, isStale, lookBacks } = calendar
  const sum = (what: 'units' | 'days' | 'lookBacks' | 'planned' | 'same' | 'plannedLookBacks') =>
    years.reduce((total, year) => total + year[what], 0).toLocaleString('en')
  const ask = (year: number, units: number, again: number) =>
    void modal.confirm({
      title: t(yearTexts.sure, { year }),
      content: `${t(yearTexts.sureWhy, { units, year })}${again === 0 ? '' : t(yearTexts.sureAgain, { n: again })}`,
      okText: t(yearTexts.adopt, { year }),
      onOk: async () => {
        const answer = await adopt.mutateAsync({
          params: { plan: calendar.plan },
          body: { version: version?.version ?? 0, years: [year] },
        })
        const own = answer.years.find((line) => line.year === year)
        void message.success(t(yearTexts.adopted, { year, n: own?.units ?? 0 }))
      },
    })
  return (
    <>
      {adopt.error === null ? null : <Refused error={adopt.error} />}
      {isStale && mayChange ? <p className="block-body why-not">{t(yearTexts.mend)}</p> : null}
      <div className="term-calendar-list">
        <table className="list">
          <thead>
            <tr>
              <th>{t(yearTexts.year)}</th>
              <th className="right">{t(yearTexts.units)}</th>
              <th className="right">{t(yearTexts.days)}</th>
              {lookBacks === null ? null : <th className="right">{t(lookBackTexts.row)}</th>}
              <th className="right">{t(yearTexts.planned)}</th>
              <th className="right">{t(yearTexts.same)}</th>
              {lookBacks === null ? null : <th className="right">{t(yearTexts.plannedAgain)}</th>}
              <th />
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, units, days, lookBacks: again, planned, same, plannedLookBacks, sameLookBacks }) => (
              <tr key={year}>
                <td className="number">{year}</td>
                <td className="right number">{units.toLocaleString('en')}</td>
                <td className="right number">{days.toLocaleString('en')}</td>
                {lookBacks === null ? null : <td className="right number">{again.toLocaleString('en')}</td>}
                <td className="right number">{planned.toLocaleString('en')}</td>
                <td className="right number">{same.toLocaleString('en')}</td>
                {lookBacks === null ? null : <td className="right number">{plannedLookBacks.toLocaleString('en')}</td>}
                <td className="right">
                  {units === planned && units === same && again === plannedLookBacks && again === sameLookBacks ? (
                    <span className="muted">{t(yearTexts.isAdopted)}</span>
                  ) : mayChange && version !== null ? (
                    <Button size="small" disabled={isUnderWay(calendar) || isStale} onClick={() => ask(year, units, again)}>
                      {t(yearTexts.adopt, { year })}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="sum-row">
              <td>{t(yearTexts.total)}</td>
              {(lookBacks === null
                ? (['units', 'days', 'planned', 'same'] as const)
                : (['units', 'days', 'lookBacks', 'planned', 'same', 'plannedLookBacks'] as const)
              ).map((what) => (
                <td key={what} className="right number">
                  {sum(what)}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  )
}
