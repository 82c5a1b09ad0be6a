import type { ReactNode } from 'react'
import './page.css'

interface PageProps {
  readonly title: string
  /** Beside the title: the figures that a reader looks for first. */
  readonly note?: ReactNode
  /** Top right: at most one primary act. */
  readonly acts?: ReactNode
  readonly aside?: ReactNode
  /** Sticks to the bottom: totals, or the acts of a form. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** The frame of every page: title line, content, an optional side column, an optional foot that stays in sight. */
export function Page({ title, note, acts, aside, foot, children }: PageProps) {
  return (
    <div className={aside === undefined ? 'page' : 'page page-with-aside'}>
      <header className="page-head">
        <h1>{title}</h1>
        {note === undefined ? null : <div className="page-note">{note}</div>}
        <div className="page-acts">{acts}</div>
      </header>
      <div className="page-body">{children}</div>
      {aside === undefined ? null : <aside className="page-aside">{aside}</aside>}
      {foot === undefined ? null : <footer className="page-foot">{foot}</footer>}
    </div>
  )
}

/** White sheet that holds a table or a form. */
export function Sheet({ children, label }: { readonly children: ReactNode; readonly label?: string }) {
  return (
    <section className="sheet" {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </section>
  )
}
