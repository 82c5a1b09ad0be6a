// `npm run figures -- TOPIC [--quick]`: measures what is promised on a topic. A table goes to standard error,
// JSON lines go to standard output; the exit code is 0 only if every figure holds. `--only MEASURE` measures one part anew
// and leaves what the results say of the others.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { THREAD_FLAG } from '@shengmian/dispatch/thread-flag'
import type { Figure, Measures } from './figure.ts'

/** A figure in the results: with the name of the measure that it came from. */
interface Measured extends Figure {
  readonly measure: string
}

setFlagsFromString(THREAD_FLAG)

const bench = import.meta.dirname
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } },
})
const [topic] = positionals
const topics = readdirSync(bench).filter((name) => existsSync(path.join(bench, name, 'index.ts')))

if (topic === undefined || !topics.includes(topic)) {
  console.error(`Which topic? npm run figures -- ${topics.join(' | ')} [--quick] [--only MEASURE]`)
  process.exit(2)
}

const { measures } = (await import(path.join(bench, topic, 'index.ts'))) as { measures: Measures }
const names = Object.keys(measures)
const { only } = values
if (only !== undefined && !names.includes(only)) {
  console.error(`Only which? ${names.join(' | ')}`)
  process.exit(2)
}
const figures: Measured[] = []
for (const [name, measure] of Object.entries(measures)) {
  if (only !== undefined && only !== name) continue
  const found = await measure({ quick: values.quick }).catch((error: unknown) => [failure(name, error)])
  for (const figure of found) {
    const whole: Measured = { topic, measure: name, ...figure }
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
  const file = path.join(results, `${topic}.jsonl`)
  const kept = only === undefined ? [] : readResults(file).filter(({ measure }) => measure !== only)
  const all = [...kept, ...figures].sort((a, b) => names.indexOf(a.measure) - names.indexOf(b.measure))
  writeFileSync(file, all.map((figure) => `${JSON.stringify(figure)}\n`).join(''))
}
process.exit(holdsAll ? 0 : 1)

function readResults(file: string): readonly Measured[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Measured)
}

function row({ figure, value, unit, target, holds }: Figure): string {
  const shown = Number.isInteger(value) ? String(value) : value.toPrecision(4)
  return `${holds ? '✓' : '✗'} ${figure.padEnd(56)} ${`${shown} ${unit}`.padStart(18)}   target ${target}`
}

/** A measurement that throws is a figure that does not hold. */
function failure(name: string, error: unknown): Omit<Figure, 'topic'> {
  const why = error instanceof Error ? error.message : String(error)
  return { figure: name, value: 0, unit: 'none', target: 'to be measured', holds: false, how: `failed: ${why}` }
}
