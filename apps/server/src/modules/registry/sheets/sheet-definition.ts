// What a sheet of one noun looks like: its columns, how each is read, and what a person is told about it.
import type { SheetNoun } from '@shengmian/contract'
import { readChoice, readChoices, readCount, readLine, readLines, readMoney, readTruth, type CellReader } from './cell-meaning.ts'
import { readDay, readMonth } from './date-meaning.ts'

export interface Words {
  readonly zh: string
  readonly en: string
}

export interface Column<T> extends Words {
  /** Other headers that people use. */
  readonly synonyms: readonly string[]
  readonly isRequired: boolean
  readonly note: Words
  readonly example: string
  /** Words to pick from, where there is a closed set. */
  readonly choices: readonly string[] | null
  readonly read: CellReader<T>
}

export type Columns = Readonly<Record<string, Column<unknown>>>

/** What was read of one row: null where the cell is empty, which means "not verified". */
export type ValuesOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T | null : never }

export interface SheetDefinition<C extends Columns = Columns> extends Words {
  readonly noun: SheetNoun
  readonly columns: C
}

interface Given {
  readonly zh: string
  readonly en: string
  readonly synonyms?: readonly string[]
  readonly isRequired?: true
  readonly note?: Words
  readonly example?: string
}

/** A column of a kind of its own. */
export function column<T>(given: Given, read: CellReader<T>, choices: readonly string[] | null = null): Column<T> {
  const { zh, en, synonyms = [], isRequired = false, note = { zh: '', en: '' }, example = '' } = given
  return { zh, en, synonyms, isRequired, note, example, choices, read }
}

export const lineColumn = (given: Given) => column(given, readLine)
export const linesColumn = (given: Given) => column(given, readLines)
export const countColumn = (given: Given) => column(given, readCount)
export const moneyColumn = (given: Given) => column(given, readMoney)
export const dayColumn = (given: Given) => column(given, readDay)
export const monthColumn = (given: Given) => column(given, readMonth)
export const truthColumn = (given: Given) => column(given, readTruth, ['是', '否'])

type Choice<T extends string> = { readonly value: T; readonly words: readonly string[] }

export const choiceColumn = <T extends string>(given: Given, choices: readonly Choice<T>[]) =>
  column(
    given,
    readChoice(choices),
    choices.map(({ words: [first = ''] }) => first),
  )

/** Several of a closed set; no list to pick from, since Excel offers one value only. */
export const choicesColumn = <T extends string>(given: Given, choices: readonly Choice<T>[]) =>
  column(given, readChoices(choices))
