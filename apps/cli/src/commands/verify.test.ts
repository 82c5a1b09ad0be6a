import { readFile } from 'node:fs/promises'
import { hashProblem, type Plan } from '@shengmian/dispatch'
import { measurePlan } from '@shengmian/dispatch/verify'
import { describe, expect, it } from 'vitest'
import { aProblem } from '../testing/a-problem.ts'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

async function aPlan(problem: ReturnType<typeof aProblem>): Promise<Plan> {
  const desk = await aDesk()
  await shengmian(['plan', await desk.lay('problem.json', problem), '--out', desk.path('plan.json')])
  return JSON.parse(await readFile(desk.path('plan.json'), 'utf8'))
}

describe('shengmian verify', () => {
  it('prints each breach on a line, RULE subject — fact, and nothing else on standard output', async () => {
    const desk = await aDesk()
    const problem = aProblem()
    const plan = await aPlan(problem)
    const team = plan.teams[0]
    const member = team?.members[2]?.person ?? ''
    const target = team?.targets[0] ?? ''
    const official = problem.targets.find((each) => each.id === target)?.insiders[0] ?? ''
    const tied = { ...problem, ties: [{ a: member, b: official, kind: 'study', strength: 700, source: 'school roll 1998' }] }
    const spoilt = { ...plan, problem: hashProblem(tied), objective: measurePlan(tied, plan) }
    const ended = await shengmian(['verify', await desk.lay('problem.json', tied), await desk.lay('plan.json', spoilt)])
    expect(ended.code).toBe(1)
    expect(ended.out).toBe(
      `tie ${member} ${target} — 与对象内部人员 ${official} 有 study 关系，强度 700（来源：school roll 1998） / study tie of strength 700 to the insider ${official} (source: school roll 1998)\n`,
    )
  })

  it('runs all checks, whatever the first ones say', async () => {
    const desk = await aDesk()
    const problem = aProblem()
    const plan = await aPlan(problem)
    plan.objective.travel += 1
    plan.teams[1]?.members.pop()
    const ended = await shengmian([
      'verify',
      await desk.lay('problem.json', { ...problem, name: 'other' }),
      await desk.lay('plan.json', plan),
    ])
    expect(ended.code).toBe(1)
    expect(
      new Set(
        ended.out
          .trim()
          .split('\n')
          .map((line) => line.split(' ')[0]),
      ),
    ).toEqual(new Set(['problem', 'objective', 'unassigned', 'slot']))
  })

  it('lists the waivers that were used, and accepts the plan', async () => {
    const desk = await aDesk()
    const problem = aProblem()
    const plan = await aPlan(problem)
    const member = plan.teams[0]?.members[2]?.person ?? ''
    const target = plan.teams[0]?.targets[0] ?? ''
    const waived = {
      ...problem,
      barred: [{ person: member, target, why: 'objection', source: 'letter 7' }],
      waivers: [{ rule: 'barred', person: member, target, by: 'Secretary Lan', why: 'nobody else audits' }],
    }
    const approved = { ...plan, problem: hashProblem(waived) }
    const ended = await shengmian(['verify', await desk.lay('problem.json', waived), await desk.lay('plan.json', approved)])
    expect(ended.code).toBe(0)
    expect(ended.err).toContain(
      `waiver used: barred ${member} ${target}: the pair is barred: objection (source: letter 7); by Secretary Lan: nobody else audits`,
    )
  })
})
