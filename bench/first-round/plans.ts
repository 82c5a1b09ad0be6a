import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { project } from '../../tools/fingerprint.ts'
import { run } from '../../tools/run.ts'
import type { Measure } from '../figure.ts'

const examples = readdirSync(path.join(project, 'examples'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

/** Every example through the command line: planned, proven, verified; the spoilt twin names its one planted tie. */
export const measurePlans: Measure = async ({ quick }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-bench-plans-'))
  const chosen = quick ? examples.filter((name) => name === 'tianjin' || name === 'linzhou') : examples
  const count = quick ? `${chosen.length} (of ${examples.length})` : String(examples.length)
  const how = quick ? `examples ${chosen.join(', ')}; all ${examples.length} in the full run` : `all ${examples.length} examples`
  try {
    let [planned, verified, proven, spoilt, tianjin] = [0, 0, 0, 0, Number.POSITIVE_INFINITY]
    for (const name of chosen) {
      const problem = `examples/${name}/problem.json`
      const out = path.join(folder, `${name}.json`)
      const plan = await run('shengmian', ['plan', problem, '--out', out])
      if (name === 'tianjin') tianjin = plan.seconds
      if (plan.code !== 0) continue
      planned += 1
      if (isProven(out)) proven += 1
      if ((await run('shengmian', ['verify', problem, out])).code === 0) verified += 1
      const check = await run('shengmian', [
        'verify',
        `examples/${name}/spoilt/problem.json`,
        `examples/${name}/spoilt/plan.json`,
      ])
      const breaches = check.output.split('\n').filter((line) => line.includes(' — '))
      if (check.code === 1 && breaches.length === 1) spoilt += 1
    }
    const all = (figure: string, value: number) => ({
      figure,
      value,
      unit: 'examples',
      target: `= ${count}`,
      holds: value === chosen.length,
      how,
    })
    return [
      {
        figure: '112 people in 16 teams, planned and written',
        value: tianjin,
        unit: 's',
        target: '≤ 5',
        holds: tianjin <= 5,
        how: 'examples/tianjin by `shengmian plan`, start of the program included',
      },
      all('examples with a plan', planned),
      all('plans that say for each objective that it is the optimum', proven),
      all('plans that the independent verifier accepts', verified),
      all('spoilt pairs refused for one breach and no other', spoilt),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function isProven(file: string): boolean {
  const { objective, bound } = JSON.parse(readFileSync(file, 'utf8')) as Record<'objective' | 'bound', Record<string, number>>
  return Object.entries(objective).every(([level, value]) => bound[level] === value)
}
