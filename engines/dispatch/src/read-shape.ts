// Holds a value against a schema and says, in both languages, what does not fit and where.
// It understands exactly the part of JSON Schema that problem.ts and plan.ts use; a validator's own messages
// ("must match a schema in anyOf") do not tell an office what to type instead.
import { pathText, type PathStep, type ReadIssue } from './read-outcome.ts'

interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly anyOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly patternProperties?: Readonly<Record<string, Shape>>
  readonly items?: Shape | readonly Shape[]
  readonly minItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
}

/** Enough for a person to see what kind of file he has; a spoilt file of a million rows does not need a million lines. */
const MOST_ISSUES = 200
const patterns = new Map<string, RegExp>()

/** All misfits of `value`, in file order (at most 200). An empty list means the value fits. */
export function misfits(schema: object, value: unknown): ReadIssue[] {
  const issues: ReadIssue[] = []
  check(schema, value, [], issues)
  return issues
}

function check(shape: Shape, value: unknown, steps: PathStep[], issues: ReadIssue[]): void {
  if (issues.length >= MOST_ISSUES) return
  if (shape.anyOf !== undefined) return checkUnion(shape.anyOf, value, steps, issues)
  if (shape.const !== undefined) {
    if (value !== shape.const) report(issues, steps, value, `应为 ${show(shape.const)}`, `must be ${show(shape.const)}`)
    return
  }
  if (shape.type === 'object') return checkObject(shape, value, steps, issues)
  if (shape.type === 'array') return checkArray(shape, value, steps, issues)
  if (shape.type === 'string') return checkString(shape, value, steps, issues)
  if (shape.type === 'integer') return checkInteger(shape, value, steps, issues)
  if (shape.type === 'boolean' && typeof value !== 'boolean')
    report(issues, steps, value, '应为 true 或 false', 'must be true or false')
  if (shape.type === 'null' && value !== null) report(issues, steps, value, '应为 null', 'must be null')
}

/** Unions are either closed sets of words or "something or null". */
function checkUnion(members: readonly Shape[], value: unknown, steps: PathStep[], issues: ReadIssue[]): void {
  const words = members.filter((member) => member.const !== undefined).map((member) => member.const)
  if (words.includes(value)) return
  const other = members.find((member) => member.const === undefined && member.type !== 'null')
  if (value === null && members.some((member) => member.type === 'null')) return
  if (other !== undefined) return check(other, value, steps, issues)
  const list = words.map(show).join(' / ')
  report(issues, steps, value, `只能是其中之一：${list}`, `must be one of ${list}`)
}

function checkObject(shape: Shape, value: unknown, steps: PathStep[], issues: ReadIssue[]): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return report(issues, steps, value, '应为对象 {…}', 'must be an object {…}')
  const any = Object.values(shape.patternProperties ?? {})[0]
  for (const [name, part] of Object.entries(value)) {
    const member = shape.properties?.[name]
    const partShape = member !== undefined && Object.hasOwn(shape.properties ?? {}, name) ? member : any
    steps.push(name)
    if (partShape === undefined) issues.push({ path: pathText(steps), zh: `未知的字段“${name}”`, en: `unknown key "${name}"` })
    else check(partShape, part, steps, issues)
    steps.pop()
  }
  for (const name of shape.required ?? []) {
    if (Object.hasOwn(value, name)) continue
    issues.push({ path: pathText([...steps, name]), zh: `缺少字段“${name}”`, en: `the key "${name}" is missing` })
  }
}

function checkArray(shape: Shape, value: unknown, steps: PathStep[], issues: ReadIssue[]): void {
  if (!Array.isArray(value)) return report(issues, steps, value, '应为数组 […]', 'must be an array […]')
  const items: unknown[] = value
  const { items: shapes } = shape
  if (isTuple(shapes) && items.length !== shapes.length)
    return report(issues, steps, value, `应恰有 ${shapes.length} 项`, `must have exactly ${shapes.length} elements`)
  if (items.length < (shape.minItems ?? 0))
    return report(issues, steps, value, `至少应有 ${shape.minItems} 项`, `must have at least ${shape.minItems} elements`)
  for (let i = 0; i < items.length; i++) {
    const itemShape = isTuple(shapes) ? shapes[i] : shapes
    steps.push(i)
    if (itemShape !== undefined) check(itemShape, items[i], steps, issues)
    steps.pop()
  }
}

function checkString(shape: Shape, value: unknown, steps: PathStep[], issues: ReadIssue[]): void {
  if (typeof value !== 'string') return report(issues, steps, value, '应为文字', 'must be a string')
  // Canonical JSON (RFC 8785) has no form for half a surrogate pair: such a problem could not be hashed.
  if (!value.isWellFormed()) return report(issues, steps, value, '含有残缺的字符', 'contains half a character (a lone surrogate)')
  const length = value.length
  if (length < (shape.minLength ?? 0)) return report(issues, steps, value, '不能为空', 'must not be empty')
  if (length > (shape.maxLength ?? Infinity))
    return report(issues, steps, value, `不能超过 ${shape.maxLength} 个字符`, `must have at most ${shape.maxLength} characters`)
  if (shape.format === 'date' && !isDay(value))
    return report(issues, steps, value, '不是有效的日期（应为 YYYY-MM-DD）', 'is not a date (YYYY-MM-DD)')
  if (shape.pattern !== undefined && !compiled(shape.pattern).test(value)) {
    const [zh, en] = patternWords(shape.pattern)
    report(issues, steps, value, zh, en)
  }
}

function checkInteger(shape: Shape, value: unknown, steps: PathStep[], issues: ReadIssue[]): void {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    return report(issues, steps, value, '应为整数', 'must be an integer')
  const low = shape.minimum ?? -Infinity
  const high = shape.maximum ?? Infinity
  if (value < low || value > high)
    report(issues, steps, value, `应在 ${low} 到 ${high} 之间`, `must lie between ${low} and ${high}`)
}

function isTuple(shapes: Shape | readonly Shape[] | undefined): shapes is readonly Shape[] {
  return Array.isArray(shapes)
}

/** What a pattern of our schemas asks for, in words. */
function patternWords(pattern: string): readonly [string, string] {
  if (pattern.includes('sha256')) return ['应为 sha256: 加 64 位十六进制', 'must be sha256: and 64 hexadecimal digits']
  if (pattern.includes('0-9a-f')) return ['应为 64 位小写十六进制', 'must be 64 lower-case hexadecimal digits']
  if (pattern.includes('{12}'))
    return ['不是区划代码（应为 2、4、6、9 或 12 位数字）', 'is not a place code (2, 4, 6, 9 or 12 digits)']
  if (pattern.includes('0[1-9]')) return ['不是有效的月份（应为 YYYY-MM）', 'is not a month (YYYY-MM)']
  return [`不符合 ${pattern}`, `does not match ${pattern}`]
}

function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern)
  if (known !== undefined) return known
  const made = new RegExp(pattern, 'u')
  patterns.set(pattern, made)
  return made
}

function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}

function report(issues: ReadIssue[], steps: readonly PathStep[], value: unknown, zh: string, en: string): void {
  issues.push({ path: pathText(steps), zh: `${show(value)} ${zh}`, en: `${show(value)} ${en}` })
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[… ${value.length}]`
  if (typeof value === 'object' && value !== null) return '{…}'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
