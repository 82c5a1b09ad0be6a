import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { aProblem } from '../../testing/a-problem.ts'
import { shengmian } from '../../testing/run-shengmian.ts'

const TERMS = {
  tickets: 20,
  effort: 100_000,
  tolerance: { travelPermille: 500 },
  withdrawal: 'next-ticket',
  parties: [
    { id: 'office', name: '巡察办', side: 'commissioning' },
    { id: 'host', name: '被巡察县代表', side: 'inspected' },
    { id: 'supervisor', name: '纪检组', side: 'supervisor' },
  ],
}

const home = mkdtempSync(join(tmpdir(), 'shengmian-draw-'))
const folder = join(home, 'draw')
const at = (name: string): string => join(home, name)

/** Runs a step and expects it to be taken. */
async function step(...args: string[]): Promise<string> {
  const ended = await shengmian(['draw', ...args])
  expect([args.join(' '), ended.code, ended.err]).toEqual([args.join(' '), 0, expect.any(String)])
  return ended.out
}

async function everybody(verb: 'commit' | 'reveal', into: string, ...more: string[]): Promise<void> {
  for (const { id } of TERMS.parties) await step(verb, into, '--party', id, '--secrets', at(`${id}.secret`), ...more)
}

beforeAll(async () => {
  await writeFile(at('problem.json'), JSON.stringify(aProblem({ people: 24, teams: 4 })))
  await writeFile(at('terms.json'), JSON.stringify(TERMS))
  await step('freeze', at('problem.json'), folder, '--terms', at('terms.json'))
  await everybody('commit', folder)
  await mkdir(at('kept'))
  await cp(join(folder, 'commitment-host.json'), join(at('kept'), 'mine.json'))
  await step('dice', folder, '--stage', '1', '--rolls', '123456123456', '--witness', '三方')
  await everybody('reveal', folder, '--stage', '1')
  await step('portfolio', folder)
  await everybody('reveal', folder, '--stage', '2')
  await step('pick', folder)
  return () => rm(home, { recursive: true, force: true })
})

describe('shengmian draw', () => {
  it('takes a whole ceremony from the freeze to the pick in files alone, and verify replays it', async () => {
    const out = await step('verify', folder, '--kept', at('kept'))
    expect(out).toContain('抽签成立')
    expect(out).toContain('重放 20 签')
  })

  it('verify gives the same answer for a folder that was carried elsewhere, and for the public part of it says what it cannot see', async () => {
    const there = at('carried')
    await cp(folder, there, { recursive: true })
    await rm(join(there, 'plans.jsonl'))
    expect(await step('verify', there)).toBe(await step('verify', folder))
    await rm(join(there, 'problem.json'))
    await rm(join(there, 'salts.json'))
    const ended = await shengmian(['draw', 'verify', there])
    expect([ended.code, ended.err]).toEqual([0, expect.stringContaining('未重放')])
    expect((await readdir(there)).filter((name) => /tie|problem|salts/.test(name))).toEqual([])
  })

  it('verify names what was changed: a plan, a problem, and a draw run again in secret', async () => {
    const spoilt = at('spoilt')
    await cp(folder, spoilt, { recursive: true })
    const plan = JSON.parse(await readFile(join(spoilt, 'plan.json'), 'utf8'))
    await writeFile(join(spoilt, 'plan.json'), JSON.stringify({ ...plan, effort: plan.effort + 1 }))
    const first = await shengmian(['draw', 'verify', spoilt])
    expect([first.code, first.out.split(' ')[0]]).toEqual([1, 'plan'])
    await writeFile(join(spoilt, 'problem.json'), JSON.stringify({ ...aProblem({ people: 24, teams: 4 }), name: 'another' }))
    const second = await shengmian(['draw', 'verify', spoilt])
    expect([second.code, second.out.split(' ')[0]]).toEqual([1, 'root'])

    const again = at('again')
    await step('freeze', at('problem.json'), again, '--terms', at('terms.json'))
    await everybody('commit', again)
    const third = await shengmian(['draw', 'verify', again, '--kept', at('kept')])
    expect([third.code, third.out.split(' ')[0]]).toEqual([1, 'receipts'])
  })

  it('replaces somebody by the next ticket, never by a choice', async () => {
    const plan: { teams: { members: { person: string }[] }[] } = JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8'))
    const person = plan.teams[0]?.members[1]?.person ?? ''
    const copy = at('withdrawn')
    await cp(folder, copy, { recursive: true })
    await step('withdraw', copy, '--person', person, '--reason', '病假', '--by', '巡察办')
    await step('verify', copy)
    const refused = await shengmian(['draw', 'withdraw', copy, '--person', person, '--reason', '病假', '--by', '巡察办'])
    expect(refused.code).toBe(2)
  })

  it('ends with the name of a party that does not open, and begins again only on record and with new commitments', async () => {
    const [one, two] = [at('one'), at('two')]
    await step('freeze', at('problem.json'), one, '--terms', at('terms.json'))
    await everybody('commit', one)
    const off = await shengmian(['draw', 'freeze', at('problem.json'), two, '--terms', at('terms.json'), '--after', one])
    expect([off.code, off.err]).toEqual([2, expect.stringContaining('没有中止')])
    await step('abort', one, '--party', 'host', '--why', '逾期未公开')
    await step('freeze', at('problem.json'), two, '--terms', at('terms.json'), '--after', one)
    await cp(join(one, 'commitment-office.json'), join(two, 'commitment-office.json'))
    const ended = await shengmian(['draw', 'verify', two])
    expect([ended.code, ended.out.split(' ').slice(0, 2)]).toEqual([1, ['foreign', 'office']])
    await rm(join(two, 'commitment-office.json'))
    await step('verify', two)
    await rm(join(two, 'abort-1.json'))
    const hidden = await shengmian(['draw', 'verify', two])
    expect([hidden.code, hidden.out.split(' ')[0]]).toEqual([1, 'earlier'])
  })

  it('gives a party the branch of one record, which verify accepts among the public files', async () => {
    const copy = at('branch')
    await cp(folder, copy, { recursive: true })
    await step('branch', copy, '--list', 'people', '--at', '3', '--out', join(copy, 'branch.json'))
    await rm(join(copy, 'problem.json'))
    await rm(join(copy, 'salts.json'))
    await step('verify', copy)
  })

  it('gives a person a file of his own records, which verify reads alone', async () => {
    await step('branch', folder, '--person', 'p0004', '--out', at('mine.json'))
    const text = await readFile(at('mine.json'), 'utf8')
    expect([text.includes('p0004'), text.includes('p0005')]).toEqual([true, false])
    await step('verify', at('mine.json'))
    const unknown = await shengmian(['draw', 'branch', folder, '--person', 'p9999', '--out', at('none.json')])
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('没有人员')])
  })

  it('refuses a step out of turn and says why', async () => {
    const late = await shengmian(['draw', 'commit', folder, '--party', 'host', '--secrets', at('host.secret')])
    expect([late.code, late.err]).toEqual([2, expect.stringContaining('已提交承诺')])
    const unknown = await shengmian(['draw', 'shuffle', folder])
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('freeze, commit')])
  })
})
