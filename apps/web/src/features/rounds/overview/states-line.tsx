import type { RoundState } from '@shengmian/contract'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { shortInstant } from '../../../lib/dates.ts'
import { roundStates } from '../../../lib/round-words.ts'
import { StepLine, type LineStep } from '../../../ui/step-line.tsx'
import type { RoundDetail } from '../settings/settings-form.ts'
import { texts } from './texts.ts'

const usual: readonly RoundState[] = [
  'draft',
  'submitted',
  'approved',
  'authorised',
  'running',
  'reporting',
  'closed',
  'archived',
]

/** Where the round stands among its states, with the days, and who brought it where it is now. */
export function StatesLine({ round }: { readonly round: RoundDetail }) {
  const t = useText()
  const { language } = useLanguage()
  const states = round.state === 'withdrawn' ? [...usual.slice(0, 1), 'withdrawn' as const] : usual
  const here = states.indexOf(round.state)
  const steps = states.map((state, at): LineStep => {
    const event = at <= here ? round.events.findLast((one) => one.to === state) : undefined
    return {
      key: state,
      title: t(roundStates[state]),
      state: at < here ? 'done' : at === here ? 'now' : 'later',
      ...(event === undefined
        ? {}
        : {
            note:
              at === here
                ? `${event.by} ${shortInstant(event.at, language)}`
                : (shortInstant(event.at, language).split(' ')[0] ?? ''),
          }),
    }
  })
  return <StepLine steps={steps} label={t(texts.states)} />
}
