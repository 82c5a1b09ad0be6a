// The walk through one round from its plan to its orders, and the people who stand to an order in every way.
import { v7 } from 'uuid'
import type { Member } from './callers.ts'
import { meetingOf, type Steps } from './step.ts'
import type { Drafts } from './walk-drafts.ts'

/** Planned, changed by hand, approved, ordered, running. */
export async function walkRound(steps: Steps, { running, elsewhere, team }: Drafts): Promise<void> {
  const { act, who, places } = steps
  const { unit, official } = places
  const [office, group, other, upper] = [
    who('office'),
    who('leading-group'),
    who('office', 'elsewhere'),
    who('office', 'above'),
  ] as const
  const round = running
  const papers = { of: 'rounds', subject: round }
  await act(office, 'writeSection', { ...papers, key: 'deployment' }, { text: '按方案执行' })
  for (const id of [running, elsewhere])
    for (const key of ['deployment', 'staffing', 'training', 'targets', 'conduct', 'appraisal'])
      await steps.quietly(id === running ? office : other, 'PUT', `/papers/rounds/${id}/sections/${key}`, { text: '按方案执行' })
  const proposal = v7()
  await act(office, 'proposeDispatch', { round }, { id: proposal, effort: 'quick' })
  await steps.solved(office, `/rounds/${round}/proposals/${proposal}`)
  await act(office, 'takeProposal', { round, proposal }, {})
  const second = v7()
  await steps.quietly(office, 'POST', `/rounds/${round}/proposals`, { id: second, effort: 'quick', keep: true })
  await steps.solved(office, `/rounds/${round}/proposals/${second}`)
  await steps.putState('rounds.proposal', second, 'queued')
  await act(office, 'cancelProposal', { round, proposal: second })
  const board = (await steps.read(office, `/rounds/${round}/board`)) as {
    version: number
    rows: { team: string; cells: { person: { id: string } | null }[] }[]
    unassigned: { id: string }[]
  }
  const seated = board.rows[0]?.cells.map((cell) => cell.person?.id ?? '') ?? []
  const spare = board.unassigned.find(({ id }) => !seated.includes(id) && places.members.includes(id))?.id ?? ''
  const moves = [{ team, slot: 1, person: spare }]
  await act(office, 'checkMoves', { round }, { moves })
  await act(office, 'makeMoves', { round }, { version: board.version, moves, reason: '原组员请假' })
  await act(office, 'undoMoves', { round }, { version: board.version + 1, reason: '已销假' })
  const waiver = v7()
  await act(
    group,
    'signWaiver',
    { round },
    { id: waiver, rule: 'home', person: seated[1] ?? '', target: unit, why: '仅此一人熟悉业务' },
  )
  await act(group, 'endWaiver', { round, waiver }, { reason: '另派他人' })
  await act(office, 'takeRoundStep', { round }, { event: 'submit' })
  const comment = v7()
  await act(upper, 'writeComment', papers, { id: comment, text: '力量可再充实' })
  await act(office, 'answerComment', { ...papers, comment }, { state: 'done', reply: '已充实' })
  const decided = v7()
  await act(group, 'recordMeeting', papers, meetingOf(decided))
  const { rows: taken } = await steps.walk.server.admin.query<{ after: number }>(
    'select count(*)::int as after from rounds.round_event where round = $1',
    [round],
  )
  await act(group, 'takeRoundStep', { round }, { event: 'approve', meeting: decided, after: taken[0]?.after, reason: '同意' })
  const { rows: versions } = await steps.walk.server.admin.query<{ plan: number }>(
    'select max(version)::int as plan from rounds.plan where round = $1',
    [round],
  )
  const orders = (await act(group, 'issueOrders', { round }, { plan: versions[0]?.plan })) as {
    items: { id: string; person: { id: string } }[]
  }
  await act(office, 'takeRoundStep', { round }, { event: 'start' })
  const extension = v7()
  await act(office, 'askExtension', { round }, { id: extension, to: '2027-03-31', reason: '疫情' })
  await act(group, 'decideExtension', { round, extension }, { approve: true, opinion: '同意' })
  const withdrawal = v7()
  await act(office, 'askWithdrawal', { round }, { id: withdrawal, person: seated[1] ?? '', reason: '因病' })
  await act(who('second office'), 'decideWithdrawal', { round, withdrawal }, { approve: false, opinion: '暂不同意' })
  await act(
    office,
    'declareLateTie',
    { round },
    { id: v7(), person: seated[1] ?? '', official, kind: 'study', degree: 'course', detail: '同学', source: 'office' },
  )
  await act(
    group,
    'revokeOrder',
    { round, order: orders.items.find((order) => order.person.id === seated[1])?.id ?? '' },
    { reason: '因病退出' },
  )
}

/** Orders of the members, one for each way to stand to an order. */
export async function plantOrders(steps: Steps, { running, draft, elsewhere }: Drafts): Promise<void> {
  const { members, places, who } = steps
  const [office, group] = [who('office').account, who('leading-group').account] as const
  const { admin } = steps.walk.server
  const window = (member: Member): readonly [string, string] => {
    if (member === 'expired order') return ['2026-11-01', '2026-11-20']
    return member === 'order ahead' ? ['2026-12-01', '2026-12-20'] : ['2026-11-10', '2026-12-20']
  }
  const targetOf = (member: Member): readonly [string, string] => {
    if (member === 'other round') return [elsewhere, places.elsewhere]
    return [member === 'round not under way' ? draft : running, places.unit]
  }
  // The other city's round is under way, however it came there.
  await admin.query(
    `set session_replication_role = replica; update rounds.round set state = 'running' where id = '${elsewhere}'; reset session_replication_role`,
  )
  for (const [member, person] of members) {
    const revoked = member === 'revoked order' ? (['2026-11-15', '因病'] as const) : ([null, null] as const)
    await admin.query(
      `insert into access.engagement_order (authority, id, number, round, team, unit, place, person, capacity, valid, proposed_by, approved_by, revoked_at, revoked_reason)
       select t.authority, gen_random_uuid(), $1, t.round, t.team, t.unit, t.place, $2, 'member', tstzrange($3, $4), $5, $6, $7, $8
       from rounds.target t where t.round = $9 and t.unit = $10`,
      [`测授${person.slice(-6)}`, person, ...window(member), office, group, ...revoked, ...targetOf(member)],
    )
    if (member === 'recused')
      await admin.query(
        `insert into access.recusal (id, person, authority, place, level, basis, recorded_by) values (gen_random_uuid(), $1, 421000000000, 421003105000, 'township', '配偶任职', $2)`,
        [person, office],
      )
  }
}
