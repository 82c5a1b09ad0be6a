import type { ReactNode } from 'react'
import { Sheet } from '../../ui/page.tsx'
import './ledger.css'

/** A sheet of the ledger's pages with its title, and what can be done there. */
export function Section({
  title,
  act,
  children,
}: {
  readonly title: string
  readonly act?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="ledger-section">
      <Sheet label={title}>
        <h2 className="ledger-title">
          {title}
          {act}
        </h2>
        {children}
      </Sheet>
    </div>
  )
}
