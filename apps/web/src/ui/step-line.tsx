import './step-line.css'

export interface LineStep {
  readonly key: string
  readonly title: string
  readonly state: 'done' | 'now' | 'later'
  /** Who, when, limit. */
  readonly note?: string
}

/** Solid dot: done. Ring: now. Grey ring: later. */
export function StepLine({ steps, label }: { readonly steps: readonly LineStep[]; readonly label: string }) {
  return (
    <ol className="step-line" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={`step-${step.state}`}
          {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="step-dot" />
          <span className="step-title">{step.title}</span>
          {step.note === undefined ? null : <span className="step-note number">{step.note}</span>}
        </li>
      ))}
    </ol>
  )
}
