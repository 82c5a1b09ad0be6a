import { expect, it } from 'vitest'
import type { Plan } from '../plan.ts'
import { verifyPlan } from '../verify/index.ts'
import { soundRound, restated } from '../verify/testing/sound-round.ts'
import { trySeats } from './try-seats.ts'

/** About the plan's figures and lists, about who would have to fill the seat he leaves, and about places: not about him in this seat. */
const BESIDE: readonly string[] = ['problem', 'objective', 'bound', 'certificate', 'unassigned', 'one-team', 'pin', 'swap']

it('a seat tried breaks what the check of the whole plan finds with him in it, for every person and seat', () => {
  const { problem, plan } = restated(soundRound())
  let broken = 0
  for (const { id: person } of problem.people) {
    for (const team of plan.teams) {
      for (const { slotNumber, occupant, breaches } of trySeats(problem, person, team)) {
        const whole = verifyPlan(problem, changed(plan, person, team.id, slotNumber, occupant))
        const about = whole.breaches.filter(
          ({ rule, subject }) => !BESIDE.includes(rule) && subject.split(/[ /]/).some((id) => id === person || id === team.id),
        )
        const named = breaches.filter(({ subject }) => subject.split(/[ /]/).some((id) => id === person || id === team.id))
        expect(named.map(({ rule }) => rule).toSorted()).toEqual(about.map(({ rule }) => rule).toSorted())
        broken += named.length
      }
    }
  }
  expect(broken).toBeGreaterThan(10)
})

function changed(plan: Plan, person: string, teamId: string, slot: number, occupant: string | null): Plan {
  const own = plan.teams.find(({ id }) => id === teamId)?.members.find((member) => member.person === person)?.slot
  return {
    ...plan,
    teams: plan.teams.map((team) => {
      const others = team.members.filter((member) => member.person !== person && !(team.id === teamId && member.slot === slot))
      if (team.id !== teamId) return { ...team, members: others }
      const back = own === undefined || occupant === null || occupant === person ? [] : [{ person: occupant, slot: own }]
      return { ...team, members: [...others, ...back, { person, slot }] }
    }),
  }
}
