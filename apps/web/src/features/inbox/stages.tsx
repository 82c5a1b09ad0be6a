import { readMatter, type Decision, type Matter } from '@shengmian/contract'
import type { RankedTopic } from '@shengmian/triage'
import { shortDay, shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText, type Language } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { StepLine, type LineStep } from '../../ui/step-line.tsx'
import { kinds, opened as texts } from './opened-texts.ts'
import { verdictNames } from './texts.ts'

interface StagesProps {
  readonly desk: string
  readonly number: number
  readonly received: string
  readonly topic: RankedTopic['topic'] | null
  readonly decision: Decision | null
  readonly answeredOn: string | null
}

/** Where a report stands, each step with its day; on the way to a correction, with who took it and when. */
export function Stages({ desk, number, received, topic, decision, answeredOn }: StagesProps) {
  const t = useText()
  const { language } = useLanguage()
  const matter = useRead(readMatter, { params: { desk, number } }).data?.matter ?? null
  const state = (isDone: boolean, isNext: boolean): LineStep['state'] => (isDone ? 'done' : isNext ? 'now' : 'later')
  const steps: readonly LineStep[] = [
    { key: 'received', title: t(texts.received), state: 'done', note: shortDay(received, language) },
    {
      key: 'classified',
      title: t(texts.classified),
      state: topic === null && matter === null ? 'now' : 'done',
      ...(matter !== null
        ? { note: `${matter.topic} ${shortInstant(matter.at, language)}` }
        : topic === null
          ? {}
          : { note: `${t(kinds[topic.kind])}·${topic[language]}` }),
    },
    {
      key: 'decided',
      title: decision === null ? t(texts.decided) : t(verdictNames[decision.verdict]),
      state: state(decision !== null, true),
      ...(decision === null ? {} : { note: shortDay(decision.on, language) }),
    },
    ...(matter === null ? [] : correctionSteps(matter, (key) => t(texts[key]), language)),
    {
      key: 'answered',
      title: t(texts.answered),
      state: state(answeredOn !== null, decision !== null),
      ...(answeredOn === null ? {} : { note: shortDay(answeredOn, language) }),
    },
  ]
  return <StepLine steps={steps} label={t(texts.stages)} />
}

type StepName = 'foundTrue' | 'ordered' | 'unitAnswered' | 'verified'

/** What follows once a report is classified by somebody: check, order, the unit's answer, verification. */
function correctionSteps(
  { check, correction }: Matter,
  name: (key: StepName) => string,
  language: Language,
): readonly LineStep[] {
  const order = correction?.state === 'withdrawn' ? null : correction
  const last = order?.steps.at(-1) ?? null
  const answered = order?.steps.findLast(({ kind }) => kind === 'answer') ?? null
  const times: readonly (readonly [StepName, string | null])[] = [
    ['foundTrue', check?.at ?? null],
    ['ordered', order?.at ?? null],
    ['unitAnswered', last?.kind === 'return' ? null : (answered?.at ?? null)],
    ['verified', last?.kind === 'verify' ? last.at : null],
  ]
  const taken = check?.holds === false ? times.slice(0, 1) : times
  const next = times.findIndex(([, at]) => at === null)
  return taken.map(([key, at], k) => ({
    key,
    title: name(key),
    state: at !== null ? 'done' : k === next ? 'now' : 'later',
    ...(at === null ? {} : { note: shortInstant(at, language) }),
  }))
}
