import type { Decision } from '@shengmian/contract'
import type { RankedTopic } from '@shengmian/triage'
import { shortDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { StepLine, type LineStep } from '../../ui/step-line.tsx'
import { kinds, opened as texts } from './opened-texts.ts'
import { verdictNames } from './texts.ts'

interface StagesProps {
  readonly received: string
  readonly topic: RankedTopic['topic'] | null
  readonly decision: Decision | null
  readonly answeredOn: string | null
}

/** Where a report stands, each step with its day. */
export function Stages({ received, topic, decision, answeredOn }: StagesProps) {
  const t = useText()
  const { language } = useLanguage()
  const state = (isDone: boolean, isNext: boolean): LineStep['state'] => (isDone ? 'done' : isNext ? 'now' : 'later')
  const steps: readonly LineStep[] = [
    { key: 'received', title: t(texts.received), state: 'done', note: shortDay(received, language) },
    {
      key: 'classified',
      title: t(texts.classified),
      state: topic === null ? 'now' : 'done',
      ...(topic === null ? {} : { note: `${t(kinds[topic.kind])}·${topic[language]}` }),
    },
    {
      key: 'decided',
      title: decision === null ? t(texts.decided) : t(verdictNames[decision.verdict]),
      state: state(decision !== null, true),
      ...(decision === null ? {} : { note: shortDay(decision.on, language) }),
    },
    {
      key: 'answered',
      title: t(texts.answered),
      state: state(answeredOn !== null, decision !== null),
      ...(answeredOn === null ? {} : { note: shortDay(answeredOn, language) }),
    },
  ]
  return <StepLine steps={steps} label={t(texts.stages)} />
}
