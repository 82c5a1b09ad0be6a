import { readFile } from 'node:fs/promises'
import type { Plan } from '@shengmian/dispatch'
import { expect, it } from 'vitest'
import { aProblem } from '../testing/a-problem.ts'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

it('shengmian explain says why, why not and what if, and refuses ids and plans that are not of the problem', async () => {
  const desk = await aDesk()
  const problem = aProblem({ people: 24, teams: 3, hosts: 8 })
  const path = await desk.lay('problem.json', problem)
  await shengmian(['plan', path, '--out', desk.path('plan.json')])
  const plan: Plan = JSON.parse(await readFile(desk.path('plan.json'), 'utf8'))
  const [first, second] = plan.teams
  const explain = (person: string, team: string): ReturnType<typeof shengmian> =>
    shengmian(['explain', path, desk.path('plan.json'), '--person', person, '--team', team])

  const here = first?.members[1]?.person ?? ''
  const why = await explain(here, 't001')
  expect(why).toMatchObject({ code: 0, err: '' })
  expect(why.out).toContain(`${here} serves in t001`)
  expect(why.out).toContain(`what if ${here} did not go where t001 goes`)

  const local = problem.people.find((person) => person.home === first?.host)?.id ?? ''
  const whyNot = await explain(local, 't001')
  expect(whyNot.code).toBe(0)
  expect(whyNot.out).toMatch(/^ {2}应回避 工作地回避 — .* \/ bar home — /m)
  expect(whyNot.out).toMatch(new RegExp(`^  工作地回避 ${local} u001 — .* / home ${local} u001 — .*his home`, 'm'))
  expect(whyNot.out).toContain(`what if ${local} had to serve in t001: there is no plan`)

  const elsewhere = second?.members.find(
    (member) => problem.people.find((each) => each.id === member.person)?.home !== first?.host,
  )
  const whatIf = await explain(elsewhere?.person ?? '', 't001')
  expect(whatIf.out).toMatch(new RegExp(`${elsewhere?.person}: t002 → t001`))

  expect(await explain('p9999', 't001')).toMatchObject({ code: 2, err: expect.stringContaining('there is no person p9999') })
  expect(await explain(here, 't999')).toMatchObject({ code: 2, err: expect.stringContaining('there is no team t999') })
  const other = await desk.lay('other.json', { ...problem, name: 'other' })
  expect(await shengmian(['explain', other, desk.path('plan.json'), '--person', here, '--team', 't001'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('answers another problem'),
  })
})
