import type { ReactNode } from 'react'
import './empty.css'

/** What will be here, where we stand, and the next act. */
export function Empty({
  title,
  children,
  act,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly act?: ReactNode
}) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children === undefined ? null : <p>{children}</p>}
      {act}
    </div>
  )
}
