import type { OwnCorrection } from '@shengmian/contract'
import { longDay, shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Light } from '../../ui/light.tsx'
import { DueWords } from './due-words.tsx'
import { texts } from './texts.ts'
import './corrections.css'

const COLOURS = { open: 'blue', answered: 'yellow', verified: 'none', withdrawn: 'none' } as const

/** What was ordered until when, and what happened since. */
export function CorrectionSteps({ correction }: { readonly correction: OwnCorrection }) {
  const t = useText()
  const { language } = useLanguage()
  const { what, until, by, at, steps, state, isOverdue } = correction
  return (
    <>
      <p className="correction-what">{what}</p>
      <p className="correction-facts">
        <span>
          {t(texts.until, { day: longDay(until, language) })}
          <DueWords correction={correction} />
        </span>
        <span className="correction-state">
          <Light colour={isOverdue ? 'red' : COLOURS[state]} /> {t(texts.states[state])}
        </span>
        <span className="muted">{t(texts.ordered, { by, at: shortInstant(at, language) })}</span>
      </p>
      {steps.length === 0 ? null : (
        <ol className="correction-steps">
          {steps.map((step) => (
            <li key={step.at}>
              {t(texts.step, {
                by: step.by,
                at: shortInstant(step.at, language),
                what: t(texts.steps[step.kind]),
                text: step.text,
              })}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
