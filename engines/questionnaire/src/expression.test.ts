import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holds } from './evaluate.ts'
import { parseExpression, type Expression, type Sign } from './expression.ts'
import type { Answers } from './form.ts'

const met = (source: string, answers: Answers = {}, self?: string | number | string[]) => {
  const parsed = parseExpression(source)
  if (!parsed.ok) throw new Error(parsed.fault.en)
  return holds(parsed.expression, answers, self)
}

it.each([
  ["${a} = 'yes'", true],
  ["${a}='yes' and not(${n} > 5)", false],
  ['${n} > 5 or ${missing} > 1', true],
  ['${missing} < 1', false],
  ["${missing} = ''", true],
  ["selected(${m}, 'x') and not(selected(${m}, 'xy'))", true],
  ['count-selected(${m}) = 2', true],
  ['string-length(${a}) = 3', true],
  ['${n} mod 4 = 3 and ${n} div 2 = 3.5', true],
  ['-${n} + 10 = 3', true],
  ['1 + 2 * 3 = 7', true],
  ['true() and not(false())', true],
])('%s is %s of the same answers', (source, expected) => {
  expect(met(source, { a: 'yes', n: 7, m: ['x', 'z'] })).toBe(expected)
})

it('a condition about the answer itself asks `.`', () => {
  expect(met('. >= 0 and . <= 12', {}, 12)).toBe(true)
  expect(met('. >= 0 and . <= 12', {}, 13)).toBe(false)
})

it.each([
  ["pulldata('a', 'b')", '不支持“pulldata”'],
  ['${a} = ', '没有写完'],
  ['selected(${a})', '2个参数'],
  ['${a} == 1', '不该在这里'],
  ["${a} = 'yes", '看不懂'],
  ['${a} 1', '多出'],
  ['/data/a = 1', '看不懂'],
  ['once(1)', '不支持“once”'],
])('%s is refused and what is not understood is named', (source, zh) => {
  expect(parseExpression(source)).toMatchObject({ ok: false, fault: { zh: expect.stringContaining(zh) as string } })
})

it('a condition nested without end is refused, not the end of the program', () => {
  expect(parseExpression('('.repeat(100_000))).toMatchObject({ ok: false, fault: { zh: '条件嵌套太深' } })
})

it('any text is read or refused, and never anything else', () => {
  const piece = fc.constantFrom(
    '${a}',
    '.',
    '(',
    ')',
    'and',
    'or',
    '=',
    '<=',
    "'x'",
    '3',
    '+',
    '-',
    '*',
    'div',
    'selected',
    ',',
    'not',
    '"',
    '$',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece, { maxLength: 12 }).map((all) => all.join(' ')),
      ),
      (source) => {
        const parsed = parseExpression(source)
        if (parsed.ok) expect(typeof holds(parsed.expression, {})).toBe('boolean')
        else expect(parsed.fault.zh.length).toBeGreaterThan(0)
      },
    ),
    { seed: 90, numRuns: 2000 },
  )
})

const signs = ['or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', 'div', 'mod'] as const satisfies readonly Sign[]
const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.nat(20).map((number) => ({ kind: 'number' as const, number })),
    fc.constantFrom('a', 'b').map((name) => ({ kind: 'answer' as const, name })),
    fc.record({ kind: fc.constant('binary' as const), sign: fc.constantFrom(...signs), left: tie('tree'), right: tie('tree') }),
    fc.record({ kind: fc.constant('negative' as const), of: tie('tree') }),
  ),
}))
const print = (one: Expression): string => {
  if (one.kind === 'number') return String(one.number)
  if (one.kind === 'answer') return `\${${one.name}}`
  if (one.kind === 'negative') return `-(${print(one.of)})`
  return one.kind === 'binary' ? `(${print(one.left)}) ${one.sign} (${print(one.right)})` : ''
}

it('what is printed with brackets is read back as the same tree', () => {
  fc.assert(
    fc.property(tree, (expression) => {
      expect(parseExpression(print(expression))).toEqual({ ok: true, expression })
    }),
    { seed: 90, numRuns: 500 },
  )
})
