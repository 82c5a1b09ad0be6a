import { changeRound } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { App, Button } from '../../../ui/antd.ts'
import { Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { ClashesAside } from '../clashes/clashes-aside.tsx'
import { ClashesPanel } from '../clashes/clashes-panel.tsx'
import { Warnings } from '../parts/warnings.tsx'
import { keptSettings, type RoundDetail } from '../settings/settings-form.ts'
import { WizardPage } from '../wizard/wizard-page.tsx'
import { RuleFields, type Rules } from './rule-fields.tsx'
import { texts } from './texts.ts'

/** Step 4: the rules of the round, and what they bring about before anybody is asked. */
export function RulesStep({ round }: { readonly round: RoundDetail }) {
  const t = useText()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Rules | null>(null)
  const change = useAct(changeRound, refreshRound(round.id))
  const isLocked = round.state !== 'draft'
  const save = () =>
    change.mutate(
      { params: { round: round.id }, body: { ...keptSettings(round), rules: draft ?? round.rules } },
      {
        onSuccess: () => {
          setDraft(null)
          void message.success(t(texts.saved))
        },
      },
    )
  return (
    <WizardPage
      step="rules"
      round={round.id}
      aside={
        <>
          <ClashesAside round={round.id} />
          {round.warnings.length === 0 ? null : (
            <section>
              <Warnings items={round.warnings} />
            </section>
          )}
        </>
      }
      acts={
        <>
          <Link to="/rounds/$round/plan/$step" params={{ round: round.id, step: 'teams' }}>
            <Button>{t(texts.back)}</Button>
          </Link>
          {draft === null ? (
            <Link className="act-wide" to="/rounds/$round/plan/$step" params={{ round: round.id, step: 'check' }}>
              <Button type="primary" block>
                {t(texts.next)}
              </Button>
            </Link>
          ) : (
            <>
              <Button type="primary" loading={change.isPending} onClick={save}>
                {t(texts.save)}
              </Button>
              <span className="why-not">{t(texts.changed)}</span>
            </>
          )}
        </>
      }
    >
      {change.error === null ? null : <Refused error={change.error} />}
      <Sheet label={t(texts.rules)}>
        <div className="block-head">
          <h2>{t(texts.rules)}</h2>
        </div>
        <RuleFields rules={draft ?? round.rules} mode={round.mode} isLocked={isLocked} onChange={setDraft} />
      </Sheet>
      <div className="gap" />
      <ClashesPanel round={round.id} />
    </WizardPage>
  )
}
