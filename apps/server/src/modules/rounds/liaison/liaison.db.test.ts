import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tablePolicies } from '../../access/policies/tables.ts'
import { approveRound, issueOf, newRound, ok, planRound, refused, type Json } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

const CITY = '4210'
const COUNTIES = ['421002', '421003', '421022', '421024', '421087'] as const
const NOON = '2026-11-21T02:00:00Z'
let stage: Stage
let office: Staff
let group: Staff

beforeAll(async () => {
  stage = await openStage([CITY])
  office = await stage.staff(CITY, 'office', '周敏')
  group = await stage.staff(CITY, 'leading-group', '罗启明')
})
afterAll(() => stage.stop())

async function liaisonOf(place: string, name: string) {
  const person = await stage.somebody(place, name)
  const charge = await ok(
    office.send('POST', '/charges', {
      id: uuid(),
      authority: CITY,
      kind: 'liaison',
      place,
      name,
      title: '县委巡察办副主任',
      phone: '0716-1234567',
      signInName: person.signInName,
    }),
  )
  return { ...person, charge: String(charge['id']) }
}

it('S1-08 of a message to five liaisons four are acknowledged with their time to answer, and after 24 hours the fifth is red', async () => {
  const liaisons = []
  for (const county of COUNTIES) liaisons.push(await liaisonOf(county, `联络员${county}`))
  const message = uuid()
  const sent = await ok(
    office.send('POST', '/liaison-messages', {
      id: message,
      authority: CITY,
      text: '请于周五前报送驻地安排',
      charges: liaisons.map(({ charge }) => charge),
    }),
  )
  expect(sent).toMatchObject({ acknowledged: 0, overdue: 0, answerHours: 24, medianMinutes: null })
  for (const [index, liaison] of liaisons.slice(0, 4).entries()) {
    stage.server.clock.set(`2026-11-21T0${3 + index}:00:00Z`)
    const [own] = (await ok(liaison.get('/own-messages')))['items'] as Json[]
    expect(own).toMatchObject({ text: '请于周五前报送驻地安排', light: 'blue', acknowledgedAt: null })
    const path = `/own-messages/${String(own?.['id'])}/acknowledgement`
    expect(await ok(liaison.send('POST', path, { reply: '收到' }))).toMatchObject({ light: 'none', reply: '收到' })
    await refused(liaison.send('POST', path, {}), 'wrong-state')
    // nobody answers for another
    await refused(liaisons[4]?.send('POST', path, {}) ?? Promise.reject(new Error('five')), 'not-found')
    await refused(office.send('POST', path, {}), 'not-found')
  }
  const shown = async () =>
    ((await ok(group.get(`/liaison-messages?authority=${CITY}`)))['items'] as { recipients: Json[] }[])[0] ?? { recipients: [] }
  const lights = async () => (await shown()).recipients.map(({ light }) => light)
  stage.server.clock.set('2026-11-22T02:00:00Z')
  expect(await lights()).toEqual(['none', 'none', 'none', 'none', 'blue'])
  stage.server.clock.set('2026-11-22T02:00:01Z')
  expect(await lights()).toEqual(['none', 'none', 'none', 'none', 'red'])
  expect((await shown()).recipients.map(({ minutes }) => minutes)).toEqual([60, 120, 180, 240, null])
  expect(await shown()).toMatchObject({ acknowledged: 4, overdue: 1, medianMinutes: 120 })
  stage.server.clock.set(NOON)
})

it('S1-08 a liaison without an account is named to the sender instead of being passed over', async () => {
  const charge = await ok(
    office.send('POST', '/charges', { id: uuid(), authority: CITY, kind: 'liaison', place: '421081', name: '无账号者' }),
  )
  const body = { id: uuid(), authority: CITY, text: '请签收', charges: [charge['id']] }
  expect(JSON.stringify(await refused(office.send('POST', '/liaison-messages', body), 'unfit'))).toContain('没有登录账号')
  await refused(group.send('POST', '/liaison-messages', body), 'not-allowed')
})

/** A round of the city on a town of 荆州区, approved and ordered; its members are strangers. */
async function roundAt(place: string) {
  const unit = await stage.unit(place, '弥市镇党委')
  await stage.official(unit, '贺建华')
  await stage.dossier(unit, { class: 'lagging', lastInspected: '2019-05-01' })
  const people = [
    await stage.person({ name: '郑国平', authority: CITY, home: '421024', native: '421024', roles: ['leader'] }),
    await stage.person({ name: '孙立', authority: CITY, home: '421024', native: '421024' }),
  ]
  const round = await newRound(office, {
    authority: CITY,
    types: ['cross-region'],
    sending: '421024',
    host: '421003',
    rules: { maxSameHome: null },
  })
  await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: [{ unit }] }))
  const slots = [{ role: 'leader' }, { role: 'member' }]
  await ok(
    office.send('PUT', `/rounds/${round}/teams`, {
      teams: [{ id: uuid(), number: 1, name: '第一组', home: '421024', host: '421003', slots }],
    }),
  )
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people }))
  await planRound(office, round)
  await approveRound(office, group, round)
  await ok(issueOf(group, round))
  await stage.server.database.admin.query(
    `update access.engagement_order set valid = tstzrange(now() - interval '1 day', now() + interval '30 days') where round = $1`,
    [round],
  )
  return { round, unit, member: await stage.staffOfPerson(people[1] ?? '') }
}

it('S0-19 the outside team reads its pack with the liaison; his account opens the schedule and the documents asked for, every record of the inspection is refused to him', async () => {
  const { round, unit, member } = await roundAt('421003105')
  const liaison = { ...(await stage.somebody('421003', '区里的联络员')) }
  const { items } = (await ok(office.get(`/charges?authority=${CITY}`))) as { items: Json[] }
  const before = items.find((one) => one['kind'] === 'liaison' && (one['place'] as Json)['code'] === '421003')
  if (before !== undefined) await ok(office.send('POST', `/charges/${String(before['id'])}/revocation`, { reason: '轮岗' }))
  const named = await ok(
    office.send('POST', '/charges', {
      id: uuid(),
      authority: CITY,
      kind: 'liaison',
      place: '421003',
      name: '区里的联络员',
      phone: '0716-7654321',
      signInName: liaison.signInName,
    }),
  )
  const target = `/rounds/${round}/targets/${unit}`
  const line = (kind: string, title: string) => ({ id: uuid(), kind, day: '2026-12-02', time: '09:00', title })
  await ok(office.send('POST', `${target}/arrangements`, line('meeting', '进驻动员会')))
  const asked = line('documents', '近三年收支账簿')
  await ok(member.send('POST', `${target}/arrangements`, asked))
  await ok(
    liaison.send('PUT', `${target}/local-note`, {
      way: '镇政府向东三公里',
      dialect: '江汉方言，“么事”即“什么”',
      holidays: '逢五赶集',
      contacts: [{ name: '老周', duty: '食宿', phone: '0716-1112223' }],
    }),
  )

  const [pack] = (await ok(member.get(`/rounds/${round}/packs`)))['items'] as Json[]
  expect(pack).toMatchObject({
    unit,
    class: 'lagging',
    liaison: { name: '区里的联络员', phone: '0716-7654321' },
    officials: [{ name: '贺建华', title: '书记' }],
    note: { dialect: '江汉方言，“么事”即“什么”', holidays: '逢五赶集' },
    schedule: [{ title: '进驻动员会' }],
  })
  const paper = await member.get(`/rounds/${round}/packs/packs.docx`)
  expect([paper.status, paper.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])

  const logistics = (await ok(liaison.get('/logistics')))['items'] as Json[]
  expect(logistics).toMatchObject([
    { unit, schedule: [{ title: '进驻动员会' }], documents: [{ title: '近三年收支账簿', doneAt: null }] },
  ])
  const done = await ok(liaison.send('POST', `/arrangements/${asked.id}/completion`, { note: '已送驻地' }))
  expect(done).toMatchObject({ documents: [{ doneBy: '区里的联络员', note: '已送驻地' }] })

  // Everything else of the round and the unit, by every route: refused.
  await refused(liaison.send('POST', `${target}/arrangements`, line('documents', '名册')), 'not-allowed')
  const pages = ['', '/targets', '/board', '/roster', '/orders', '/certificates', '/late-ties', '/packs', '/packs/packs.docx']
  const refusals = [...pages, '/report-chain', '/plans', '/arrows', '/waivers'].map((page) => `/rounds/${round}${page}`)
  for (const path of [...refusals, `/papers/rounds/${round}/sections`, `/papers/rounds/${round}/meetings`, '/leads']) {
    const { status, body } = await liaison.get(path)
    // What is not his is either refused or empty; nothing of it is told.
    const isEmpty = status === 200 && JSON.stringify(body).replace(/"(next|bases|plan)":(null|\[\])/, '') === '{"items":[]}'
    expect([path, isEmpty || [401, 403, 404].includes(status)]).toEqual([path, true])
  }
  // And by the tables: of all that business lies in, however many are added, he reads these and no other.
  expect(await readable(liaison)).toEqual(['registry.unit', 'rounds.arrangement', 'rounds.charge', 'rounds.local_note'])

  await ok(office.send('POST', `/charges/${String(named['id'])}/revocation`, { reason: '轮次结束' }))
  expect((await ok(liaison.get('/logistics')))['items']).toEqual([])
})

/** Tables of registry, rounds, leads and documents with rows that the account can read, those of public places and steps aside. */
async function readable(staff: Staff): Promise<readonly string[]> {
  const { admin } = stage.server.database
  const token = uuid().replaceAll('-', '')
  await admin.query(
    `insert into access.session (id, token, account, expires_at) values ($1, encode(sha256(convert_to($2, 'UTF8')), 'hex'), $3, now() + interval '1 hour')`,
    [uuid(), token, staff.account],
  )
  const client = await admin.connect()
  const found: string[] = []
  try {
    for (const { table, select, doors } of tablePolicies) {
      if (select === undefined || /^(access|platform)\.|registry\.region|rounds\.step$/.test(table)) continue
      await client.query(
        `begin; set local role shengmian_${doors?.[0] ?? 'app'}; select set_config('shengmian.session', '${token}', true)`,
      )
      const { rows } = await client.query<{ some: boolean }>(`select exists (select from ${table}) as some`)
      if (rows[0]?.some === true) found.push(table)
      await client.query('rollback')
    }
  } finally {
    client.release()
  }
  return found.toSorted()
}

it('an arrangement is taken back by who entered it or the office, and no line is finished twice', async () => {
  const { round, unit, member } = await roundAt('421003104')
  const line = { id: uuid(), kind: 'transport', day: '2026-12-02', title: '派车一辆' }
  await ok(office.send('POST', `/rounds/${round}/targets/${unit}/arrangements`, line))
  await refused(member.send('POST', `/arrangements/${line.id}/withdrawal`, { reason: '不需要了' }), 'not-allowed')
  await refused(group.send('POST', `/arrangements/${line.id}/completion`, {}), 'not-allowed')
  await ok(member.send('POST', `/arrangements/${line.id}/completion`, {}))
  await refused(office.send('POST', `/arrangements/${line.id}/withdrawal`, { reason: '不需要了' }), 'wrong-state')
  const stranger = await stage.staff('421022', 'office')
  await refused(stranger.send('POST', `/rounds/${round}/targets/${unit}/arrangements`, { ...line, id: uuid() }), 'not-found')
})
