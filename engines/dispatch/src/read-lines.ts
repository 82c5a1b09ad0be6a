// Very large problems come as JSON lines: the first line holds what is not a list (`format`, `name`, `round`, `rules`,
// and lists if they are short); every other line is `{"people": {…}}`: the name of a list and one element of it.
import { readJson } from './read-json.ts'
import { refused, type ReadIssue, type ReadOutcome } from './read-outcome.ts'

const MOST_ISSUES = 200

/** Whether the text is JSON lines: its first line is a whole object, and something follows it. */
export function isJsonLines(text: string): boolean {
  const end = text.indexOf('\n')
  if (end < 0 || text.slice(end).trim() === '') return false
  const first = text.slice(0, end).trim()
  return first.length > 2 && first.endsWith('}') && readJson(first).kind === 'read'
}

/** Puts the lines together to one object with the lists `listNames`; a list without a line is empty. */
export function readJsonLines(text: string, listNames: readonly string[]): ReadOutcome<unknown> {
  const issues: ReadIssue[] = []
  const whole: Record<string, unknown> = {}
  const lists = new Map<string, unknown[]>()
  const lines = text.split('\n')
  for (let i = 0; i < lines.length && issues.length < MOST_ISSUES; i++) {
    const line = lines[i] ?? ''
    if (line.trim() === '') continue
    const read = readJson(line, i)
    if (read.kind === 'refused') issues.push(...read.issues)
    else if (i === 0) readHead(read.value, whole, lists, listNames)
    else readElement(read.value, i + 1, lists, listNames, issues)
  }
  if (issues.length > 0) return refused(issues)
  for (const name of listNames) if (!Object.hasOwn(whole, name)) whole[name] = lists.get(name) ?? []
  return { kind: 'read', value: whole }
}

function readHead(
  value: unknown,
  whole: Record<string, unknown>,
  lists: Map<string, unknown[]>,
  listNames: readonly string[],
): void {
  for (const [name, part] of Object.entries(value ?? {})) {
    if (listNames.includes(name) && Array.isArray(part)) lists.set(name, [...part])
    else Object.defineProperty(whole, name, { value: part, enumerable: true, configurable: true, writable: true })
  }
}

function readElement(
  value: unknown,
  lineNumber: number,
  lists: Map<string, unknown[]>,
  listNames: readonly string[],
  issues: ReadIssue[],
): void {
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
  const [entry] = entries
  if (entries.length !== 1 || entry === undefined || !listNames.includes(entry[0])) {
    issues.push({
      path: '$',
      zh: `第 ${lineNumber} 行:每行只能写一个列表名和它的一项,列表名为 ${listNames.join('、')}`,
      en: `line ${lineNumber}: a line holds the name of one list and one element of it; lists are ${listNames.join(', ')}`,
    })
    return
  }
  const list = lists.get(entry[0])
  if (list === undefined) lists.set(entry[0], [entry[1]])
  else list.push(entry[1])
}
