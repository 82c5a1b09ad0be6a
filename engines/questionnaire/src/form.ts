// A questionnaire's form as data: what is asked, in which order, and under which condition.

export interface Choice {
  /** Written into answers and conditions: letters, digits, `_`, `-`. */
  readonly name: string
  readonly label: string
}

interface Asked {
  /** Letters, digits and `_`, beginning with a letter; unique in the form. */
  readonly name: string
  /** In plain words, as it is read out in the village. */
  readonly label: string
  /** The official indicator that the question is about; empty where none is named yet. */
  readonly indicator: string
  readonly isRequired: boolean
  /** XLSForm expression; empty: always asked. */
  readonly relevant: string
}

export interface ChoiceQuestion extends Asked {
  readonly kind: 'one' | 'many'
  readonly choices: readonly Choice[]
}

export interface OpenQuestion extends Asked {
  readonly kind: 'integer' | 'decimal' | 'text'
  /** XLSForm expression about the answer `.`; empty: any. */
  readonly constraint: string
  readonly constraintMessage: string
}

export interface Note {
  readonly kind: 'note'
  readonly name: string
  readonly label: string
  readonly relevant: string
}

export type Question = ChoiceQuestion | OpenQuestion
export type Line = Question | Note

export interface Group {
  readonly kind: 'group'
  readonly name: string
  readonly label: string
  readonly relevant: string
  readonly items: readonly Line[]
}

export type Item = Line | Group

/** A share of the answers to one question: those that chose one of `choices`. */
export interface ShareAsked {
  readonly question: string
  readonly choices: readonly string[]
}

export interface Form {
  readonly title: string
  readonly items: readonly Item[]
  /** Answers that count as "knows of the inspection". */
  readonly awareness: ShareAsked | null
  /** Answers that count as "satisfied". */
  readonly satisfaction: ShareAsked | null
}

export type Answer = string | number | readonly string[]
/** By name of the question; what was not answered is missing. */
export type Answers = Readonly<Record<string, Answer>>

/** Something wrong with a form: where, in both languages. `at` is the name of the item. */
export interface Fault {
  readonly at: string
  readonly part: 'name' | 'label' | 'indicator' | 'choices' | 'relevant' | 'constraint' | 'form'
  readonly zh: string
  readonly en: string
}

interface LineInGroup {
  readonly line: Line
  readonly group: Group | null
}

/** The lines of a form in the order they are asked, each with the condition of its group before its own. */
export function linesOf(form: Form): readonly LineInGroup[] {
  return form.items.flatMap((item): readonly LineInGroup[] =>
    item.kind === 'group' ? item.items.map((line) => ({ line, group: item })) : [{ line: item, group: null }],
  )
}

/** The questions of a form, without notes, in order. */
export function questionsOf(form: Form): readonly Question[] {
  return linesOf(form).flatMap(({ line }) => (line.kind === 'note' ? [] : [line]))
}
