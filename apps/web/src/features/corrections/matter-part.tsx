import { checkMatter, readMatter, type Matter } from '@shengmian/contract'
import { useState } from 'react'
import { longDay, shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useAct, useRead } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { AnswerDialog } from '../../ui/answer-dialog.tsx'
import { Refused } from '../../ui/refused.tsx'
import { afresh } from './afresh.ts'
import { ClassifyDialog, type FoundTopic } from './classify-dialog.tsx'
import { CorrectionSteps } from './correction-steps.tsx'
import { JudgeActs } from './judge-acts.tsx'
import { OrderDialog } from './order-dialog.tsx'
import { matterTexts, texts } from './texts.ts'
import './corrections.css'

interface MatterPartProps {
  readonly round: string
  readonly desk: string
  readonly number: number
  /** What the device found the report to be about. */
  readonly topic: FoundTopic | null
  /** Puts words into the answer to the reporter, which somebody still sends. */
  readonly onAnswer: (text: string) => void
}

/** The way of one report to a correction: each next step under the name of whoever takes it. */
export function MatterPart({ round, desk, number, topic, onAnswer }: MatterPartProps) {
  const t = useText()
  const [doing, setDoing] = useState<'classify' | 'check' | 'order' | null>(null)
  const { data, error, refetch } = useRead(readMatter, { params: { desk, number } })
  const check = useAct(checkMatter, afresh)
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  const { matter, targets } = data
  const close = () => setDoing(null)
  const order = matter?.correction ?? null
  const canOrder = matter?.check?.holds === true && (order === null || order.state === 'withdrawn')
  return (
    <section className="report-part" aria-label={t(texts.title)}>
      <h3>{t(texts.title)}</h3>
      {matter === null ? <p className="muted">{t(matterTexts.lead)}</p> : <MatterFacts matter={matter} />}
      {order === null ? null : (
        <>
          <CorrectionSteps correction={order} />
          <JudgeActs correction={order} />
          {order.state === 'verified' ? <UseResult matter={matter} onAnswer={onAnswer} /> : null}
        </>
      )}
      <div className="correction-acts">
        {matter === null ? (
          <Button size="small" disabled={targets.length === 0} onClick={() => setDoing('classify')}>
            {t(matterTexts.classify)}
          </Button>
        ) : matter.check === null ? (
          <Button size="small" onClick={() => setDoing('check')}>
            {t(matterTexts.check)}
          </Button>
        ) : canOrder ? (
          <Button size="small" type="primary" onClick={() => setDoing('order')}>
            {t(matterTexts.order)}
          </Button>
        ) : null}
      </div>
      {doing === 'classify' ? (
        <ClassifyDialog desk={desk} number={number} topic={topic} targets={targets} onClose={close} />
      ) : null}
      {doing === 'check' && matter !== null ? (
        <AnswerDialog<'holds' | 'holdsNot'>
          title={t(matterTexts.check)}
          label={t(matterTexts.checkNote)}
          choices={(['holds', 'holdsNot'] as const).map((value) => ({ value, label: t(matterTexts[value]) }))}
          isBusy={check.isPending}
          error={check.error}
          onClose={close}
          onDone={(note, choice) =>
            check.mutate({ params: { matter: matter.id }, body: { holds: choice === 'holds', note } }, { onSuccess: close })
          }
        />
      ) : null}
      {doing === 'order' && matter !== null ? (
        <OrderDialog round={round} targets={[matter.unit]} matter={matter.id} onClose={close} />
      ) : null}
    </section>
  )
}

function MatterFacts({ matter }: { readonly matter: Matter }) {
  const t = useText()
  const { language } = useLanguage()
  const { by, at, topic, kind, unit, check } = matter
  return (
    <dl className="report-facts">
      <dt>{t(matterTexts.classified)}</dt>
      <dd>
        {t(matterTexts.classifiedAs, {
          by,
          at: shortInstant(at, language),
          topic,
          kind: t(matterTexts.kinds[kind]),
          unit: unit.name,
        })}
      </dd>
      {check === null ? null : (
        <>
          <dt>{t(matterTexts.checked)}</dt>
          <dd>
            {t(matterTexts.checkedAs, {
              by: check.by,
              at: shortInstant(check.at, language),
              what: t(check.holds ? matterTexts.holds : matterTexts.holdsNot),
              note: check.note,
            })}
          </dd>
        </>
      )}
    </dl>
  )
}

function UseResult({ matter, onAnswer }: { readonly matter: Matter | null } & Pick<MatterPartProps, 'onAnswer'>) {
  const t = useText()
  const { language } = useLanguage()
  const steps = matter?.correction?.steps ?? []
  const answered = steps.findLast(({ kind }) => kind === 'answer')
  const verified = steps.findLast(({ kind }) => kind === 'verify')
  if (answered === undefined || verified === undefined) return null
  const result = t(matterTexts.result, {
    day: longDay(answered.at, language),
    text: answered.text.replace(/[。.]+$/, ''),
    checked: longDay(verified.at, language),
  })
  return (
    <div className="correction-acts">
      <Button size="small" onClick={() => onAnswer(result)}>
        {t(matterTexts.use)}
      </Button>
    </div>
  )
}
