import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { aProblem } from '../testing/a-problem.ts'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

const WHICH = ['--effort', '200000', '--modes', 'local,pooled,elevated']

describe('shengmian compare', () => {
  it('prints a row for each figure with its definition, names the clash of who has no plan, and writes the same bytes again', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('problem.json', aProblem())
    const ended = await shengmian(['compare', problem, ...WHICH, '--out', desk.path('one.json')])
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.out).toMatch(/^ +本地（现状） +统配 +提级\n可行 +\S+ +是 +否\n/)
    expect(ended.out).toMatch(/\n最大熟人暴露（‰人） .*\d+=/)
    expect(ended.out).toContain('提级：没有可行方案')
    expect(ended.out).toContain('level  — 提级巡察组长由上级派出')
    expect(ended.out).toContain('最大熟人暴露：各组中最大的')
    expect(ended.out).not.toContain('费用')
    await shengmian(['compare', problem, ...WHICH, '--out', desk.path('two.json')])
    const text = await readFile(desk.path('one.json'), 'utf8')
    expect(await readFile(desk.path('two.json'), 'utf8')).toBe(text)
    expect(JSON.parse(text)).toMatchObject({ format: 'shengmian.dispatch-comparison/1', modes: [{ mode: 'local' }, {}, {}] })
  })

  it('shows costs at given rates with their source', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('problem.json', aProblem())
    const rates = await desk.lay('rates.json', { fenPerKm: 50, fenPerDay: 18_000, source: '差旅费管理办法第八条' })
    const { code, out } = await shengmian(['compare', problem, '--effort', '200000', '--modes', 'pooled', '--rates', rates])
    expect(code).toBe(0)
    expect(out).toMatch(/\n组织方承担的费用（分） +[1-9]\d*~/)
    expect(out).toContain('费用依据：差旅费管理办法第八条')
  })

  it('stopped by Ctrl-C writes the modes that are done, and says how many', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('problem.json', aProblem())
    const out = desk.path('out.json')
    // once: a second Ctrl-C ends the program
    let isAsked = false
    const stopAtSecond = {
      whenSaid(err: string, child: { kill: (signal: 'SIGINT') => boolean }) {
        if (!isAsked && err.includes('pooled')) isAsked = child.kill('SIGINT')
      },
    }
    const asked = ['compare', problem, '--modes', 'local,pooled', '--tickets', '40', '--progress', '--out', out]
    const ended = await shengmian(asked.concat('--effort', '50000'), stopAtSecond)
    expect(ended.code).toBe(0)
    expect(ended.err).toMatch(/已停止；算完1种方式/)
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ modes: [{ mode: 'local' }] })
  })

  it.each([
    [['--modes', 'pooled,lottery'], '--modes'],
    [['--tickets', '-1'], '--tickets'],
    [['--effort', 'much'], '--effort'],
    [['--seed', 'xyz'], '--seed'],
  ])('%j is refused with its name, and nothing is written', async (args, named) => {
    const desk = await aDesk()
    const problem = await desk.lay('problem.json', aProblem())
    const ended = await shengmian(['compare', problem, '--out', desk.path('out.json'), ...args])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain(named)
    expect(await desk.names()).toEqual(['problem.json'])
  })

  it('rates without a source are refused with the place', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('problem.json', aProblem())
    const rates = await desk.lay('rates.json', { fenPerKm: 50, fenPerDay: 18_000 })
    const ended = await shengmian(['compare', problem, '--rates', rates])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain('$.source')
  })
})
