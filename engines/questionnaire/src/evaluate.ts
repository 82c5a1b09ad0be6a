import type { Expression } from './expression.ts'
import type { Answer, Answers } from './form.ts'

type Value = string | number | boolean

/** Whether the condition holds for these answers, by the rules of XPath 1.0; `self` is the answer `.`. A missing answer is the empty text. */
export function holds(expression: Expression, answers: Answers, self?: Answer): boolean {
  return truth(valueOf(expression, answers, self))
}

const written = (answer: Answer | undefined): string =>
  answer === undefined ? '' : typeof answer === 'object' ? answer.join(' ') : String(answer)

const numeric = (value: Value): number =>
  typeof value === 'string' ? (value.trim() === '' ? Number.NaN : Number(value)) : Number(value)

const truth = (value: Value): boolean =>
  typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : typeof value === 'string' ? value !== '' : value

const wordsOf = (value: Value): readonly string[] =>
  String(value)
    .split(/\s+/)
    .filter((word) => word !== '')

function valueOf(expression: Expression, answers: Answers, self: Answer | undefined): Value {
  switch (expression.kind) {
    case 'text':
      return expression.text
    case 'number':
      return expression.number
    case 'answer':
      return written(Object.hasOwn(answers, expression.name) ? answers[expression.name] : undefined)
    case 'self':
      return written(self)
    case 'negative':
      return -numeric(valueOf(expression.of, answers, self))
    case 'binary':
      return binary(expression, answers, self)
    case 'call': {
      const [first = '', second = ''] = expression.of.map((one) => valueOf(one, answers, self))
      switch (expression.name) {
        case 'selected':
          return wordsOf(first).includes(String(second))
        case 'not':
          return !truth(first)
        case 'count-selected':
          return wordsOf(first).length
        case 'string-length':
          return [...String(first)].length
        case 'true':
          return true
        case 'false':
          return false
      }
    }
  }
}

function binary({ sign, left, right }: Expression & { kind: 'binary' }, answers: Answers, self: Answer | undefined): Value {
  const a = valueOf(left, answers, self)
  if (sign === 'or' || sign === 'and') {
    if (truth(a) === (sign === 'or')) return sign === 'or'
    return truth(valueOf(right, answers, self))
  }
  const b = valueOf(right, answers, self)
  switch (sign) {
    case '=':
      return isEqual(a, b)
    case '!=':
      return !isEqual(a, b)
    case '<':
      return numeric(a) < numeric(b)
    case '<=':
      return numeric(a) <= numeric(b)
    case '>':
      return numeric(a) > numeric(b)
    case '>=':
      return numeric(a) >= numeric(b)
    case '+':
      return numeric(a) + numeric(b)
    case '-':
      return numeric(a) - numeric(b)
    case '*':
      return numeric(a) * numeric(b)
    case 'div':
      return numeric(a) / numeric(b)
    case 'mod':
      return numeric(a) % numeric(b)
  }
}

/** As XPath compares: as truths if one is a truth, as numbers if one is a number, else as texts. */
function isEqual(a: Value, b: Value): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return truth(a) === truth(b)
  if (typeof a === 'number' || typeof b === 'number') return numeric(a) === numeric(b)
  return a === b
}
