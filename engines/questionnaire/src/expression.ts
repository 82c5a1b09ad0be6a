// The part of XLSForm's expressions (XPath 1.0 with ${name} and `.`) that conditions of questionnaires need. Anything else is named
// and refused: an expression that is half understood asks the wrong people.

export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'answer'; readonly name: string }
  /** `.`, the answer that the constraint is about. */
  | { readonly kind: 'self' }
  | { readonly kind: 'call'; readonly name: CallName; readonly of: readonly Expression[] }
  | { readonly kind: 'binary'; readonly sign: Sign; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'negative'; readonly of: Expression }

type CallName = keyof typeof ARITY
export type Sign = keyof typeof BINDS

const ARITY = { selected: 2, not: 1, 'count-selected': 1, 'string-length': 1, true: 0, false: 0 } as const
const BINDS = {
  or: 1,
  and: 2,
  '=': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  div: 6,
  mod: 6,
} as const

interface ExpressionFault {
  /** Position of the first character that is not understood, from 0. */
  readonly at: number
  readonly zh: string
  readonly en: string
}
export type Parsed =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly fault: ExpressionFault }

interface Token {
  readonly at: number
  readonly kind: 'text' | 'number' | 'answer' | 'word' | 'sign' | 'end'
  readonly text: string
}

const TOKEN =
  /\s*(?:'([^']*)'|"([^"]*)"|(\d+(?:\.\d+)?|\.\d+)|\$\{\s*([A-Za-z_][\w.-]*)\s*\}|([A-Za-z_][\w-]*(?::[\w-]+)?)|(!=|<=|>=|[=<>+*(),.-]))/y

/** No condition that people write nests deeper; without a limit a form could end the stack. */
const MAX_DEPTH = 50

/** Reads an expression of the supported part; otherwise says what is not understood and where. Source: XLSForm, "Operators and functions". */
export function parseExpression(source: string): Parsed {
  const tokens = tokensOf(source)
  if ('fault' in tokens) return { ok: false, fault: tokens.fault }
  try {
    const reader = { tokens: tokens.list, next: 0 }
    const expression = readBinary(reader, 0, 0)
    const rest = peek(reader)
    if (rest.kind !== 'end') refuse(rest.at, `多出“${rest.text}”`, `"${rest.text}" is left over`)
    return { ok: true, expression }
  } catch (error) {
    if (isRefusal(error)) return { ok: false, fault: error.refused }
    throw error
  }
}

/** Names that an expression asks about. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'answer':
      return [expression.name]
    case 'call':
      return expression.of.flatMap(namesIn)
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)]
    case 'negative':
      return namesIn(expression.of)
    default:
      return []
  }
}

/** Whether it asks about `.`, the very answer. */
export function asksItself(expression: Expression): boolean {
  if (expression.kind === 'self') return true
  if (expression.kind === 'call') return expression.of.some(asksItself)
  if (expression.kind === 'binary') return asksItself(expression.left) || asksItself(expression.right)
  return expression.kind === 'negative' && asksItself(expression.of)
}

interface Reader {
  readonly tokens: readonly Token[]
  next: number
}

function tokensOf(source: string): { readonly list: readonly Token[] } | { readonly fault: ExpressionFault } {
  const list: Token[] = []
  const text = source.trimEnd()
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (found === null) {
      const rest = text.slice(at).trim().slice(0, 12)
      return { fault: { at, zh: `看不懂“${rest}”`, en: `"${rest}" is not understood` } }
    }
    const [, single, double, number, answer, word, sign] = found
    if (single !== undefined || double !== undefined) list.push({ at, kind: 'text', text: single ?? double ?? '' })
    else if (number !== undefined) list.push({ at, kind: 'number', text: number })
    else if (answer !== undefined) list.push({ at, kind: 'answer', text: answer })
    else if (word !== undefined) list.push({ at, kind: 'word', text: word })
    else list.push({ at, kind: 'sign', text: sign ?? '' })
    at = TOKEN.lastIndex
  }
  list.push({ at, kind: 'end', text: '' })
  return { list }
}

interface Refusal {
  readonly refused: ExpressionFault
}
const isRefusal = (error: unknown): error is Refusal => typeof error === 'object' && error !== null && 'refused' in error

function refuse(at: number, zh: string, en: string): never {
  // eslint-disable-next-line no-throw-literal -- leaves the recursive reader; caught in parseExpression and never seen outside
  throw { refused: { at, zh, en } } satisfies Refusal
}

const END: Token = { at: 0, kind: 'end', text: '' }
const peek = (reader: Reader): Token => reader.tokens[reader.next] ?? END

function take(reader: Reader): Token {
  const token = peek(reader)
  reader.next += 1
  return token
}

const isSign = (text: string): text is Sign => Object.hasOwn(BINDS, text)
const isCall = (text: string): text is CallName => Object.hasOwn(ARITY, text)

function readBinary(reader: Reader, binds: number, depth: number): Expression {
  if (depth > MAX_DEPTH) refuse(peek(reader).at, '条件嵌套太深', 'the condition nests too deep')
  let left = readOne(reader, depth)
  for (;;) {
    const { text, kind } = peek(reader)
    if ((kind !== 'sign' && kind !== 'word') || !isSign(text) || BINDS[text] <= binds) return left
    reader.next += 1
    left = { kind: 'binary', sign: text, left, right: readBinary(reader, BINDS[text], depth + 1) }
  }
}

function readOne(reader: Reader, depth: number): Expression {
  const token = take(reader)
  if (token.kind === 'text') return { kind: 'text', text: token.text }
  if (token.kind === 'number') return { kind: 'number', number: Number(token.text) }
  if (token.kind === 'answer') return { kind: 'answer', name: token.text }
  if (token.kind === 'word') return readCall(reader, token, depth)
  if (token.text === '.') return { kind: 'self' }
  if (token.text === '-') return { kind: 'negative', of: readBinary(reader, BINDS['*'], depth + 1) }
  if (token.text === '(') {
    const inner = readBinary(reader, 0, depth + 1)
    expect(reader, ')')
    return inner
  }
  return token.kind === 'end'
    ? refuse(token.at, '条件没有写完', 'the condition ends too early')
    : refuse(token.at, `“${token.text}”不该在这里`, `"${token.text}" does not belong here`)
}

function readCall(reader: Reader, { at, text }: Token, depth: number): Expression {
  if (!isCall(text)) return refuse(at, `不支持“${text}”`, `"${text}" is not supported`)
  expect(reader, '(')
  const of: Expression[] = []
  while (peek(reader).text !== ')' || peek(reader).kind !== 'sign') {
    if (of.length > 0) expect(reader, ',')
    of.push(readBinary(reader, 0, depth + 1))
  }
  expect(reader, ')')
  if (of.length !== ARITY[text]) refuse(at, `${text}() 要${ARITY[text]}个参数`, `${text}() takes ${ARITY[text]} arguments`)
  return { kind: 'call', name: text, of }
}

function expect(reader: Reader, sign: string): void {
  const token = take(reader)
  if (token.kind !== 'sign' || token.text !== sign) refuse(token.at, `此处应为“${sign}”`, `"${sign}" is expected here`)
}
