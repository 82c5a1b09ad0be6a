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
  const lines = collectLines(listNames)
  for (const line of text.split('\n')) if (!lines.take(line)) break
  return lines.finish()
}

export interface LineCollector<T> {
  /** Takes the next line of the file; false once there are so many faults that the rest need not be read. */
  readonly take: (line: string) => boolean
  readonly finish: () => ReadOutcome<T>
}

/** The same a line at a time, for files longer than any string. */
export function collectLines(listNames: readonly string[]): LineCollector<unknown> {
  const issues: ReadIssue[] = []
  const whole: Record<string, unknown> = {}
  const lists = new Map<string, unknown[]>()
  let count = 0
  return {
    take(line) {
      const i = count++
      if (line.trim() !== '') {
        const read = i === 0 ? readJson(line, i) : readElement(line, i, listNames)
        if (read.kind === 'refused') issues.push(...read.issues)
        else if (i === 0) readHead(read.value, whole, lists, listNames)
        else add(lists, read.value as ListElement)
      }
      return issues.length < MOST_ISSUES
    },
    finish() {
      if (issues.length > 0) return refused(issues)
      for (const name of listNames) if (!Object.hasOwn(whole, name)) whole[name] = lists.get(name) ?? []
      return { kind: 'read', value: whole }
    },
  }
}

/** What one line holds: the name of a list and one element of it. */
export interface ListElement {
  readonly list: string
  readonly element: unknown
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

/** Reads any line but the first; `index` counts lines from 0. */
export function readElement(line: string, index: number, listNames: readonly string[]): ReadOutcome<ListElement> {
  const read = readJson(line, index)
  if (read.kind === 'refused') return read
  const { value } = read
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []
  const [entry] = entries
  if (entries.length === 1 && entry !== undefined && listNames.includes(entry[0]))
    return { kind: 'read', value: { list: entry[0], element: entry[1] } }
  return refused([
    {
      path: '$',
      zh: `第 ${index + 1} 行：每行只能写一个列表名和它的一项，列表名为 ${listNames.join('、')}`,
      en: `line ${index + 1}: a line holds the name of one list and one element of it; lists are ${listNames.join(', ')}`,
    },
  ])
}

function add(lists: Map<string, unknown[]>, { list, element }: ListElement): void {
  const known = lists.get(list)
  if (known === undefined) lists.set(list, [element])
  else known.push(element)
}
