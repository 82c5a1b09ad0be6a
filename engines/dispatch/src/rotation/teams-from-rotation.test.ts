import { describe, expect, it } from 'vitest'
import type { Problem } from '../problem.ts'
import { planDispatch } from '../solve/plan-dispatch.ts'
import { BAOSHAN, person, problem, regionsOf, SEED, target } from '../solve/testing/sample-problem.ts'
import { verifyPlan } from '../verify/index.ts'
import { scheduleRotation } from './schedule-rotation.ts'
import { teamsFromRotation, type TeamPattern } from './teams-from-rotation.ts'
import { rotation } from './testing/sample-rotation.ts'

const ROLES = ['leader', 'deputy', 'liaison', 'member']
const COUNTIES = BAOSHAN.slice(0, 4)

/** Four counties and their city: each county has people for every role, from two townships. */
const people = [
  ...COUNTIES.flatMap(({ code }) =>
    [...ROLES, ...ROLES].map((role, k) =>
      person(`${code}-${role}-${k}`, `${code}10${k % 2}`, { native: `${code}10${k % 2}`, roles: [role] }),
    ),
  ),
  ...COUNTIES.map((_, k) => person(`city-${k}`, '5305', { native: '5306', roles: ['leader'] })),
]

async function solved(
  pattern: TeamPattern,
): Promise<{ asked: Problem; homesOf: (role: string, origin?: string) => (readonly [string, string, string])[] }> {
  const answer = await scheduleRotation(rotation({ members: COUNTIES.map(({ code, name }) => ({ code, name })) }), SEED)
  if (answer.kind !== 'plan') throw new Error('no rotation')
  const { teams, rules } = teamsFromRotation(answer.plan.rounds[0] ?? [], pattern, ROLES)
  const asked = problem({
    rules,
    regions: [{ code: '5305', name: '保山市' }, ...regionsOf(COUNTIES)],
    people,
    teams,
    targets: COUNTIES.map(({ code }) => target(`u${code}`, `${code}105`)),
  })
  const found = await planDispatch(asked, { seed: SEED, effort: 2_000_000 })
  if (found.kind !== 'plan') throw new Error(`${found.clash.en} ${JSON.stringify(found.clash.items)}`)
  expect(verifyPlan(asked, found.plan).breaches).toEqual([])
  const homes = new Map(people.map(({ id, home }) => [id, home ?? '']))
  const homesOf = (role: string, origin?: string) =>
    found.plan.teams.flatMap(({ id, home, host, members }) =>
      members.flatMap(({ person: who, slot }) => {
        const at = teams.find((team) => team.id === id)?.slots[slot]
        return at?.role === role && at.origin === origin ? [[homes.get(who) ?? '', home ?? '', host ?? ''] as const] : []
      }),
    )
  return { asked, homesOf }
}

describe('a round of a rotation as teams', () => {
  it('whole-team: everybody comes from the sender', async () => {
    const { homesOf } = await solved('whole-team')
    const seats = ROLES.flatMap((role) => homesOf(role))
    expect(seats.length).toBe(16)
    expect(seats.every(([from, home]) => from.startsWith(home))).toBe(true)
  })

  it('half-team: leader and members come from the sender, deputy and liaison from the host', async () => {
    const { homesOf } = await solved('half-team')
    const sent = [...homesOf('leader', 'sender'), ...homesOf('member', 'sender')]
    const local = [...homesOf('deputy', 'host'), ...homesOf('liaison', 'host')]
    expect([sent.length, local.length]).toEqual([8, 8])
    expect(sent.every(([from, home]) => from.startsWith(home))).toBe(true)
    expect(local.every(([from, , host]) => from.startsWith(host))).toBe(true)
  })

  it('elevated: the sender’s team is led from the level above', async () => {
    const { homesOf } = await solved('elevated')
    expect(homesOf('leader').map(([from]) => from)).toEqual(['5305', '5305', '5305', '5305'])
    expect([...homesOf('deputy'), ...homesOf('member')].every(([from, home]) => from.startsWith(home))).toBe(true)
  })

  it('paired: each side names a leader and a liaison', async () => {
    const { homesOf } = await solved('paired')
    for (const role of ['leader', 'liaison']) {
      expect(homesOf(role, 'sender').filter(([from, home]) => from.startsWith(home)).length).toBe(4)
      expect(homesOf(role, 'host').filter(([from, , host]) => from.startsWith(host)).length).toBe(4)
    }
  })
})
