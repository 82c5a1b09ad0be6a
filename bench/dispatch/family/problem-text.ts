import type { Problem } from '@shengmian/dispatch'

/** The text of a problem file; as JSON lines every element of a list is a line of its own. */
export function problemText(problem: Problem, isLines: boolean): string {
  if (!isLines) return `${JSON.stringify(problem)}\n`
  const lists = Object.entries(problem).filter(([, value]) => Array.isArray(value) && value.length > 0)
  const longLists = lists.filter(([name]) => name !== 'rounds')
  const head = Object.fromEntries(Object.entries(problem).filter(([name]) => !longLists.some(([list]) => list === name)))
  const lines = longLists.flatMap(([name, list]) => (list as readonly unknown[]).map((element) => ({ [name]: element })))
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')
}
