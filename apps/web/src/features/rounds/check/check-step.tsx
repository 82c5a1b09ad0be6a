import { takeRoundStep } from '@shengmian/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Button } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import { SectionsPanel } from '../papers/sections-panel.tsx'
import { Warnings } from '../parts/warnings.tsx'
import { ProposalPanel } from '../proposal/proposal-panel.tsx'
import { useProposals } from '../proposal/use-proposals.ts'
import { FormFacts } from '../overview/form-facts.tsx'
import type { RoundDetail } from '../settings/settings-form.ts'
import { WizardPage } from '../wizard/wizard-page.tsx'

const texts = {
  back: { zh: '上一步', en: 'Back' },
  missing: { zh: '还不能提交', en: 'Not ready yet' },
  ready: { zh: '可以提交', en: 'Ready to submit' },
  readyNote: {
    zh: '提交后由领导小组审批，审批人须是另一人，并附会议记录。',
    en: 'The leading group decides: another person, on the record of a meeting.',
  },
  notTaken: {
    zh: '方案已排出，尚未采用：请按“采用此方案”',
    en: 'A plan is found but not taken: press “Take this plan”',
  },
  notYours: { zh: '现在没有您能办的步骤。', en: 'There is no step for you now.' },
}

/** Step 5: the six sections, the dispatch plan, and off it goes. */
export function CheckStep({ round }: { readonly round: RoundDetail }) {
  const t = useText()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const submit = useAct(takeRoundStep, refreshRound(round.id))
  const step = round.steps.find((one) => one.event === 'submit')
  const { latest } = useProposals(round.id)
  const isUntaken = latest?.state === 'done' && latest.version === null
  // A plan found is no plan of the round until it is taken; "there is none" would puzzle whoever sees it on the page.
  const missing = step?.missing.map((one) => (one.rule === 'plan' && isUntaken ? { ...one, ...texts.notTaken } : one)) ?? []
  const send = () =>
    submit.mutate(
      { params: { round: round.id }, body: { event: 'submit' } },
      { onSuccess: () => void navigate({ to: '/rounds/$round', params: { round: round.id } }) },
    )
  return (
    <WizardPage
      step="check"
      round={round.id}
      aside={
        <>
          <section>
            <FormFacts round={round} />
          </section>
          <section>
            {step === undefined ? (
              <p>{t(texts.notYours)}</p>
            ) : (
              <>
                <h2>{t(missing.length > 0 ? texts.missing : texts.ready)}</h2>
                {missing.length > 0 ? <Warnings items={missing} /> : <p>{t(texts.readyNote)}</p>}
              </>
            )}
          </section>
          {round.warnings.length === 0 ? null : (
            <section>
              <Warnings items={round.warnings} />
            </section>
          )}
        </>
      }
      acts={
        <>
          <Link to="/rounds/$round/plan/$step" params={{ round: round.id, step: 'rules' }}>
            <Button>{t(texts.back)}</Button>
          </Link>
          {step === undefined ? null : (
            <Button type="primary" disabled={missing.length > 0} loading={submit.isPending} onClick={send}>
              {step[language]}
            </Button>
          )}
        </>
      }
    >
      {submit.error === null ? null : <Refused error={submit.error} />}
      <ProposalPanel round={round} isReady={round.targets > 0 && round.teams > 0} />
      <div className="gap" />
      <SectionsPanel of="rounds" subject={round.id} isLocked={round.state !== 'draft'} />
    </WizardPage>
  )
}
