// The walk through programmes, drafts of rounds, and what a draft is asked once only.
import { v7 } from 'uuid'
import { ELSEWHERE, HOST, OWN, SENDER } from './callers.ts'
import { meetingOf, type Steps } from './step.ts'
import { drawTerms, walkDraw } from './walk-draw.ts'

export interface Drafts {
  readonly running: string
  readonly draft: string
  readonly elsewhere: string
  readonly team: string
}

const settings = (title: string) => ({
  title,
  kinds: ['routine'],
  mode: 'pooled',
  types: ['cross-region'],
  elevated: false,
  sending: SENDER,
  host: HOST,
  starts: '2026-11-10',
  ends: '2027-02-28',
  rules: { maxSameHome: null },
})

const one = (id: string) => ({
  id,
  number: 1,
  name: '第一组',
  home: SENDER,
  host: HOST,
  slots: [{ role: 'leader' }, { role: 'member' }],
})

/** A programme of the city that binds two counties. */
export async function walkProgramme(steps: Steps): Promise<void> {
  const { act, who } = steps
  const [office, group, host] = [who('office'), who('leading-group'), who('office', 'host')] as const
  const programme = v7()
  await act(
    office,
    'createProgramme',
    {},
    {
      id: programme,
      authority: OWN,
      title: '统一方案',
      mode: 'pooled',
      starts: '2026-11-01',
      ends: '2027-02-28',
      guidance: { title: '指导意见', text: '一体推进' },
      bodies: [HOST, SENDER].map((body) => ({ body, starts: '2026-11-01', ends: '2027-02-28' })),
      items: [{ id: v7(), text: '统一目标' }],
    },
  )
  await act(office, 'changeProgrammeDates', { programme }, { ends: '2027-03-15', reason: '顺延' })
  await act(host, 'acknowledgeProgramme', { programme }, { body: HOST, what: 'received' })
  const item = v7()
  await act(host, 'addProgrammeItem', { programme }, { id: item, body: HOST, text: '物业监管' })
  await act(host, 'removeProgrammeItem', { programme, item }, { reason: '并入其他' })
  const met = v7()
  await act(group, 'recordMeeting', { of: 'programmes', subject: programme }, meetingOf(met))
  const { items } = (await steps.read(office, `/papers/programmes/${programme}/sections`)) as { items: { key: string }[] }
  for (const { key } of items)
    await steps.quietly(office, 'PUT', `/papers/programmes/${programme}/sections/${key}`, { text: '已定' })
  await act(group, 'approveProgramme', { programme }, { meeting: met })
}

/** Three rounds: one that will run, one that stays a draft, one of another city. */
export async function walkDrafts(steps: Steps): Promise<Drafts> {
  const { act, who, places, members } = steps
  const { unit, person } = places
  const [office, other] = [who('office'), who('office', 'elsewhere')] as const
  const [running, draft, elsewhere] = [v7(), v7(), v7()]
  await act(office, 'createRound', {}, { id: running, authority: OWN, ...settings('交叉巡察') })
  await act(office, 'createRound', {}, { id: draft, authority: OWN, ...settings('下一轮') })
  await act(
    other,
    'createRound',
    {},
    {
      id: elsewhere,
      authority: ELSEWHERE,
      ...settings('保山一轮'),
      sending: null,
      host: null,
      types: ['level-raised'],
      elevated: true,
      authorisation: { number: '保发〔2026〕6号', date: '2026-08-01', by: '中共保山市委' },
    },
  )
  await act(office, 'changeRound', { round: draft }, settings('下一轮交叉巡察'))
  for (const [id, at] of [
    [running, unit],
    [draft, unit],
  ] as const)
    await act(office, 'setRoundTargets', { round: id }, { targets: [{ unit: at }, { unit: places.village }] })
  await act(other, 'setRoundTargets', { round: elsewhere }, { targets: [{ unit: places.elsewhere }] })
  await act(office, 'addTargetTree', { round: draft }, { place: '421003105' })
  await act(
    office,
    'scoreCandidates',
    { round: draft },
    {
      weights: { economy: 1, conflicts: 1, complaints: 1 },
      candidates: [{ unit, economy: 1, conflicts: 2, complaints: 3 }],
    },
  )
  const team = v7()
  await act(office, 'setTeams', { round: running }, { teams: [one(team)] })
  await act(office, 'setTeams', { round: draft }, { teams: [one(v7())] })
  await act(other, 'setTeams', { round: elsewhere }, { teams: [{ ...one(v7()), home: null, host: null }] })
  const pool = [...members.values(), person, ...places.people]
  for (const id of [running, draft]) await act(office, 'setPool', { round: id }, { people: pool })
  await act(other, 'setPool', { round: elsewhere }, { people: places.elsewherePeople })
  return { running, draft, elsewhere, team }
}

/** Draws, comparisons and rotations, each on a draft of its own. */
export async function walkFurtherDrafts(steps: Steps, { draft }: Drafts): Promise<void> {
  const { act, who, places, members } = steps
  const { unit } = places
  const pool = [...members.values(), places.person, ...places.people]
  const [office, group, host] = [who('office'), who('leading-group'), who('office', 'host')] as const
  const draw = v7()
  await act(office, 'freezeDraw', { round: draft }, drawTerms(draw, [office, host, group]))
  await walkDraw(steps, { round: draft, draw, office, parties: [office, host, group] })
  const quiet = async (title: string, more: object = {}): Promise<string> => {
    const id = v7()
    const put = (method: 'POST' | 'PUT', path: string, body: object) => steps.quietly(office, method, path, body)
    await put('POST', '/rounds', { id, authority: OWN, ...settings(title), ...more })
    await put('PUT', `/rounds/${id}/targets`, { targets: [{ unit }] })
    await put('PUT', `/rounds/${id}/teams`, { teams: [one(v7())] })
    await put('PUT', `/rounds/${id}/pool`, { people: pool })
    return id
  }
  const aborted = await quiet('中止的抽签')
  const gone = v7()
  await steps.quietly(office, 'POST', `/rounds/${aborted}/draws`, drawTerms(gone, [office, host, group]))
  await act(office, 'abortDraw', { draw: gone }, { party: null, why: '改期' })
  const compared = await quiet('方式比选')
  const comparison = v7()
  await act(office, 'askComparison', { round: compared }, { id: comparison, effort: 'quick' })
  await steps.solved(office, `/rounds/${compared}/comparisons/${comparison}`)
  await act(office, 'adoptMode', { round: compared, comparison }, { mode: 'scattered', reason: '结构更均衡' })
  await act(office, 'undoMode', { round: compared, comparison })
  await steps.putState('rounds.mode_comparison', comparison, 'queued')
  await act(office, 'cancelComparison', { round: compared, comparison })
  await steps.putState('rounds.mode_comparison', comparison, 'done')
  await walkRelaxation(steps, await quiet('排不出', { rules: { maxSameHome: null, minSenior: 1 } }))
  const ring = await quiet('轮转', {
    mode: 'rotation',
    sending: null,
    host: null,
    zones: [{ name: '片区', members: [HOST, SENDER, '421022'], similarity: '相近' }],
  })
  await act(office, 'setRotationBars', { round: ring }, { bars: [{ home: HOST, host: SENDER, why: '上轮刚去过' }] })
  await steps.quietly(office, 'PUT', `/rounds/${ring}/rotation/bars`, { bars: [] })
  const adoption = v7()
  await act(
    office,
    'adoptRotation',
    { round: ring },
    { id: adoption, rounds: 1, way: 'any', seed: 'ab'.repeat(32), ordinal: 1, pattern: 'whole-team' },
  )
  await act(office, 'undoRotation', { round: ring, adoption }, { id: v7() })
}

/** A round that asks for seniors whom it has not: one way out is asked for, signed and taken back. */
async function walkRelaxation({ act, who, solved, quietly, read }: Steps, round: string): Promise<void> {
  const [office, group] = [who('office'), who('leading-group')] as const
  const [proposal, relaxation] = [v7(), v7()]
  await quietly(office, 'POST', `/rounds/${round}/proposals`, { id: proposal, effort: 'quick' })
  await solved(office, `/rounds/${round}/proposals/${proposal}`, false)
  const { noPlan } = (await read(office, `/rounds/${round}/proposals/${proposal}`)) as {
    noPlan: { relaxations: readonly { grants: unknown }[] }
  }
  const way = noPlan.relaxations.findIndex(({ grants }) => grants !== null)
  await act(office, 'askRelaxation', { round }, { id: relaxation, proposal, way, why: '骨干均在他组' })
  await act(group, 'decideRelaxation', { round, relaxation }, { approve: true, opinion: '同意' })
  await act(group, 'endRelaxation', { round, relaxation }, { reason: '骨干到位' })
  // The first round of each state is the one that is read.
  await quietly(office, 'POST', `/rounds/${round}/steps`, { event: 'withdraw', reason: '并入下一轮' })
}
