import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { CalendarPlan, CalendarProblem } from '@shengmian/dispatch'
import { describe, expect, it } from 'vitest'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

function aCalendar(more: Partial<CalendarProblem> = {}): CalendarProblem {
  return {
    format: 'shengmian.calendar-problem/1',
    name: '某县',
    periods: ['01', '02', '03', '04'].map((month) => ({
      id: `2026-${month}`,
      start: `2026-${month}-01`,
      end: `2026-${month}-28`,
    })),
    past: 0,
    capacities: [{ region: '421087', name: '某县', days: [10, 10, 10, 10] }],
    units: ['甲村', '乙村', '丙村', '丁村'].map((name, k) => ({
      id: `v${k + 1}`,
      name,
      region: `42108710020${k}`,
      workload: 5,
      urgency: k === 3 ? 2 : 0,
    })),
    blackouts: [{ region: '421087100203', from: '2026-01-10', to: '2026-01-12', reason: '换届', source: '通知' }],
    spacing: 1,
    ...more,
  }
}

describe('shengmian calendar', () => {
  it('writes a calendar that verify accepts, with quota and coverage, and the same seed writes the same bytes', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('calendar.json', aCalendar())
    const ended = await shengmian(['calendar', problem, '--out', desk.path('one.json'), '--seed', 'abc'])
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.out).toContain('覆盖 4/4')
    expect(ended.out).toContain('2026年：4个单位，20个组日')
    await shengmian(['calendar', problem, '--out', desk.path('two.json'), '--seed', 'abc'])
    expect(await readFile(desk.path('two.json'), 'utf8')).toBe(await readFile(desk.path('one.json'), 'utf8'))
    expect(await shengmian(['verify', problem, desk.path('one.json')])).toMatchObject({ code: 0, err: '' })
    const kept = await shengmian([
      'calendar',
      problem,
      '--out',
      desk.path('kept.json'),
      '--keep',
      desk.path('one.json'),
      '--seed',
      '9',
    ])
    expect(kept.out).toContain('changes 0 ≥ 0')
  })

  it('verify names the election that a planted visit falls into and ends with 1', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('calendar.json', aCalendar())
    await shengmian(['calendar', problem, '--out', desk.path('plan.json')])
    const plan: CalendarPlan = JSON.parse(await readFile(desk.path('plan.json'), 'utf8'))
    const visits = plan.visits.map((visit) => (visit.unit === 'v4' ? { ...visit, period: '2026-01' } : visit))
    const ended = await shengmian(['verify', problem, await desk.lay('spoilt.json', { ...plan, visits })])
    expect(ended.code).toBe(1)
    expect(ended.out).toMatch(/^window v4 2026-01 — 丁村需连续28天，2026-01只有16天：换届/m)
  })

  it('days too few end with 3, the shortage and what would do, and nothing is written', async () => {
    const desk = await aDesk()
    const capacities = [{ region: '421087', name: '某县', days: [5, 5, 5, 0] }]
    const problem = await desk.lay('calendar.json', aCalendar({ capacities }))
    const ended = await shengmian(['calendar', problem, '--out', desk.path('plan.json')])
    expect(ended.code).toBe(3)
    expect(ended.out).toContain('缺5个')
    expect(ended.out).toContain('可行的放宽：某县增加5个组日')
    expect(await desk.names()).toEqual(['calendar.json'])
  })

  it('a faulty calendar ends with 2 and its faults with their places', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('calendar.json', { ...aCalendar(), past: 9, spacing: 0 })
    const ended = await shengmian(['calendar', problem, '--out', desk.path('plan.json')])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain('$.spacing')
  })

  it('counties are planned by one thread or by two into the same bytes, which verify accepts, and each is told when it is done', async () => {
    const desk = await aDesk()
    const { units, capacities } = aCalendar()
    const problem = await desk.lay(
      'calendar.json',
      aCalendar({
        units: [
          ...units,
          ...units.map((unit) => ({ ...unit, id: `n${unit.id}`, region: unit.region.replace('421087', '421083') })),
        ],
        capacities: [...capacities, { region: '421083', name: '邻县', days: [10, 10, 10, 10] }],
      }),
    )
    const plan = async (...more: string[]) => {
      const ended = await shengmian(['calendar', problem, '--out', desk.path('plan.json'), '--progress', ...more])
      return { ...ended, bytes: await readFile(desk.path('plan.json'), 'utf8') }
    }
    const [whole, one, two] = [await plan(), await plan('--workers', '1'), await plan('--workers', '2')]
    expect([whole.code, one.code, two.code]).toEqual([0, 0, 0])
    expect(one.bytes).toBe(whole.bytes)
    expect(two.bytes).toBe(whole.bytes)
    expect(whole.err).toContain('少进乡镇 2/2')
    expect(one.err).toMatch(/^1\/2 某县 .*\n2\/2 邻县 /)
    expect(two.err.trim().split('\n')).toHaveLength(2)
    expect(await shengmian(['verify', problem, desk.path('plan.json')])).toMatchObject({ code: 0, err: '' })
  })

  it('a county whose days do not do is named from its thread, and nothing is written', async () => {
    const desk = await aDesk()
    const { units, capacities } = aCalendar()
    const problem = await desk.lay(
      'calendar.json',
      aCalendar({
        units: [
          ...units,
          ...units.map((unit) => ({ ...unit, id: `n${unit.id}`, region: unit.region.replace('421087', '421083') })),
        ],
        capacities: [...capacities, { region: '421083', name: '邻县', days: [5, 5, 5, 0] }],
      }),
    )
    const ended = await shengmian(['calendar', problem, '--out', desk.path('plan.json'), '--workers', '2'])
    expect(ended.code).toBe(3)
    expect(ended.out).toContain('capacity 421083 — 邻县')
    expect(ended.out).not.toContain('某县')
    expect(await desk.names()).toEqual(['calendar.json'])
  })

  it('threads that are no number end with 2', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('calendar.json', aCalendar())
    const ended = await shengmian(['calendar', problem, '--out', desk.path('plan.json'), '--workers', 'all'])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain('--workers')
  })

  it('of the example with shared teams a calendar is made, and the spoilt one is too much for the three counties together alone', async () => {
    const desk = await aDesk()
    const folder = fileURLToPath(new URL('../../../../examples/baoshan-term/', import.meta.url))
    const problem = `${folder}calendar.json`
    expect(await shengmian(['calendar', problem, '--out', desk.path('plan.json')])).toMatchObject({ code: 0, err: '' })
    expect(await shengmian(['verify', problem, desk.path('plan.json')])).toMatchObject({ code: 0, err: '' })
    const spoilt = await shengmian(['verify', problem, `${folder}spoilt/plan.json`])
    expect(spoilt.code).toBe(1)
    const breaches = spoilt.out.split('\n').filter((line) => / — /.test(line))
    expect(breaches).toHaveLength(1)
    expect(breaches[0]).toContain('capacity 530521 2026-1 — 市委巡察组（施甸、龙陵、昌宁）在2026-1有26个组日，排了28个')
  })
})
