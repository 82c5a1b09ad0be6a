// `npm test`: everything. The last line counts all tests of all kinds.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildPages } from './build-pages.ts'
import { project } from './fingerprint.ts'
import { generate } from './generate.ts'
import { run } from './run.ts'
import { atLeastOneFailure, fastSteps, runSteps, vitest, type Count, type Step } from './steps.ts'
import { findChromium, needAge } from './system-packages.ts'

const began = performance.now()
const say = (line: string) => console.log(`[test] ${line}`)

let total: Count & { isGood: boolean }
try {
  const chromium = findChromium(say)
  needAge(say)
  await generate()
  await buildPages(say)
  const slowSteps: readonly Step[] = [
    { name: 'database tests', check: () => vitest('database') },
    { name: 'browser journeys', check: () => journeys(chromium) },
  ]
  const fast = await runSteps([{ name: 'long tests', check: () => vitest('long') }, ...fastSteps])
  // One after the other: both want the whole machine.
  const slow = await runSteps(slowSteps, 1)
  total = { passed: fast.passed + slow.passed, failed: fast.failed + slow.failed, isGood: fast.isGood && slow.isGood }
} catch (error) {
  console.log(error instanceof Error ? error.message : error)
  total = { passed: 0, failed: 1, isGood: false }
}
say(`${((performance.now() - began) / 1000).toFixed(0)} s`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.isGood ? 0 : 1

async function journeys(chromium: string): ReturnType<Step['check']> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-journeys-'))
  const report = path.join(folder, 'report.json')
  try {
    const env = { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report, NO_COLOR: '1', FORCE_COLOR: '0' }
    const ran = await run('playwright', ['test', '--reporter=line,json'], { env, cwd: project })
    return { ...ran, tests: atLeastOneFailure(ran.code, countIn(report)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countIn(report: string): Count {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  const { stats } = JSON.parse(readFileSync(report, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number } }
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
}
