import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from '../../tools/run.ts'
import type { Figure, Measure } from '../figure.ts'

const PROGRAM = path.join(import.meta.dirname, '..', '..', 'apps/cli/bin/shengmian.mjs')

/** A nation of 31 zones through the command line: planned zone by zone and verified, and how much memory two zones at once take. */
export const measureNation: Measure = async ({ quick }) => {
  const size = quick ? { zones: 8, people: 100, teams: 12 } : { zones: 31, people: 1000, teams: 150 }
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-bench-nation-'))
  const at = (name: string): string => path.join(folder, name)
  try {
    writeNation(at('nation.jsonl'), size)
    writeFileSync(at('memory.mjs'), REPORT)
    const program = async (...words: string[]) => {
      const ran = await run('node', ['--import', at('memory.mjs'), PROGRAM, ...words], { env: { LC_ALL: 'en_US.UTF-8' } })
      if (ran.code !== 0) throw new Error(ran.output)
      return { ...ran, megabytes: Number(/peak (\d+) kB/.exec(ran.output)?.[1] ?? Number.NaN) / 1024 }
    }
    const options = ['--out', at('plan.jsonl'), '--effort', 'quick', '--workers', '2']
    const plan = await program('plan', at('nation.jsonl'), ...options)
    const verify = await program('verify', at('nation.jsonl'), at('plan.jsonl'))
    const done = (plan.output.match(/^\d+\/\d+ /gm) ?? []).length
    const how = `${size.zones} zones of ${size.people} people and ${size.teams} teams each, effort quick, 2 zones at once (the full run: 31 of 1,000 and 150); the program as it is started, reading and cutting included`
    const figure = (name: string, value: number, unit: string, most: number): Omit<Figure, 'topic'> => {
      return { figure: name, value, unit, target: `≤ ${most}`, holds: value <= most, how }
    }
    return [
      {
        figure: 'zones of a nation with a plan',
        value: done,
        unit: 'zones',
        target: `= ${size.zones}`,
        holds: done === size.zones,
        how,
      },
      figure('  planned, every zone verified before it is written', plan.seconds, 's', quick ? 60 : 600),
      figure('  its memory', plan.megabytes, 'MB', 1500),
      figure('  verified from the files', verify.seconds, 's', quick ? 30 : 300),
      figure('  memory of that', verify.megabytes, 'MB', 1500),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const REPORT = `import { writeSync } from 'node:fs'
process.on('exit', () => writeSync(2, 'peak ' + process.resourceUsage().maxRSS + ' kB\\n'))
`

interface Size {
  readonly zones: number
  readonly people: number
  readonly teams: number
}

/** Homes and hosts anywhere in a square of 500 km a zone; a third senior; a tie a person, and half as many between third parties. xorshift32. */
function writeNation(file: string, { zones, people, teams }: Size): void {
  let state = 20261127
  const below = (count: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * count)
  }
  const out = openSync(file, 'wx')
  let waiting = ''
  const put = (line: object): void => {
    waiting += `${JSON.stringify(line)}\n`
    if (waiting.length < 1 << 20) return
    writeSync(out, waiting)
    waiting = ''
  }
  const tie = (a: string, b: string, strength: number): void => put({ ties: { a, b, kind: 'study', strength, source: '' } })
  const round = { id: '2026-1', start: '2026-03-01', end: '2026-05-31' }
  const rules = { mode: 'pooled', zoneBound: true, minSenior: 1 }
  put({ format: 'shengmian.dispatch-problem/1', name: 'nation', round, rounds: ['2025-1', '2025-2'], rules })
  const counties = Math.max(teams, 8)
  for (let z = 0; z < zones; z++) {
    const province = String(11 + z)
    const county = (number: number): string => `${province}${1000 + number}`
    put({ regions: { code: province, name: province, zone: province } })
    for (let c = 0; c < counties; c++) put({ regions: { code: county(c), name: county(c), at: [below(500), below(500)] } })
    for (let t = 0; t < teams; t++) {
      const slots = [{ role: 'leader' }, { role: 'deputy' }, { role: 'member', skill: 'audit' }, { role: 'member' }]
      put({ teams: { id: `t${province}-${t}`, home: null, host: county(t), slots } })
      const [region, insiders] = [`${county(t)}001201`, [`o${province}-${t}`]]
      put({ targets: { id: `u${province}-${t}`, name: '', region, workload: 10 + below(5), needs: [], insiders } })
    }
    for (let i = 0; i < people; i++) {
      const [id, home] = [`p${province}-${i}`, county(below(counties))]
      const roles = i % 3 === 0 ? ['leader', 'deputy', 'member'] : ['deputy', 'member']
      const facts = { skills: i % 2 === 0 ? [] : ['audit'], experience: i % 3 === 0 ? 'senior' : 'ordinary', postings: [] }
      put({ people: { id, name: '', home, native: home, unit: null, roles, ...facts, unverified: [], unavailable: false } })
      tie(id, below(3) === 0 ? `o${province}-${below(teams)}` : `x${below(people * zones)}`, below(600))
    }
  }
  for (let i = 0; i < (people * zones) / 2; i++) tie(`x${i}`, `x${people * zones - 1 - i}`, below(900))
  writeSync(out, waiting)
  closeSync(out)
}
