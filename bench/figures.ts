// `npm run figures -- TOPIC [--quick]`: measures what is promised on a topic. A table goes to standard error,
// JSON lines go to standard output; the exit code is 0 only if every figure holds.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Figure, Measures } from './figure.ts'

const bench = import.meta.dirname
const { positionals, values } = parseArgs({ allowPositionals: true, options: { quick: { type: 'boolean', default: false } } })
const [topic] = positionals
const topics = readdirSync(bench).filter((name) => existsSync(path.join(bench, name, 'index.ts')))

if (topic === undefined || !topics.includes(topic)) {
  console.error(`Which topic? npm run figures -- ${topics.join(' | ')} [--quick]`)
  process.exit(2)
}

const { measures } = (await import(path.join(bench, topic, 'index.ts'))) as { measures: Measures }
const figures: Figure[] = []
for (const [name, measure] of Object.entries(measures)) {
  const found = await measure({ quick: values.quick }).catch((error: unknown) => [failure(name, error)])
  for (const figure of found) {
    const whole: Figure = { topic, ...figure }
    figures.push(whole)
    console.log(JSON.stringify(whole))
    console.error(row(whole))
  }
}

const holdsAll = figures.length > 0 && figures.every((figure) => figure.holds)
console.error(
  holdsAll
    ? `all ${figures.length} hold`
    : `${figures.filter((figure) => !figure.holds).length} of ${figures.length} do not hold`,
)
if (!values.quick) {
  const results = path.join(bench, 'results')
  mkdirSync(results, { recursive: true })
  writeFileSync(path.join(results, `${topic}.jsonl`), figures.map((figure) => `${JSON.stringify(figure)}\n`).join(''))
}
process.exit(holdsAll ? 0 : 1)

function row({ figure, value, unit, target, holds }: Figure): string {
  const shown = Number.isInteger(value) ? String(value) : value.toPrecision(4)
  return `${holds ? '✓' : '✗'} ${figure.padEnd(56)} ${`${shown} ${unit}`.padStart(18)}   target ${target}`
}

/** A measurement that throws is a figure that does not hold. */
function failure(name: string, error: unknown): Omit<Figure, 'topic'> {
  const why = error instanceof Error ? error.message : String(error)
  return { figure: name, value: 0, unit: 'none', target: 'to be measured', holds: false, how: `failed: ${why}` }
}
