import { readFile } from 'node:fs/promises'
import type { RotationPlan, RotationProblem } from '@shengmian/dispatch'
import { describe, expect, it } from 'vitest'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

const COUNTIES = ['隆阳区', '施甸县', '腾冲市', '龙陵县', '昌宁县']

function aRotation(more: Partial<RotationProblem> = {}): RotationProblem {
  return {
    format: 'shengmian.rotation-problem/1',
    name: 'Baoshan',
    rounds: [],
    wanted: 2,
    rules: { reversal: 'bar' },
    members: COUNTIES.map((name, k) => ({ code: String(530_501 + k), name })),
    barred: [],
    dispatched: [],
    travel: [],
    ...more,
  }
}

describe('shengmian rotate', () => {
  it('writes a schedule that verify accepts, and the same seed writes the same bytes', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('rotation.json', aRotation())
    const ended = await shengmian(['rotate', problem, '--out', desk.path('one.json'), '--seed', 'abc'])
    expect(ended.code).toBe(0)
    expect(ended.out).toMatch(/第2轮 \/ round 2\n( {2}5305\d\d \S+ → 5305\d\d \S+\n){5}/)
    await shengmian(['rotate', problem, '--out', desk.path('two.json'), '--seed', 'abc'])
    expect(await readFile(desk.path('two.json'), 'utf8')).toBe(await readFile(desk.path('one.json'), 'utf8'))
    expect(await shengmian(['verify', problem, desk.path('one.json')])).toMatchObject({ code: 0, err: '' })
  })

  it('S2-41 the third round of five counties ends with 3, the limit named and nothing written', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('rotation.json', aRotation({ wanted: 3 }))
    const ended = await shengmian(['rotate', problem, '--out', desk.path('plan.json')])
    expect(ended.code).toBe(3)
    expect(ended.out).toContain('第3轮排不出来，至多2轮 / round 3 cannot be: 2 at most')
    expect(ended.out).toContain('⌊(n−1)/2⌋')
    expect(await desk.names()).toEqual(['rotation.json'])
  })

  it('--count says how many rounds there are before anything is planned', async () => {
    const desk = await aDesk()
    const ended = await shengmian(['rotate', await desk.lay('rotation.json', aRotation()), '--count'])
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.out).toContain('全体（5个成员）：2轮。')
  })

  it('--draw says among how many legal rounds it drew, and refuses to draw several at once', async () => {
    const desk = await aDesk()
    const one = await desk.lay('one.json', aRotation({ wanted: 1 }))
    const ended = await shengmian(['rotate', one, '--out', desk.path('plan.json'), '--draw', '--seed', '7'])
    expect(ended.code).toBe(0)
    expect(ended.err).toMatch(/从24种合法轮次中抽出，第\d+次抽中/)
    const two = await desk.lay('two.json', aRotation())
    expect(await shengmian(['rotate', two, '--out', desk.path('other.json'), '--draw'])).toMatchObject({ code: 2, out: '' })
  })

  it('verify names each breach of a spoilt schedule and ends with 1', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('rotation.json', aRotation())
    await shengmian(['rotate', problem, '--out', desk.path('plan.json')])
    const plan: RotationPlan = JSON.parse(await readFile(desk.path('plan.json'), 'utf8'))
    const [first] = plan.rounds
    const spoilt = { ...plan, rounds: [first, first] }
    const ended = await shengmian(['verify', problem, await desk.lay('spoilt.json', spoilt)])
    expect(ended.code).toBe(1)
    expect(ended.out.trim().split('\n').length).toBe(5)
    expect(ended.out).toMatch(/^again 2 5305\d\d 5305\d\d — 第1轮已由5305\d\d派往5305\d\d \/ /)
  })

  it('a faulty rotation ends with 2 and its faults with their places', async () => {
    const desk = await aDesk()
    const problem = await desk.lay('rotation.json', { ...aRotation(), wanted: 0, colour: 1 })
    const ended = await shengmian(['rotate', problem, '--out', desk.path('plan.json')])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain('$.wanted')
    expect(ended.err).toContain('$.colour')
  })
})
