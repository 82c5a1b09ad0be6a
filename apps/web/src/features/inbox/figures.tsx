import type { ReactNode } from 'react'
import { Sheet } from '../../ui/page.tsx'

interface FiguresProps {
  readonly title: string
  readonly note?: string
  readonly head: readonly string[]
  readonly children: ReactNode
}

/** A small table beside the cards, with what its figures mean. */
export function Figures({ title, note, head, children }: FiguresProps) {
  return (
    <Sheet label={title}>
      <div className="block-head">
        <h2>{title}</h2>
      </div>
      <div className="inbox-scroll">
        <table className="list inbox-figures">
          <thead>
            <tr>
              {head.map((one) => (
                <th key={one}>{one}</th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
      {note === undefined ? null : <p className="figures-note muted">{note}</p>}
    </Sheet>
  )
}
