// The command line as it is started, and what the whole process took.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run, type Ran } from '../../tools/run.ts'

const PROGRAM = path.join(import.meta.dirname, '..', '..', 'apps/cli/bin/shengmian.mjs')

/** Every thread prints it at its end; the last to end is the process itself. */
const REPORT = `import { writeSync } from 'node:fs'
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeSync(2, 'took ' + maxRSS + ' kB ' + (userCPUTime + systemCPUTime) + ' us\\n')
})
`

export interface Took extends Ran {
  /** User and system time of all threads. */
  readonly cpuSeconds: number
  readonly megabytes: number
}

export async function runProgram(...words: readonly string[]): Promise<Took> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-bench-'))
  try {
    const report = path.join(folder, 'report.mjs')
    writeFileSync(report, REPORT)
    const ran = await run('node', ['--import', report, PROGRAM, ...words], { env: { LC_ALL: 'en_US.UTF-8' } })
    const [, kilobytes, microseconds] = [...ran.output.matchAll(/took (\d+) kB (\d+) us/g)].at(-1) ?? []
    return { ...ran, cpuSeconds: Number(microseconds) / 1e6, megabytes: Number(kilobytes) / 1024 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
