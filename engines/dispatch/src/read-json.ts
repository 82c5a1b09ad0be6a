// Text → JSON value. Says the line and column where the text breaks, and refuses a name given twice in one object:
// `JSON.parse` would silently keep the last one, and the two readers of a file could then see two different problems.
import { jsonFaultAt } from './read-json-fault.ts'
import { pathText, type PathStep, type ReadIssue, type ReadOutcome } from './read-outcome.ts'

/** Parses one JSON document. `lineOffset` is added to line numbers, for documents cut out of a JSON lines file. */
export function readJson(text: string, lineOffset = 0): ReadOutcome<unknown> {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (source.trim() === '') return { kind: 'refused', issues: [{ path: '$', zh: '文件是空的', en: 'the file is empty' }] }
  let value: unknown
  try {
    value = JSON.parse(source)
  } catch {
    return { kind: 'refused', issues: [brokenJson(source, lineOffset)] }
  }
  const issues = repeatedNames(source)
  return issues.length === 0 ? { kind: 'read', value } : { kind: 'refused', issues }
}

function brokenJson(source: string, lineOffset: number): ReadIssue {
  const position = jsonFaultAt(source)
  const before = source.slice(0, position)
  const line = before.split('\n').length + lineOffset
  const column = position - before.lastIndexOf('\n')
  const found = position >= source.length ? null : JSON.stringify(String.fromCodePoint(source.codePointAt(position) ?? 0x20))
  return {
    path: '$',
    zh: `不是有效的 JSON:第 ${line} 行第 ${column} 列${found === null ? '文件提前结束' : `不应出现 ${found}`}`,
    en: `not valid JSON: line ${line}, column ${column}: ${found === null ? 'the text ends too early' : `unexpected ${found}`}`,
  }
}

interface OpenContainer {
  /** null for an array. */
  readonly names: Set<string> | null
  step: PathStep
}

/** Runs over text that is known to be valid JSON. */
function repeatedNames(source: string): ReadIssue[] {
  const issues: ReadIssue[] = []
  const open: OpenContainer[] = []
  let nameComesNext = false
  for (let i = 0; i < source.length; i++) {
    const char = source.charCodeAt(i)
    if (char === 0x7b || char === 0x5b) {
      open.push(char === 0x7b ? { names: new Set(), step: '' } : { names: null, step: 0 })
      nameComesNext = char === 0x7b
    } else if (char === 0x7d || char === 0x5d) {
      open.pop()
      nameComesNext = false
    } else if (char === 0x2c) {
      const top = open.at(-1)
      nameComesNext = top !== undefined && top.names !== null
      if (top !== undefined && typeof top.step === 'number') top.step += 1
    } else if (char === 0x22) {
      const end = endOfString(source, i)
      const top = open.at(-1)
      if (nameComesNext && top !== undefined && top.names !== null) {
        const name = source.slice(i + 1, end)
        top.step = name.includes('\\') ? String(JSON.parse(`"${name}"`)) : name
        if (top.names.has(top.step)) issues.push(repeatedName(open.map((container) => container.step)))
        top.names.add(top.step)
        nameComesNext = false
      }
      i = end
    }
  }
  return issues
}

/** Where the string that begins at `start` ends: the next quote before which stands an even number of backslashes. */
function endOfString(source: string, start: number): number {
  for (let end = source.indexOf('"', start + 1); end >= 0; end = source.indexOf('"', end + 1)) {
    let from = end
    while (source.charCodeAt(from - 1) === 0x5c) from -= 1
    if ((end - from) % 2 === 0) return end
  }
  return source.length
}

function repeatedName(steps: readonly PathStep[]): ReadIssue {
  const name = String(steps.at(-1))
  return { path: pathText(steps), zh: `同一对象中“${name}”写了两次`, en: `the name "${name}" is given twice in one object` }
}
