// The examples through the command line, as a reader of the README would run them.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plan, Problem } from '@shengmian/dispatch'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'shengmian-examples-'))
afterAll(() => rmSync(folder, { recursive: true }))

const NAMES = ['jiangling', 'baoshan', 'tianjin', 'jiangsu', 'wuxi', 'sichuan', 'zhangzhou', 'linzhou'] as const
type Name = (typeof NAMES)[number]

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

function shengmian(...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'apps/cli/bin/shengmian.mjs'), ...args], { cwd: root })
    const said = { out: '', err: '' }
    child.stdout.on('data', (text: Buffer) => (said.out += text.toString()))
    child.stderr.on('data', (text: Buffer) => (said.err += text.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const problemFile = (name: Name) => join(root, 'examples', name, 'problem.json')
const problemOf = (name: Name) => read(problemFile(name)) as Problem

const planned = new Map<Name, Promise<Ended>>()
const planFile = (name: Name) => join(folder, `${name}.json`)

/** Each example is planned once for all tests. */
async function planOf(name: Name): Promise<Plan> {
  const running = planned.get(name) ?? shengmian('plan', problemFile(name), '--out', planFile(name))
  planned.set(name, running)
  const { code, err } = await running
  expect(code, err).toBe(0)
  return read(planFile(name)) as Plan
}

function homesOf(problem: Problem, plan: Plan): { readonly host: string; readonly homes: readonly string[] }[] {
  const home = new Map(problem.people.map((person) => [person.id, person.home ?? '']))
  return plan.teams.map(({ host, members }) => ({ host: host ?? '', homes: members.map(({ person }) => home.get(person) ?? '') }))
}

describe.each(NAMES)('the example %s', (name) => {
  it('is planned, and the plan is valid', async () => {
    const plan = await planOf(name)
    expect(plan.teams.length).toBe(problemOf(name).teams.length)
    const verdict = await shengmian('verify', problemFile(name), planFile(name))
    expect(verdict.code, verdict.out + verdict.err).toBe(0)
  })

  it('has a spoilt pair that differs by one tie and fails for that tie alone', async () => {
    const spoilt = ['problem.json', 'plan.json'].map((file) => join(root, 'examples', name, 'spoilt', file)) as [string, string]
    const good = problemOf(name)
    const bad = read(spoilt[0]) as Problem
    const before = new Set(good.ties.map((tie) => JSON.stringify(tie)))
    const planted = bad.ties.filter((tie) => !before.has(JSON.stringify(tie)))
    expect(planted).toHaveLength(1)
    expect({ ...bad, ties: bad.ties.filter((tie) => tie !== planted[0]) }).toEqual(good)

    const verdict = await shengmian('verify', ...spoilt)
    expect(verdict.code).toBe(1)
    const lines = verdict.out.trimEnd().split('\n')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(new RegExp(`^kin ${planted[0]?.a} \\S+ — .*${planted[0]?.b}`))
  })
})

describe('the rounds of the seeds', () => {
  it('S0-05 one town and 24 villages and communities are 25 targets, 24 of them villages', () => {
    const { targets } = problemOf('jiangling')
    expect(targets).toHaveLength(25)
    expect(targets.filter(({ region }) => /^421003105\d{3}$/.test(region))).toHaveLength(24)
    expect(targets.filter(({ region }) => region === '421003105')).toHaveLength(1)
  })

  it('S0-06 the stay of three months runs from 1 June to 31 August 2024', () => {
    expect(problemOf('jiangling').round).toMatchObject({ start: '2024-06-01', end: '2024-08-31' })
  })

  it('S1-02 5 teams for 5 counties, 10 towns and 30 villages fill no cell of a team and its members’ home', async () => {
    const problem = problemOf('baoshan')
    const byLength = [6, 9, 12].map((length) => problem.targets.filter(({ region }) => region.length === length).length)
    expect(byLength).toEqual([5, 10, 30])
    const rows = homesOf(problem, await planOf('baoshan'))
    expect(new Set(rows.map(({ host }) => host)).size).toBe(5)
    for (const { host, homes } of rows) expect(homes).not.toContain(host)
  })

  it('S1-10 22 people of 5 counties give every team one director and 3 or 4 leaders, 17 in all', async () => {
    const problem = problemOf('baoshan')
    const plan = await planOf('baoshan')
    const roles = new Map(problem.people.map((person) => [person.id, person.roles]))
    const count = (role: string) =>
      plan.teams.map(({ members }) => members.filter(({ person }) => roles.get(person)?.includes(role)).length)
    expect(count('director')).toEqual([1, 1, 1, 1, 1])
    expect(count('leader').toSorted((one, other) => one - other)).toEqual([3, 3, 3, 4, 4])
  })

  it('S2-14 S2-16 all 16 districts are covered by 30 villages and 24 communities, 3.4 a team', () => {
    const { targets, teams } = problemOf('tianjin')
    expect(new Set(targets.map(({ region }) => region.slice(0, 6))).size).toBe(16)
    const villages = targets.filter(({ region }) => region.slice(9) >= '200' && region.slice(9) < '400')
    expect([villages.length, targets.length - villages.length]).toEqual([30, 24])
    expect((targets.length / teams.length).toFixed(1)).toBe('3.4')
  })

  it('S2-15 112 people make 16 teams of 7, and nobody inspects his own district', async () => {
    const problem = problemOf('tianjin')
    const plan = await planOf('tianjin')
    expect(problem.people).toHaveLength(112)
    expect(plan.unassigned).toEqual([])
    for (const { host, homes } of homesOf(problem, plan)) {
      expect(homes).toHaveLength(7)
      expect(homes).not.toContain(host)
    }
  })

  it('S2-23 S2-25 three zones of 6, 5 and 5 districts, and every team stays inside one', async () => {
    const problem = problemOf('tianjin')
    const zone = new Map(problem.regions.map((region) => [region.code, region.zone ?? '']))
    const districts = problem.teams.map(({ host }) => zone.get(host ?? '') ?? '')
    expect([...Map.groupBy(districts, (name) => name).values()].map((group) => group.length)).toEqual([6, 5, 5])
    for (const { host, homes } of homesOf(problem, await planOf('tianjin')))
      for (const home of homes) expect(zone.get(home)).toBe(zone.get(host))
  })

  it('S2-19 whole teams of 13 cities cross without a self-loop, a swap, or a place twice', async () => {
    const plan = await planOf('jiangsu')
    const host = new Map(plan.teams.map((team) => [team.home, team.host]))
    expect(new Set(host.values()).size).toBe(13)
    for (const [home, sentTo] of host) {
      expect(sentTo).not.toBe(home)
      expect(host.get(sentTo)).not.toBe(home)
    }
  })

  it('S2-42 S2-43 a leader of the city leads a county’s whole team, whose own leader is the deputy', async () => {
    const problem = problemOf('wuxi')
    const plan = await planOf('wuxi')
    for (const [index, { homes, host }] of homesOf(problem, plan).entries()) {
      const home = plan.teams[index]?.home
      expect(homes.filter((place) => place === '3202')).toHaveLength(1)
      expect(homes.filter((place) => place === home)).toHaveLength(5)
      expect(home).not.toBe(host)
    }
  })

  it('S2-61 S2-62 15 cities help 16 counties of three prefectures with 86 organisations', async () => {
    const plan = await planOf('sichuan')
    expect(problemOf('sichuan').targets).toHaveLength(86)
    expect(new Set(plan.teams.map(({ home }) => home)).size).toBe(15)
    const hosts = new Set(plan.teams.map(({ host }) => host ?? ''))
    expect(hosts.size).toBe(16)
    expect(new Set([...hosts].map((host) => host.slice(0, 4)))).toEqual(new Set(['5132', '5133', '5134']))
    expect(plan.teams.find(({ host }) => host === '513437')?.home).toBe('5110')
  })

  it('S2-73 S2-74 11 people of Neijiang go to Leibo for a police bureau, a statistics bureau and a school', async () => {
    const problem = problemOf('sichuan')
    const here = homesOf(problem, await planOf('sichuan')).filter(({ host }) => host === '513437')
    const homes = here.flatMap((team) => team.homes)
    expect(homes.filter((home) => home === '5110')).toHaveLength(11)
    expect(homes.filter((home) => home === '513437')).toHaveLength(homes.length - 11)
    expect(problem.targets.filter(({ region }) => region.startsWith('513437')).map(({ name }) => name)).toEqual([
      '雷波县公安局',
      '雷波县统计局',
      '雷波民族中学',
    ])
  })

  it('S4-20 588 villages of Linzhou lie in three classes, each with a reason', () => {
    const world = read(join(root, 'apps/server/demo/linzhou.json')) as {
      readonly dossiers: readonly { readonly class: string; readonly reason: string }[]
    }
    const classes = Object.fromEntries(
      [...Map.groupBy(world.dossiers, (dossier) => dossier.class)].map(([name, group]) => [name, group.length]),
    )
    expect(classes).toEqual({ exemplary: 118, ordinary: 308, lagging: 162 })
    expect(world.dossiers.every(({ reason }) => reason !== '')).toBe(true)
  })
})
