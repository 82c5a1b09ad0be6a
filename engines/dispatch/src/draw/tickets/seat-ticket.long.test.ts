import { beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../plan.ts'
import { compileInstance } from '../../solve/compile/instance.ts'
import { cityRound } from '../../solve/testing/city-round.ts'
import { planOf } from '../../solve/testing/plan-of.ts'
import { seedOf } from '../../solve/testing/sample-problem.ts'
import { verifyPlan } from '../../verify/index.ts'
import { isWithin } from './ground.ts'
import { prepareSeatedGround, seatTicket, type SeatedGround } from './seat-ticket.ts'
import type { Ticket, TicketOrder } from './ticket.ts'

const round = cityRound(1)
const instance = compileInstance(round)
const tolerance = {
  worstExposure: 0,
  totalExposure: 0,
  unverified: 0,
  memory: 0,
  workloadSpread: 0,
  travelPermille: 50,
  travelKm: 0,
}
let best: Plan
let ground: SeatedGround
const ticket = (order: Partial<TicketOrder>): Ticket => {
  const found = seatTicket(ground, { seed: seedOf(1), amplitude: 10, turns: false, proposals: 300, price: null, ...order })
  if (found === null) throw new Error('no ticket')
  return found
}

beforeAll(async () => {
  best = await planOf(round)
  const made = prepareSeatedGround(instance, best, tolerance)
  if (made === null) throw new Error('the round cannot be seated by sets')
  ground = made
})

describe('a ticket of a large round', () => {
  it('keeps every rule and every better level, differs from seed to seed, and is the same again from the same seed', () => {
    const tickets = [1, 2, 3, 4].map((number) => ticket({ seed: seedOf(number) }))
    for (const { plan, objective } of tickets) {
      const { isValid, objective: counted } = verifyPlan(round, plan)
      expect({ isValid, objective: counted }).toEqual({ isValid: true, objective })
      expect({ ...objective, travel: 0 }).toEqual({ ...best.objective, travel: 0 })
    }
    expect(new Set(tickets.map(({ plan }) => JSON.stringify(plan.teams))).size).toBe(4)
    expect(ticket({ seed: seedOf(3) })).toEqual(tickets[2])
  })

  it('goes further from the best plan the louder the noise, and with little noise stays within the tolerance', () => {
    const [little, much] = [ticket({ amplitude: 2 }), ticket({ amplitude: 400 })]
    expect(isWithin(best.objective, little.objective, tolerance)).toBe(true)
    expect(isWithin(best.objective, much.objective, tolerance)).toBe(false)
    expect(kept(much.plan)).toBeLessThan(kept(little.plan))
  })

  it('has no pair that may be used no more, and avoids what is dear', () => {
    const sits = new Set(pairsOf(best).slice(0, 40))
    const closed = ticket({ price: (person, [target = -1]) => (sits.has(`${person} ${target}`) ? null : 0) })
    expect(pairsOf(closed.plan).filter((pair) => sits.has(pair))).toEqual([])
    const dear = ticket({ amplitude: 1, price: (person, [target = -1]) => (sits.has(`${person} ${target}`) ? 10_000 : 0) })
    expect(pairsOf(dear.plan).filter((pair) => sits.has(pair))).toEqual([])
  })

  it('is refused a ground whose best plan seats somebody who may not sit there', () => {
    const [first, ...others] = best.teams
    if (first === undefined) throw new Error('no team')
    const stranger = { ...first, members: first.members.map((member) => ({ ...member, person: 'nobody' })) }
    expect(prepareSeatedGround(instance, { ...best, teams: [stranger, ...others] }, tolerance)).toBeNull()
  })
})

function kept(plan: Plan): number {
  const own = new Set(pairsOf(best))
  return pairsOf(plan).filter((pair) => own.has(pair)).length
}

function pairsOf(plan: Plan): string[] {
  return plan.teams.flatMap(({ members, targets }) =>
    members.map(({ person }) => `${instance.personIndex.get(person)} ${instance.targetIndex.get(targets[0] ?? '')}`),
  )
}
