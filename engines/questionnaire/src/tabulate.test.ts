import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers, Form, Item } from './form.ts'
import { isSmall, type Cell } from './hide-small-cells.ts'
import type { QuestionTable } from './count-answers.ts'
import { tabulate, type VillageSheets } from './tabulate.ts'
import { countsPossible, isIn, sheetsPossible } from './testing/reader.ts'

const said = { label: '题', indicator: '指标', isRequired: true, relevant: '' }
const choices = (...names: string[]) => names.map((name) => ({ name, label: name }))
const limit = { constraint: '', constraintMessage: '' }
const formOf = (...items: Item[]): Form => ({ title: '问卷', items, awareness: null, satisfaction: null })
const one = (name: string, names: string, more: Partial<typeof said> = {}): Item => ({
  ...said,
  kind: 'one',
  name,
  choices: choices(...names),
  ...more,
})
const many = (name: string, names: string, more: Partial<typeof said> = {}): Item => ({
  ...said,
  kind: 'many',
  name,
  choices: choices(...names),
  ...more,
})
const open = (name: string, more: Partial<typeof said & typeof limit> = {}): Item => ({
  ...said,
  ...limit,
  kind: 'integer',
  name,
  ...more,
})

interface Tried {
  readonly form: Form
  /** Numbers that open questions are answered with. */
  readonly numbers: readonly number[]
}
const tried = (items: readonly Item[], numbers: readonly number[] = [1]): Tried => ({ form: formOf(...items), numbers })
const optional = { isRequired: false }

/** Forms in which every way of telling one table from another occurs. */
const forms: Readonly<Record<string, Tried>> = {
  'two questions': tried([one('a', 'xyz'), open('b', optional)]),
  'after one answer': tried([one('a', 'xy'), one('b', 'xy', { relevant: "${a} = 'x'" })]),
  'after one answer, optional': tried([one('a', 'xy'), one('b', 'xy', { ...optional, relevant: "${a} = 'x'" })]),
  'after all answers but one': tried([one('a', 'xyz', optional), open('b', { ...optional, relevant: "${a} != 'x'" })]),
  'none required': tried([one('a', 'xy', optional), open('b', optional)]),
  'several choices, one at least': tried([many('a', 'xyz')]),
  'several choices or none': tried([many('a', 'xy', optional), open('b', optional)]),
  'after one of several choices': tried([many('a', 'xy'), open('b', { ...optional, relevant: "selected(${a}, 'x')" })]),
  'after two answers': tried([one('a', 'xy'), one('b', 'xy'), open('c', { relevant: "${a} = 'x' and ${b} = 'x'" })]),
  'after an answer that not all were asked for': tried([
    one('a', 'xy'),
    one('b', 'xy', { relevant: "${a} = 'x'" }),
    open('c', { relevant: "${b} != 'x'" }),
  ]),
  'with a limit that asks about another answer': tried([one('a', 'xy'), open('b', { ...optional, constraint: "${a} = 'x'" })]),
  'after a number': tried([open('a'), open('b', { relevant: '${a} > 1' })], [1, 2]),
}

interface Drawn extends Tried {
  readonly villages: readonly VillageSheets[]
}

/** Villages in which most valid sheets are of one or two kinds, and few of the others. */
const drawn = (asked: Tried, villages: number, most: number): fc.Arbitrary<Drawn> => {
  const types = sheetsPossible(asked.form, asked.numbers)
  const few = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 3, arbitrary: fc.nat(4) },
    { weight: 2, arbitrary: fc.nat(7) },
  )
  const village = fc.array(few, { minLength: types.length, maxLength: types.length }).map((counts) => {
    const valid = counts.flatMap((count, type) => Array.from({ length: count }, (): Answers => types[type] ?? {})).slice(0, most)
    return { issued: 40, valid, invalid: 0 }
  })
  return fc.array(village, { minLength: 1, maxLength: villages }).map((all) => ({ ...asked, villages: all }))
}

/** Hidden counts of one to four that a reader can tell apart from one of those four. */
function givenAway({ form, numbers, villages }: Drawn, tables: readonly QuestionTable[], valid: readonly Cell[]): string[] {
  const told = valid.map((cell) => (typeof cell === 'number' ? cell : null))
  const counts = countsPossible({ form, possible: sheetsPossible(form, numbers), tables, valid: told })
  return tables.flatMap((table, at) =>
    table.rows.flatMap((row, r) => {
      if (typeof row.at(-1) !== 'number') return []
      const own = r < villages.length ? [villages[r]] : villages.filter((_one, v) => typeof table.rows[v]?.at(-1) === 'number')
      return table.columns.flatMap((_column, column) => {
        const truth = own.flatMap((one) => one?.valid ?? []).filter((sheet) => isIn(form, sheet, table, column)).length
        const possible = counts[at]?.[r]?.[column] ?? new Set()
        const isKept = [1, 2, 3, 4].every((count) => possible.has(count))
        return isSmall(truth) && !isKept
          ? [`${table.question} ${table.choice ?? ''} ${r} ${column}: ${[...possible].join()}`]
          : []
      })
    }),
  )
}

it.each(Object.entries(forms))(
  'who tries every world that agrees with all tables at once finds each hidden count any of one to four: %s',
  (_name, asked) => {
    fc.assert(
      fc.property(drawn(asked, 3, 12), (all) => {
        const { questions, returns } = tabulate(all.form, all.villages)
        expect(
          givenAway(
            all,
            questions,
            returns.villages.map(({ valid }) => valid),
          ),
        ).toEqual([])
      }),
      { seed: 95, numRuns: 25 },
    )
  },
)

const village = (issued: number, invalid: number, ...kinds: readonly (readonly [number, Answers])[]): VillageSheets => ({
  issued,
  invalid,
  valid: kinds.flatMap(([count, sheet]) => Array.from({ length: count }, () => sheet)),
})

it('of 29, 12, 3, 7 and 0 valid sheets and one that is spoilt, no total of any table counts the village of three or tells of the one', () => {
  const form = formOf(one('a', 'xyzw'))
  const villages = [
    village(40, 0, [9, { a: 'x' }], [9, { a: 'y' }], [11, { a: 'z' }]),
    village(40, 0, [6, { a: 'x' }], [6, { a: 'y' }]),
    village(40, 0, [1, { a: 'x' }], [1, { a: 'y' }], [1, { a: 'z' }]),
    village(40, 0, [1, { a: 'x' }], [1, { a: 'y' }], [5, { a: 'z' }]),
    village(40, 1),
  ]
  const { returns, questions } = tabulate(form, villages)
  expect(returns.villages.map(({ valid }) => valid)).toEqual([29, 12, '<5', 7, 0])
  expect(returns.villages.map(({ invalid }) => invalid)).toEqual([0, 0, '*', 0, '<5'])
  expect(returns.total).toEqual({ issued: 160, valid: 48, invalid: '*', returned: '*' })
  expect(questions[0]?.rows[2]).toEqual(['*', '*', '*', '*', '*'])
  expect(questions[0]?.rows.at(-1)).toEqual([16, 16, 16, 0, 48])
})

describe('the check sees faults that are put into the tables', () => {
  const read = (asked: Tried, villages: readonly VillageSheets[], tables = tabulate(asked.form, villages).questions) =>
    givenAway(
      { ...asked, villages },
      tables,
      villages.map(({ valid }) => valid.length),
    )
  const showing = (tables: readonly QuestionTable[], at: number, row: number, cells: readonly Cell[]) =>
    tables.map((table, index) =>
      index === at ? { ...table, rows: table.rows.map((old, r) => (r === row ? cells : old)) } : table,
    )

  it('a cell shown beside the small one of its village', () => {
    const asked = tried([one('a', 'xyz')])
    const villages = [
      village(40, 0, [3, { a: 'x' }], [6, { a: 'y' }], [7, { a: 'z' }]),
      village(40, 0, [9, { a: 'x' }], [8, { a: 'y' }]),
    ]
    const { questions } = tabulate(asked.form, villages)
    expect(questions[0]?.rows[0]).toEqual(['<5', '*', 7, 16])
    expect(read(asked, villages)).toEqual([])
    expect(read(asked, villages, showing(questions, 0, 0, ['<5', 6, 7, 16]))).not.toEqual([])
    expect(read(asked, villages, showing(questions, 0, 1, [9, 8, 0, 17]))).not.toEqual([])
  })

  it('how many were asked, where the answer after which they are asked is hidden', () => {
    const asked = forms['after one answer'] ?? tried([])
    const villages = [village(40, 0, [3, { a: 'x', b: 'x' }], [9, { a: 'y' }])]
    const { questions } = tabulate(asked.form, villages)
    expect(questions[1]?.rows[0]).toEqual(['*', '*', '*'])
    expect(read(asked, villages)).toEqual([])
    expect(read(asked, villages, showing(questions, 1, 0, ['<5', 0, 3]))).not.toEqual([])
  })

  it('choices of which one at least was made, shown as though nobody had to choose', () => {
    const asked = tried([many('a', 'xyz')])
    const villages = [village(40, 0, [6, { a: ['x'] }], [5, { a: ['y'] }], [2, { a: ['z'] }], [1, { a: ['x', 'z'] }])]
    const careless = tabulate(formOf(many('a', 'xyz', optional), open('b')), villages).questions.slice(0, 3)
    expect(careless[2]?.rows[0]).toEqual(['<5', '*', 14])
    expect(read(asked, villages, careless)).not.toEqual([])
    expect(read(asked, villages)).toEqual([])
    expect(tabulate(asked.form, villages).questions.map(({ rows }) => rows[0]?.[2])).toEqual(['*', '*', '*'])
  })

  it('questions of which one at least was answered, shown as though a sheet could be blank', () => {
    const asked = forms['none required'] ?? tried([])
    const villages = [
      village(40, 0, [5, { a: 'y', b: 1 }]),
      village(40, 0, [3, { a: 'x' }], [2, { a: 'x', b: 1 }], [1, { a: 'y' }]),
      village(40, 0, [2, { b: 1 }], [1, { a: 'x' }], [1, { a: 'x', b: 1 }], [2, { a: 'y' }]),
    ]
    const careless = tabulate(formOf(...asked.form.items, open('c')), villages).questions.slice(0, 2)
    expect(read(asked, villages, careless)).not.toEqual([])
    expect(read(asked, villages)).toEqual([])
  })

  it('questions of a knot, shown as though nothing tied them', () => {
    const asked = forms['with a limit that asks about another answer'] ?? tried([])
    const villages = [
      village(40, 0, [3, { a: 'x', b: 1 }], [2, { a: 'x' }], [9, { a: 'y' }]),
      village(40, 0, [6, { a: 'x', b: 1 }], [9, { a: 'y' }]),
    ]
    const careless = tabulate(formOf(one('a', 'xy'), open('b', optional)), villages).questions
    expect(read(asked, villages, careless)).not.toEqual([])
    expect(read(asked, villages)).toEqual([])
  })
})
