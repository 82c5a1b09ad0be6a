// The walk through accounts and the register.
import { v7 } from 'uuid'
import { HOST, OWN, openSession } from './callers.ts'
import type { Steps } from './step.ts'

/** Accounts made, roles granted and lent, all by two hands. */
export async function walkAccounts(steps: Steps): Promise<void> {
  const { act, who } = steps
  const office = who('office')
  const security = who('national security')
  const [account, closed] = [v7(), v7()]
  for (const [index, id] of [account, closed].entries())
    await act(
      office,
      'createAccount',
      {},
      { id, signInName: `made.${index}`, name: '新同志', authority: HOST, passphrase: '荆江大堤 1998 守堤' },
    )
  const change = v7()
  await act(security, 'resetPassphrase', { account }, { id: change, passphrase: '荆江大堤 1954 分洪' })
  await act(office, 'approveCredentialChange', { change })
  const link = v7()
  await act(security, 'proposeIdentityLink', {}, { id: link, account, subject: 'provider-1' })
  await act(security, 'endIdentityLink', { link }, { reason: '提错了人' })
  const role = v7()
  await act(office, 'grantRole', { account }, { id: role, role: 'department', authority: HOST, body: '区农业农村局' })
  await act(who('second office'), 'approveRole', { account, role })
  await act(office, 'revokeRole', { account, role }, { reason: '轮岗' })
  await act(office, 'disableAccount', { account: closed }, { reason: '退休' })
  const held = await steps.walk.server.admin.query<{ id: string }>(`select id from access.standing_role where account = $1`, [
    office.account,
  ])
  const loans = [v7(), v7()]
  for (const id of loans)
    await act(
      office,
      'lendRole',
      {},
      { id, role: held.rows[0]?.id, to: 'made.0', until: '2026-12-01T00:00:00Z', reason: '外出学习' },
    )
  await act(who('second office'), 'approveDelegation', { delegation: loans[0] ?? '' })
  await act(office, 'revokeDelegation', { delegation: loans[0] ?? '' }, { reason: '提前返岗' })
  // What nobody of the body could do in time: one asks, a security administrator confirms, a report closes it.
  const emergency = v7()
  const onDuty = who('on duty')
  const wish = { id: emergency, role: 'office', authority: OWN, body: '市委巡察办', reason: '值班时的突发情况', minutes: 60 }
  await act(onDuty, 'askEmergency', {}, wish)
  await act(security, 'confirmEmergency', { emergency })
  await openSession(steps.walk.server.admin, onDuty.account, onDuty.token)
  await act(onDuty, 'reportEmergency', { emergency }, { report: '已处理完毕，未查阅其他材料' })
  await openSession(steps.walk.server.admin, onDuty.account, onDuty.token)
}

/** Units, dossiers, officials, people, ties, sheets, cooperation and the term plan, whose id is answered. */
export async function walkRegistry(steps: Steps): Promise<string> {
  const { act, who, members, places } = steps
  const office = who('office')
  const { unit, person, official, trainee } = places
  const recusal = v7()
  await act(office, 'recordRecusal', {}, { id: recusal, person, place: '421003105', basis: '配偶任职' })
  await act(office, 'liftRecusal', { recusal }, { reason: '已调离' })
  const bureau = v7()
  await act(office, 'putUnit', { unit: bureau }, { place: HOST, kind: 'bureau', name: '区审计局', version: null })
  await act(office, 'withdrawUnit', { unit: bureau }, { reason: '机构合并' })
  const { rows: files } = await steps.walk.server.admin.query<{ version: number }>(
    'select version from registry.dossier where unit = $1',
    [unit],
  )
  await act(
    office,
    'putDossierFacts',
    { unit },
    { facts: { ...places.facts, population: 2100 }, version: files[0]?.version, reason: '年报' },
  )
  await act(
    office,
    'putDossierSection',
    { unit, section: 'economy' },
    { text: '集体收入以茶园为主', source: '镇经管站', day: '2026-11-01', version: (files[0]?.version ?? 0) + 1 },
  )
  await act(office, 'classifyUnit', { unit }, { class: 'lagging', reason: '信访较多', day: '2026-11-01', reviewer: '周敏' })
  await act(
    office,
    'putOfficial',
    { unit, official },
    { name: '贺建华', title: '书记', isHead: true, from: '2021-01', until: null },
  )
  await act(office, 'putPerson', { authority: OWN, person: v7() }, { ...places.written, name: '钱小梅', version: null })
  await act(
    office,
    'setPersonState',
    { authority: OWN, person: places.spare },
    { state: 'out', reason: '退休', day: '2026-11-01' },
  )
  const ties = [v7(), v7()]
  const tie = {
    other: { kind: 'official', id: official, authority: null, name: '贺建华' },
    kind: 'study',
    degree: 'course',
    strength: null,
    from: null,
    to: null,
    detail: null,
    source: '本人申报',
    day: '2026-11-01',
  }
  await act(office, 'declareTie', { authority: OWN, person, tie: ties[0] ?? '' }, tie)
  await act(
    who('member', 'ordered'),
    'declareTie',
    { authority: OWN, person: members.get('ordered') ?? '', tie: ties[1] ?? '' },
    { ...tie, other: { kind: 'outsider', id: null, authority: null, name: '同窗甲' }, source: 'self' },
  )
  await act(
    office,
    'evaluateTrainee',
    { authority: OWN, person: trainee },
    { round: v7(), ended: '2026-10-31', text: '能独立开展谈话', by: '带教人', day: '2026-11-10' },
  )
  await act(
    office,
    'reviewTie',
    { authority: OWN, person, tie: ties[0] ?? '' },
    { review: 'confirmed', by: '周敏', note: '已核' },
  )
  await act(office, 'withdrawTie', { authority: OWN, person, tie: ties[0] ?? '' }, { reason: '误报' })
  const imported = v7()
  await act(office, 'checkSheet', { noun: 'units', authority: OWN, import: imported }, undefined, places.sheet)
  await act(office, 'commitImport', { authority: OWN, import: imported })
  const event = v7()
  await act(
    office,
    'recordCooperationEvent',
    {},
    {
      id: event,
      authority: OWN,
      kind: 'pairing',
      title: '结对帮扶',
      starts: '2026-05-01',
      ends: '2026-05-02',
      people: [person],
      units: [unit],
    },
  )
  await act(office, 'withdrawCooperationEvent', { event }, { reason: '记错' })
  const plan = v7()
  await act(
    office,
    'createTermPlan',
    {},
    { id: plan, authority: OWN, title: '五年规划', firstYear: 2026, lastYear: 2030, coolingYears: 2 },
  )
  await act(office, 'setYearPlan', { plan, year: 2026 }, { items: [{ unit, key: true, criteria: '信访突出' }] })
  return plan
}
