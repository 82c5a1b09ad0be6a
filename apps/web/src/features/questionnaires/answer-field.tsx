import type { SheetAnswers } from '@shengmian/contract'
import type { linesOf } from '@shengmian/questionnaire'
import type { KeyboardEvent } from 'react'
import { useText } from '../../lib/language.tsx'
import { Input, InputNumber } from '../../ui/antd.ts'

type AskedLine = ReturnType<typeof linesOf>[number]['line']
type Answer = SheetAnswers[string]

const texts = {
  required: { zh: '必答', en: 'required' },
  many: { zh: '可多选', en: 'several' },
}

interface AnswerFieldProps {
  readonly line: AskedLine
  readonly number: number | null
  readonly answer: Answer | undefined
  readonly fault?: string
  readonly onAnswer: (answer: Answer | undefined) => void
}

/** One question. By keyboard: 1 to 9 choose, Enter goes to the next question, Backspace clears a choice. */
export function AnswerField({ line, number, answer, fault, onAnswer }: AnswerFieldProps) {
  const t = useText()
  if (line.kind === 'note') return <p className="survey-note">{line.label}</p>
  const choices = 'choices' in line ? line.choices : []
  const chosen = Array.isArray(answer) ? answer : answer === undefined ? [] : [String(answer)]
  const choose = (name: string) => {
    if (line.kind === 'one') return onAnswer(chosen.includes(name) ? undefined : name)
    const next = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]
    onAnswer(next.length === 0 ? undefined : next)
  }
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const { key } = event
    if (key === 'Enter') {
      event.preventDefault()
      goOn(event.currentTarget)
    }
    if (choices.length === 0) return
    const picked = choices[Number(key) - 1]
    if (/^[1-9]$/.test(key) && picked !== undefined) {
      choose(picked.name)
      if (line.kind === 'one' && chosen[0] !== picked.name) goOn(event.currentTarget)
    } else if (key === 'Backspace' || key === 'Delete') onAnswer(undefined)
  }
  return (
    <div
      className={`survey-question${fault === undefined ? '' : ' survey-wrong'}`}
      role="group"
      aria-label={line.label}
      data-question={line.name}
      tabIndex={choices.length > 0 ? 0 : -1}
      onKeyDown={press}
    >
      <div className="survey-label">
        {number === null ? null : <span className="number">{number}. </span>}
        {line.label}
        <span className="muted">
          {line.isRequired ? ` ${t(texts.required)}` : ''}
          {line.kind === 'many' ? ` ${t(texts.many)}` : ''}
        </span>
      </div>
      {choices.length > 0 ? (
        <div className="survey-choices">
          {choices.map(({ name, label }, index) => (
            <button
              key={name}
              type="button"
              tabIndex={-1}
              aria-pressed={chosen.includes(name)}
              className={chosen.includes(name) ? 'survey-choice here' : 'survey-choice'}
              onClick={() => choose(name)}
            >
              <kbd>{index + 1}</kbd> {label}
            </button>
          ))}
        </div>
      ) : line.kind === 'text' ? (
        <Input
          maxLength={2000}
          value={typeof answer === 'string' ? answer : ''}
          aria-label={line.label}
          onChange={({ target }) => onAnswer(target.value === '' ? undefined : target.value)}
        />
      ) : (
        <InputNumber
          value={typeof answer === 'number' ? answer : null}
          aria-label={line.label}
          {...(line.kind === 'integer' ? { precision: 0 } : {})}
          onChange={(value) => onAnswer(typeof value === 'number' ? value : undefined)}
        />
      )}
      {fault === undefined ? null : <div className="survey-fault">{fault}</div>}
    </div>
  )
}

/** Waits until the answer has changed what is asked, then moves to the next question, or to what ends the sheet. */
function goOn(from: HTMLElement): void {
  setTimeout(() => {
    const sheet = from.closest('[data-sheet]')
    const stops = [...(sheet?.querySelectorAll<HTMLElement>('[data-question], [data-done]') ?? [])]
    const next = stops[stops.indexOf(from) + 1]
    const field = next?.querySelector<HTMLElement>('input')
    ;(field ?? next)?.focus()
  }, 0)
}
