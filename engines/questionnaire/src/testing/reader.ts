// A reader who has nothing but time: tries every world of valid sheets that agrees with all tables at once, with the form and with the
// meaning of the marks, and says which counts he can still think possible. Shares no step with the tables' protection.
import { askedLines, judgeSheet } from '../judge-sheet.ts'
import { questionsOf, type Answer, type Answers, type Form, type Question } from '../form.ts'
import type { Cell } from '../hide-small-cells.ts'
import type { QuestionTable } from '../count-answers.ts'

/** Every valid sheet of a form, of open answers one or two. */
export function sheetsPossible(form: Form, open: readonly Answer[] = [1]): readonly Answers[] {
  const answersTo = (question: Question): readonly (Answer | undefined)[] => {
    if (question.kind === 'one') return [undefined, ...question.choices.map(({ name }) => name)]
    if (question.kind !== 'many') return [undefined, ...open]
    const sets = question.choices.reduce<readonly (readonly string[])[]>(
      (found, { name }) => [...found, ...found.map((set) => [...set, name])],
      [[]],
    )
    return [undefined, ...sets.filter(({ length }) => length > 0)]
  }
  const all = questionsOf(form).reduce<readonly Answers[]>(
    (found, question) =>
      found.flatMap((sheet) =>
        answersTo(question).map((answer) => (answer === undefined ? sheet : { ...sheet, [question.name]: answer })),
      ),
    [{}],
  )
  return all.filter((sheet) => judgeSheet(form, sheet).length === 0)
}

interface Published {
  readonly form: Form
  readonly possible: readonly Answers[]
  readonly tables: readonly QuestionTable[]
  /** Valid sheets by village where they are shown. */
  readonly valid: readonly (number | null)[]
}

type World = readonly number[]

/** Counts thought possible, by table, row and column; the last row is that of the totals. Villages that are in no table have none. */
export function countsPossible({ form, possible, tables, valid }: Published): ReadonlySet<number>[][][] {
  const slots = tables.flatMap((table, at) => [...table.columns, 'all'].map((_column, column) => ({ table, at, column })))
  const marks = possible.map((sheet) => slots.map(({ table, column }) => (isIn(form, sheet, table, column) ? 1 : 0)))
  const isListed = (table: QuestionTable, village: number) => typeof table.rows[village]?.at(-1) === 'number'
  const worlds = valid.map((total, village): readonly World[] => {
    const ranges = slots.map(({ table, column }) => rangeOf(table.rows[village] ?? [], column, isListed(table, village)))
    const found = total === null ? [slots.map(() => 0)] : worldsOf(marks, total, ranges)
    const isCounted = slots.map(({ table }) => isListed(table, village))
    return distinct(found.map((world) => world.map((count, slot) => (isCounted[slot] === true ? count : 0))))
  })
  const totals = slots.map(({ table, column }) =>
    rangeOf(table.rows.at(-1) ?? [], column, typeof table.rows.at(-1)?.at(-1) === 'number'),
  )
  const counts = tables.map(({ rows, columns }) => rows.map(() => [...columns, 'all'].map(() => new Set<number>())))
  for (const [village, own] of worlds.entries()) {
    const others = worlds.filter((_one, index) => index !== village).reduce(sums, [slots.map(() => 0)])
    const exact = totals.flatMap(([least, most], slot) => (least === most ? [slot] : []))
    const bySum = Map.groupBy(others, (other) => exact.map((slot) => other[slot]).join())
    for (const world of own)
      for (const other of bySum.get(exact.map((slot) => (totals[slot]?.[0] ?? 0) - (world[slot] ?? 0)).join()) ?? []) {
        const sum = world.map((count, slot) => count + (other[slot] ?? 0))
        if (!sum.every((count, slot) => isWithin(totals[slot], count))) continue
        for (const [slot, { at, column }] of slots.entries()) {
          counts[at]?.[village]?.[column]?.add(world[slot] ?? 0)
          counts[at]?.[valid.length]?.[column]?.add(sum[slot] ?? 0)
        }
      }
  }
  return counts
}

/** Whether a table counts the sheet in the column: what the heads of the tables say. The last column counts all who were asked. */
export function isIn(form: Form, sheet: Answers, { question, choice, columns }: QuestionTable, column: number): boolean {
  if (!askedLines(form, sheet).some(({ name }) => name === question)) return false
  const answer = sheet[question]
  if (column === columns.length) return true
  if (choice !== null) return (typeof answer === 'object' && answer.includes(choice)) === (column === 0)
  const { name } = columns[column] ?? { name: '' }
  return name === '' ? answer === undefined : name === 'answered' ? answer !== undefined : answer === name
}

type Range = readonly [least: number, most: number]
const isWithin = (range: Range | undefined, count: number) => range !== undefined && count >= range[0] && count <= range[1]

/** Where not the whole row is hidden, a star stands for at least five. */
function rangeOf(row: readonly Cell[], column: number, isListed: boolean): Range {
  const cell = row[column] ?? '*'
  const isWhole = row.slice(0, -1).every((one) => one === '*')
  return typeof cell === 'number' ? [cell, cell] : cell === '<5' ? [1, 4] : [isListed && !isWhole ? 5 : 0, Infinity]
}

/** What so many sheets can add up to within the ranges. */
function worldsOf(marks: readonly World[], total: number, ranges: readonly Range[]): World[] {
  const none: World = ranges.map(() => 0)
  // Worlds that agree in the tables and in the number of sheets so far are one.
  let states = new Map([['', { world: none, used: 0 }]])
  for (const mark of marks) {
    const next = new Map<string, { world: World; used: number }>()
    for (const { world, used } of states.values())
      for (let count = 0; used + count <= total; count++) {
        const sum = world.map((one, slot) => one + count * (mark[slot] ?? 0))
        if (sum.some((one, slot) => one > (ranges[slot]?.[1] ?? 0))) break
        next.set(`${sum.join()}|${used + count}`, { world: sum, used: used + count })
      }
    states = next
  }
  const full = [...states.values()].filter(({ used }) => used === total).map(({ world }) => world)
  return full.filter((world) => world.every((count, slot) => isWithin(ranges[slot], count)))
}

const distinct = (worlds: readonly World[]): World[] => [...new Map(worlds.map((world) => [world.join(), world])).values()]
const sums = (some: readonly World[], others: readonly World[]): World[] =>
  distinct(some.flatMap((one) => others.map((other) => one.map((count, slot) => count + (other[slot] ?? 0)))))
