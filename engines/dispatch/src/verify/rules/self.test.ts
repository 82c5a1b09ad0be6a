import { expect, it } from 'vitest'
import { aPerson, only, restated, seated, soundRound } from '../testing/sound-round.ts'
import { verifyPlan } from '../verify-plan.ts'

/** 江陵县 is 421024, 荆州区 421003; 弥市镇 (421003105) belongs to the latter. */
function sentBy(home: string): string[] {
  const { problem, plan } = soundRound()
  problem.people = ['p1', 'p2', 'p3'].map((id) => aPerson(id, '421024', { roles: ['leader', 'member'], skills: ['audit'] }))
  problem.rules = { mode: 'rotation' }
  problem.teams = [{ ...only(problem.teams, 0), home, host: '421003105' }]
  problem.targets = [{ ...only(problem.targets, 0), region: '421003105' }]
  plan.teams = [{ ...only(plan.teams, 0), home, host: '421003105', targets: ['u1'], members: seated('p1', 'p2', 'p3') }]
  for (const person of problem.people) person.home = home
  const round = restated({ problem, plan })
  return verifyPlan(round.problem, round.plan)
    .breaches.filter(({ rule }) => rule === 'self')
    .map(({ subject, fact }) => `${subject} ${fact.en}`)
}

it('S0-03 江陵县 may send a team to 弥市镇 of 荆州区; sent by 荆州区 itself it is refused: same authority', () => {
  expect(sentBy('421024')).toEqual([])
  expect(sentBy('421003')).toEqual(['t1 the sending home 421003 is the host 421003105: same authority'])
})
