import { expect, it } from 'vitest'
import type { Form, Item } from './form.ts'
import { knotsOf, linksOf, type Link } from './links.ts'

const said = { label: '题', indicator: '指标', isRequired: true }
const choices = ['x', 'y', 'z'].map((name) => ({ name, label: name }))
const limit = { constraint: '', constraintMessage: '' }
const open = (name: string, relevant: string, constraint = ''): Item & { kind: 'integer' } => ({
  ...said,
  ...limit,
  kind: 'integer',
  name,
  relevant,
  constraint,
})

/** A question after `a` (one of three), `b` (several), `n` (a number) and `c`, which is asked after `a` is x. */
const formWith = (...items: readonly Item[]): Form => ({
  title: '问卷',
  items: [
    { ...said, kind: 'one', name: 'a', relevant: '', choices },
    { ...said, kind: 'many', name: 'b', relevant: '', choices },
    open('n', ''),
    { ...said, kind: 'one', name: 'c', relevant: "${a} = 'x'", choices },
    ...items,
  ],
  awareness: null,
  satisfaction: null,
})
const linkOf = (relevant: string): Link | undefined => linksOf(formWith(open('q', relevant))).get('q')
const answers = (question: string, columns: string[], choice: string | null = null) => ({
  kind: 'answers',
  question,
  choice,
  columns,
})

it.each([
  ['', { kind: 'everybody' }],
  ["${a} = 'x'", answers('a', ['x'])],
  ["${a} = 'x' or selected(${a}, 'y')", answers('a', ['x', 'y'])],
  ["${a} != 'x'", answers('a', ['y', 'z', ''])],
  ["selected(${b}, 'y')", answers('b', ['y'], 'y')],
  ["${b} = 'y'", { kind: 'knot', names: ['b'] }],
  ["not(selected(${b}, 'y'))", { kind: 'knot', names: ['b'] }],
  ['${n} >= 60', { kind: 'knot', names: ['n'] }],
  ["${a} = 'x' and ${n} >= 60", { kind: 'knot', names: ['a', 'n'] }],
  ["${c} = 'x'", answers('c', ['x'])],
  // who was not asked c is in no column of its table
  ["${c} != 'x'", { kind: 'knot', names: ['c'] }],
  ['true()', { kind: 'knot', names: [] }],
] as const)('the condition "%s" is told by the tables of other questions as far as they go', (relevant, link) => {
  expect(linkOf(relevant)).toEqual(link)
})

it("a group's condition counts for its questions, except for those that are asked after an answer within the group", () => {
  const inner = [
    { ...said, kind: 'one', name: 'd', relevant: '', choices } as const,
    open('e', "${d} = 'y'"),
    open('f', "${c} = 'y'"),
    open('g', "${a} != 'y'"),
  ]
  const links = linksOf(formWith({ kind: 'group', name: 'h', label: '组', relevant: "${a} != 'z'", items: inner }))
  expect(links.get('d')).toEqual(answers('a', ['x', 'y', '']))
  expect(links.get('e')).toEqual(answers('d', ['y']))
  expect(links.get('f')).toEqual({ kind: 'knot', names: ['a', 'c'] })
  expect(links.get('g')).toEqual(answers('a', ['x', '']))
})

it('knots with a question in common are one, and a limit that asks about another answer makes one too', () => {
  const form = formWith(open('q', '${n} > 1'), open('r', '', '. < ${q}'), open('s', "${b} = 'x'"), open('t', '', '. > 0'))
  expect(knotsOf(form, linksOf(form)).map((knot) => [...knot].sort())).toEqual([
    ['n', 'q', 'r'],
    ['b', 's'],
  ])
})
