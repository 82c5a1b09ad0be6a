import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '../../../lib/language.tsx'
import { wizardSteps, type WizardStep } from './steps.ts'
import '../parts/rounds.css'
import '../parts/warnings.css'
import './wizard.css'

const texts = { steps: { zh: '编制步骤', en: 'Steps of planning' } }

interface WizardPageProps {
  readonly step: WizardStep
  /** `null` while the round is not set up yet: only the first step can be opened. */
  readonly round: string | null
  readonly aside: ReactNode
  readonly acts: ReactNode
  readonly children: ReactNode
}

/** A step of planning: title and step line, the work, beside it what to see before going on, and the acts. */
export function WizardPage({ step, round, aside, acts, children }: WizardPageProps) {
  const t = useText()
  const here = wizardSteps.findIndex((one) => one.key === step)
  return (
    <div className="wizard">
      <header className="wizard-head">
        <h1>{t(wizardSteps[here]?.heading ?? texts.steps)}</h1>
        <nav aria-label={t(texts.steps)}>
          <ol className="wizard-steps">
            {wizardSteps.map((one, at) => {
              const state = at < here ? 'done' : at === here ? 'now' : 'later'
              return (
                <li key={one.key} className={`wizard-${state}`} aria-current={at === here ? 'step' : undefined}>
                  <span className="wizard-number" aria-hidden>
                    {at < here ? '✓' : at + 1}
                  </span>
                  {round === null || at === here ? (
                    <span>{t(one.title)}</span>
                  ) : (
                    <Link to="/rounds/$round/plan/$step" params={{ round: round, step: one.key }}>
                      {t(one.title)}
                    </Link>
                  )}
                </li>
              )
            })}
          </ol>
        </nav>
      </header>
      <div className="wizard-body">{children}</div>
      <aside className="wizard-aside side">
        <div className="wizard-notes">{aside}</div>
        <div className="wizard-acts">{acts}</div>
      </aside>
    </div>
  )
}
