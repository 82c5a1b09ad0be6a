import type { Mark } from '@shengmian/triage'
import { useRef } from 'react'
import { useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { markKinds, opened as texts } from './opened-texts.ts'

interface RedactorProps {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly onUndo: (mark: Mark) => void
  /** Words that were selected. */
  readonly onBlacken: (words: string) => void
}

/** The text with what is blacked out under grey bars: press one to undo it, select text to add one. */
export function Redactor({ text, marks, onUndo, onBlacken }: RedactorProps) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const pieces = marks.flatMap((mark, at) => [
    { from: marks[at - 1]?.to ?? 0, to: mark.from, mark: null },
    { from: mark.from, to: mark.to, mark },
  ])
  const whole = [...pieces, { from: marks.at(-1)?.to ?? 0, to: text.length, mark: null }]
  const blacken = () => {
    const selection = window.getSelection()
    const words = selection?.toString().trim() ?? ''
    if (words !== '' && box.current?.contains(selection?.anchorNode ?? null) === true) onBlacken(words)
  }
  return (
    <>
      <div ref={box} className="redactor">
        {whole.map(({ from, to, mark }) => {
          const words = text.slice(from, to)
          return mark === null ? (
            <span key={from}>{words}</span>
          ) : (
            <button
              key={from}
              type="button"
              className="redactor-bar"
              title={t(markKinds[mark.kind])}
              aria-label={t(texts.undo, { words })}
              onClick={() => onUndo(mark)}
            >
              {words}
            </button>
          )
        })}
      </div>
      <Button size="small" onMouseDown={(event) => event.preventDefault()} onClick={blacken}>
        {t(texts.blacken)}
      </Button>
    </>
  )
}
