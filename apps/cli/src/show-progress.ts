import type { Objective, Progress } from '@shengmian/dispatch'
import { LEVELS } from '@shengmian/dispatch/levels'

/** A terminal cannot be read faster; what is reported does not depend on it. */
const PAUSE_MS = 200

/** Prints cost, bound and gap to standard error, at most five times a second. */
export function progressPrinter(): (progress: Progress) => void {
  let printedAt = 0
  let printed = ''
  return ({ phase, iterations, objective, bound }) => {
    const now = performance.now()
    const line =
      objective === null ? '—' : LEVELS.map((level) => figure(level, objective[level], bound[level] ?? null)).join('  ')
    if (now - printedAt < PAUSE_MS && printed !== '') return
    printedAt = now
    printed = line
    console.error(`${phase} ${iterations}  ${line}`)
  }
}

/** `travel 1965 ≥1950 (0.76%)`: the figure, its proven lower bound and the gap between them. */
export function figure(level: keyof Objective, value: number, bound: number | null): string {
  if (bound === null) return `${level} ${value} ≥?`
  const gap = value === bound ? '=' : value === 0 ? '' : ` (${((100 * (value - bound)) / value).toFixed(2)}%)`
  return gap === '=' ? `${level} ${value} =` : `${level} ${value} ≥${bound}${gap}`
}
