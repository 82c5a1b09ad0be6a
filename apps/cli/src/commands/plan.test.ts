import { readFile } from 'node:fs/promises'
import { readPlan } from '@shengmian/dispatch'
import { describe, expect, it } from 'vitest'
import { aProblem } from '../testing/a-problem.ts'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

describe('shengmian plan', () => {
  it('writes a plan that verify accepts, the same bytes each time, and another with another seed', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('problem.json', aProblem())
    const plan = async (name: string, ...more: string[]): Promise<string> => {
      const ended = await shengmian(['plan', problem, '--out', desk.path(name), ...more])
      expect(ended).toMatchObject({ code: 0, err: '' })
      return await readFile(desk.path(name), 'utf8')
    }
    const first = await plan('a.json')
    expect(await plan('b.json')).toBe(first)
    expect(await plan('c.json', '--seed', '0'.repeat(64), '--effort', 'normal')).toBe(first)
    expect(JSON.parse(await plan('d.json', '--seed', 'AbC', '--effort', '5000'))).toMatchObject({
      seed: 'abc'.padStart(64, '0'),
      effort: 5000,
    })
    expect(await shengmian(['verify', problem, desk.path('a.json')])).toMatchObject({ code: 0 })
    expect(await desk.names()).toEqual(['a.json', 'b.json', 'c.json', 'd.json', 'problem.json'])
  })

  it('reads JSON lines as it reads JSON', async () => {
    const desk = await aDesk()
    const { people, ...rest } = aProblem()
    const lines = [JSON.stringify(rest), ...people.map((person) => JSON.stringify({ people: person }))].join('\n')
    const [plain, long] = [await desk.lay('p.json', aProblem()), await desk.lay('p.jsonl', lines)]
    await shengmian(['plan', plain, '--out', desk.path('a.json')])
    expect(await shengmian(['plan', long, '--out', desk.path('b.json')])).toMatchObject({ code: 0 })
    expect(await readFile(desk.path('b.json'), 'utf8')).toBe(await readFile(desk.path('a.json'), 'utf8'))
  })

  it('says cost and bound on standard error with --progress', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('problem.json', aProblem({ people: 60, teams: 10, hosts: 10 }))
    const ended = await shengmian(['plan', problem, '--out', desk.path('plan.json'), '--progress'])
    expect(ended.code).toBe(0)
    expect(ended.err).toMatch(/^(anneal|exact|arcs) \d+ /m)
    expect(ended.out).toMatch(/travel \d+ (=|≥)/)
  })

  it('with --keep moves as few people as it can and names them', async () => {
    const desk = await aDesk()
    const problem = aProblem({ people: 40, teams: 6, hosts: 8 })
    const path = await desk.lay('problem.json', problem)
    await shengmian(['plan', path, '--out', desk.path('old.json')])
    const old = readPlan(await readFile(desk.path('old.json'), 'utf8'))
    const team = old.kind === 'read' ? old.value.teams[0] : undefined
    const [person = '', target = ''] = [team?.members.at(-1)?.person, team?.targets[0]]
    const late = { ...problem, barred: [{ person, target, why: 'declared late', source: 'himself' }] }
    const ended = await shengmian([
      'plan',
      await desk.lay('late.json', late),
      '--out',
      desk.path('new.json'),
      '--keep',
      desk.path('old.json'),
    ])
    expect(ended.code).toBe(0)
    // He leaves, one person takes his seat, and nobody else moves.
    expect(ended.out.match(/^变动 /gm)).toHaveLength(2)
    expect(ended.out).toContain(`变动 ${person}`)
    expect(await shengmian(['verify', desk.path('late.json'), desk.path('new.json')])).toMatchObject({ code: 0 })
  })

  it('exits with 3 and names what clashes where no plan can exist; nothing is written', async () => {
    const desk = await aDesk()
    const problem = { ...aProblem(), rules: { mode: 'pooled', minSenior: 4 } }
    const ended = await shengmian(['plan', await desk.lay('problem.json', problem), '--out', desk.path('plan.json')])
    expect(ended.code).toBe(3)
    expect(ended.out).toMatch(/^senior /m)
    expect(ended.out).toMatch(/^→ /m)
    expect(await desk.names()).toEqual(['problem.json'])
  })

  it('stopped by Ctrl-C writes its best plan, and the effort it states replays it byte for byte', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('problem.json', aProblem({ people: 300, teams: 60, hosts: 60 }))
    // once: a second Ctrl-C ends the program without a plan
    let isAsked = false
    const stopAtFirstPlan = {
      whenSaid(err: string, child: { kill: (signal: 'SIGINT') => boolean }) {
        if (!isAsked && /travel/.test(err)) isAsked = child.kill('SIGINT')
      },
    }
    const ended = await shengmian(
      ['plan', problem, '--out', desk.path('a.json'), '--effort', 'long', '--progress'],
      stopAtFirstPlan,
    )
    expect(ended.code).toBe(0)
    const text = await readFile(desk.path('a.json'), 'utf8')
    const effort = String(JSON.parse(text).effort)
    expect(await shengmian(['plan', problem, '--out', desk.path('b.json'), '--effort', effort])).toMatchObject({ code: 0 })
    expect(await readFile(desk.path('b.json'), 'utf8')).toBe(text)
    expect(await shengmian(['verify', problem, desk.path('a.json')])).toMatchObject({ code: 0 })
  })
})
