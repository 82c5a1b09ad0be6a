import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compareModes, EFFORTS, type Problem } from '../../engines/dispatch/src/index.ts'
import { project } from '../../tools/fingerprint.ts'
import type { Measure } from '../figure.ts'

/** How long a leading group waits for all modes of a round side by side. */
export const measureComparison: Measure = async ({ quick }) => {
  // tianjin takes longer than all of --quick may
  const example = quick ? 'wuxi' : 'tianjin'
  const problem = JSON.parse(readFileSync(path.join(project, `examples/${example}/problem.json`), 'utf8')) as Problem
  const seconds: number[] = []
  let plans = 0
  for (let run = 0; run < (quick ? 1 : 3); run++) {
    const start = process.cpuUsage()
    const { modes } = await compareModes(problem, { seed: '0'.repeat(64), effort: EFFORTS.quick })
    const { user, system } = process.cpuUsage(start)
    seconds.push((user + system) / 1_000_000)
    plans = modes.filter(({ outcome }) => outcome.kind === 'plan').length
  }
  const median = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? Number.POSITIVE_INFINITY
  return [
    {
      figure: 'all six modes of a round side by side',
      value: median,
      unit: 's of one core',
      target: '≤ 60',
      holds: median <= 60,
      how: `examples/${example}, ${problem.people.length} people in ${problem.teams.length} teams, quick effort; ${plans} modes have a plan, the others a named clash; median of ${seconds.length}`,
    },
  ]
}
