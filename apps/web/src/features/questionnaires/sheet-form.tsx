import type { QuestionnaireForm, SheetAnswers } from '@shengmian/contract'
import { askedLines, linesOf, questionsOf } from '@shengmian/questionnaire'
import { AnswerField } from './answer-field.tsx'
import './questionnaires.css'

interface SheetFormProps {
  readonly form: QuestionnaireForm
  readonly answers: SheetAnswers
  /** By name of the question. */
  readonly faults?: ReadonlyMap<string, string>
  readonly onChange: (answers: SheetAnswers) => void
}

/** The questions that are asked with these answers, in order; what is no longer asked loses its answer. */
export function SheetForm({ form, answers, faults, onChange }: SheetFormProps) {
  const numbers = new Map(questionsOf(form).map(({ name }, index) => [name, index + 1]))
  const groups = new Map(linesOf(form).map(({ line, group }) => [line.name, group]))
  const asked = askedLines(form, answers)
  const answer = (name: string, given: SheetAnswers[string] | undefined) => {
    const { [name]: _old, ...rest } = answers
    const next = given === undefined ? rest : { ...rest, [name]: given }
    const kept = new Set(askedLines(form, next).map((line) => line.name))
    onChange(Object.fromEntries(Object.entries(next).filter(([question]) => kept.has(question))))
  }
  return (
    <>
      {asked.map((line, index) => {
        const group = groups.get(line.name) ?? null
        const isFirst = group !== null && groups.get(asked[index - 1]?.name ?? '') !== group
        const fault = faults?.get(line.name)
        return (
          <div key={line.name}>
            {isFirst ? <h3 className="survey-group">{group.label}</h3> : null}
            <AnswerField
              line={line}
              number={numbers.get(line.name) ?? null}
              answer={answers[line.name]}
              {...(fault === undefined ? {} : { fault })}
              onAnswer={(given) => answer(line.name, given)}
            />
          </div>
        )
      })}
    </>
  )
}
