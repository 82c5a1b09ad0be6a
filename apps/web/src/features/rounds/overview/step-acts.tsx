import { takeRoundStep } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLanguage } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import type { RoundDetail } from '../settings/settings-form.ts'
import { ApproveDialog } from './approve-dialog.tsx'

type Step = RoundDetail['steps'][number]
const withReason: readonly string[] = ['return', 'reopen', 'withdraw']

/** The steps open to the reader: the one that goes on is the main button; what is missing stands beside. */
export function StepActs({ round }: { readonly round: RoundDetail }) {
  const { language } = useLanguage()
  const [asking, setAsking] = useState<string | null>(null)
  // What the round was when the reader chose to approve: the page may learn of further steps while he fills the dialog in.
  const [seen, setSeen] = useState(0)
  const act = useAct(takeRoundStep, refreshRound(round.id))
  const main = round.steps.find((step) => !withReason.includes(step.event))
  const take = (event: string, more: { reason?: string; meeting?: string; after?: number } = {}) =>
    act.mutate(
      { params: { round: round.id }, body: { event: event as Parameters<typeof act.mutate>[0]['body']['event'], ...more } },
      { onSuccess: () => setAsking(null) },
    )
  const button = (step: Step) => {
    const isMain = step === main
    if (step.event === 'authorise')
      return (
        <Link key={step.event} to="/rounds/$round/orders" params={{ round: round.id }}>
          <Button type="primary">{step[language]}</Button>
        </Link>
      )
    return (
      <Button
        key={step.event}
        type={isMain ? 'primary' : 'default'}
        disabled={step.missing.length > 0 && step.event !== 'approve'}
        title={step.missing.map((one) => one[language]).join('；')}
        loading={act.isPending && act.variables.body.event === step.event}
        onClick={() => {
          setSeen(round.events.length)
          if (step.event === 'approve' || withReason.includes(step.event)) setAsking(step.event)
          else take(step.event)
        }}
      >
        {step[language]}
      </Button>
    )
  }
  const asked = round.steps.find((step) => step.event === asking)
  return (
    <>
      {act.error !== null && asking === null ? <Refused error={act.error} /> : null}
      {round.steps.filter((step) => step !== main).map(button)}
      {main === undefined ? null : button(main)}
      {asked !== undefined && withReason.includes(asked.event) ? (
        <ReasonDialog
          title={asked[language]}
          isBusy={act.isPending}
          error={act.error}
          onDone={(reason) => take(asked.event, { reason })}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asked?.event === 'approve' ? (
        <ApproveDialog
          round={round.id}
          missing={asked.missing}
          warnings={round.warnings}
          isBusy={act.isPending}
          error={act.error}
          onDone={(approval) => take('approve', { ...approval, after: seen })}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  )
}
