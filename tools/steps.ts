// The fast checks: each a program that says nothing when all is well. Run two at a time, since two cores is what people have.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { project } from './fingerprint.ts'
import { run, type Ran } from './run.ts'

export interface Count {
  readonly passed: number
  readonly failed: number
}

export interface Step {
  readonly name: string
  readonly check: () => Promise<Ran & { readonly tests?: Count }>
}

const folders = ['engines', 'contract', 'apps', 'testing']

/** Longest first, so that the two lanes end together. */
export const fastSteps: readonly Step[] = [
  { name: 'unit tests', check: () => vitest('unit') },
  { name: 'types', check: () => types('.', 'root') },
  { name: 'types of the pages', check: () => types('apps/web', 'pages') },
  { name: 'boundaries', check: () => run('depcruise', ['--config', 'boundaries.mjs', ...folders]) },
  { name: 'unused code', check: () => run('knip', ['--no-progress']) },
  { name: 'lint', check: () => run('oxlint', ['--type-aware']) },
  { name: 'format', check: () => run('oxfmt', ['--check']) },
  { name: 'file sizes', check: () => run('node', ['tools/check-files.ts']) },
]

/** What was checked before and has not changed is remembered, which makes the second run five times faster. */
function types(where: string, name: string): Promise<Ran> {
  const memory = path.join(project, 'node_modules', '.cache', `${name}.tsbuildinfo`)
  return run('tsc', ['-p', where, '--noEmit', '--incremental', '--tsBuildInfoFile', memory])
}

/** Runs a vitest project and counts its tests. */
export async function vitest(name: 'unit' | 'long' | 'database'): Promise<Ran & { readonly tests: Count }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-vitest-'))
  const report = path.join(folder, 'report.json')
  try {
    const flags = ['run', '--project', name, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
    const ran = await run('vitest', flags, { env: { NO_COLOR: '1' } })
    return { ...ran, tests: atLeastOneFailure(ran.code, countIn(report)) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function countIn(report: string): Count {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
    return { passed: numPassedTests ?? 0, failed: numFailedTests ?? 0 }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

/** A file that does not even load fails no test of its own, but the run has failed. */
export function atLeastOneFailure(code: number, count: Count): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

/** Runs the steps in two lanes, a line for each, and the whole output of those that fail. */
export async function runSteps(steps: readonly Step[], lanes = 2): Promise<Count & { readonly isGood: boolean }> {
  const waiting = [...steps]
  let [passed, failed, isGood] = [0, 0, true]
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const { code, output, seconds, tests } = await step.check()
      const count = tests === undefined ? '' : `, ${tests.passed} passed, ${tests.failed} failed`
      console.log(`${code === 0 ? '✓' : '✗'} ${step.name}  ${seconds.toFixed(1)} s${count}`)
      if (code !== 0) console.log(output.trimEnd().replaceAll(/^/gm, '    '))
      passed += tests?.passed ?? 0
      // A failed check that counts no tests is one failure.
      failed += tests?.failed ?? (code === 0 ? 0 : 1)
      isGood &&= code === 0
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return { passed, failed, isGood }
}
