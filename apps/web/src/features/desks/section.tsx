import type { ReactNode } from 'react'
import { Sheet } from '../../ui/page.tsx'
import './desks.css'

interface SectionProps {
  readonly title: string
  /** One line of what it is for. */
  readonly hint?: string
  readonly act?: ReactNode
  readonly children: ReactNode
}

/** A sheet of a desk's pages with its title, what it is for, and what can be done there. */
export function Section({ title, hint, act, children }: SectionProps) {
  return (
    <div className="desk-section">
      <Sheet label={title}>
        <div className="desk-title">
          <h2>{title}</h2>
          {hint === undefined ? null : <p className="muted">{hint}</p>}
          <div className="desk-acts">{act}</div>
        </div>
        {children}
      </Sheet>
    </div>
  )
}
