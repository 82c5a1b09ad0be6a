import { roundSteps } from '@shengmian/contract'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { shortInstant } from '../../../lib/dates.ts'
import { roundStates } from '../../../lib/round-words.ts'
import { Sheet } from '../../../ui/page.tsx'
import type { RoundDetail } from '../settings/settings-form.ts'
import { texts } from './texts.ts'

/** What was done with the round, newest first. */
export function History({ events }: { readonly events: RoundDetail['events'] }) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <Sheet label={t(texts.history)}>
      <div className="block-head">
        <h2>{t(texts.history)}</h2>
      </div>
      <table className="list">
        <tbody>
          {events.toReversed().map((event) => (
            <tr key={`${event.at} ${event.event}`}>
              <td className="number">{shortInstant(event.at, language)}</td>
              <td>{event.by}</td>
              <td>
                {roundSteps.find((step) => step.event === event.event && step.to === event.to)?.[language] ??
                  t(roundStates[event.to])}
              </td>
              <td className="muted">{event.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
