// A desk from the proposal to its last poster, through HTTP: two hands, keys made elsewhere, codes that close one by one, texts with a log.
import type { DeskOfRound, IntakeDesk } from '@shengmian/contract'
import { countReports, joinKey, openFile, openReport, readShare, splitKey } from '@shengmian/sealing'
import { split } from 'shamir-secret-sharing'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plantAccount, type Planted } from '../access/testing/accounts.ts'
import { asApplication } from '../access/testing/as-application.ts'
import { plantTeam } from '../inbox/testing/team.ts'
import { makePhone, plantRound, random } from '../intake/testing/desk.ts'
import { holdCeremony, type Ceremony } from './testing/ceremony.ts'

let world: TestServer
let acknowledge: string
let count = 0
let office: Planted
let group: Planted
let round: string
let code: string
let ceremony: Ceremony
beforeAll(async () => {
  world = await startTestServer({ intakeTerms: { tries: 20, usual: 1000, flood: 2000 }, now: '2026-11-24T02:00:00Z' })
  acknowledge = (await world.server.app.inject('/intake')).json<{ acknowledge: string }>().acknowledge
})
afterAll(() => world.stop())
beforeEach(async () => {
  count += 1
  code = `bai${1000 + count}`
  round = await plantRound(world.database.admin)
  office = await plantAccount(world.database.admin, { authority: '421003', roles: ['office'] })
  group = await plantAccount(world.database.admin, { authority: '421003', roles: ['leading-group'] })
  ceremony = holdCeremony(code, acknowledge)
})

interface Answer {
  readonly status: number
  readonly body: unknown
}
const at = (path: string) => `/rounds/${round}/desk${path}`
const send = (who: Planted, path: string, body: unknown): Promise<Answer> =>
  world.withToken(who.token).send('POST', at(path), body)
const get = async <T>(who: Planted, path = ''): Promise<T> => (await world.withToken(who.token).get(at(path))).body as T
const ok = async <T>(answer: Promise<Answer>): Promise<T> => {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body as T
}
const refused = async (answer: Promise<Answer>, problem: string, where?: string) => {
  const { body } = await answer
  const { code: said, errors } = body as { code?: string; errors?: readonly { at: string }[] }
  expect([said, ...(where === undefined ? [] : [errors?.map((error) => error.at).join()])], JSON.stringify(body)).toEqual([
    problem,
    ...(where === undefined ? [] : [where]),
  ])
}
const asked = (change: object = {}) => ({
  id: v7(),
  code,
  until: '2026-12-31',
  root: ceremony.root,
  sender: '沙市区',
  host: '荆州区',
  phone: '0716-8330000',
  site: 'https://xc.jingzhou.example',
  ...change,
})
const decision = (approve = true) => ({ approve, opinion: '已与纸面核对指纹' })

async function openedDesk(): Promise<void> {
  const proposal = asked()
  await ok(send(office, '/proposals', proposal))
  await ok(send(group, `/proposals/${proposal.id}/decision`, decision()))
}
const publicView = async () => (await world.server.app.inject(`/intake/${code}`)).json<IntakeDesk>()

describe('a desk', () => {
  it('is proposed by the office and is not there before another hand of the same body approves', async () => {
    const proposal = asked()
    await refused(send(group, '/proposals', proposal), 'not-allowed')
    await refused(send(office, '/proposals', asked({ host: '沙市区' })), 'unfit', 'sender')
    await refused(send(office, '/proposals', asked({ until: '2026-11-23' })), 'unfit', 'until')
    const waiting = await ok<DeskOfRound>(send(office, '/proposals', proposal))
    expect(waiting).toMatchObject({ desk: null, proposals: [{ state: 'asked', mayDecide: false }] })
    await refused(send(office, '/proposals', asked()), 'already-there')
    expect((await world.server.app.inject(`/intake/${code}`)).statusCode).toBe(404)
    await refused(send(office, `/proposals/${proposal.id}/decision`, decision()), 'not-allowed')
    await ok(send(group, `/proposals/${proposal.id}/decision`, decision()))
    await refused(send(group, `/proposals/${proposal.id}/decision`, decision()), 'wrong-state')
    expect(await publicView()).toMatchObject({
      root: ceremony.root,
      names: { sender: '沙市区', host: '荆州区', phone: '0716-8330000' },
      manifests: [],
    })
    expect(await get(office)).toMatchObject({ desk: { code, state: 'no-keys' }, mayRun: true, mayPropose: false })
  })

  it('is opened by no office alone, with a root of its own or by a proposal that says it is approved', async () => {
    const columns = 'authority, round, code, until, root, sender, host, phone, site'
    const row = `421003000000, '${round}', '${code}', '2026-12-31', '${ceremony.root}', '沙市区', '荆州区', '0716-8330000', 'https://xc.jingzhou.example'`
    await expect(asApplication(world, office, `insert into intake.desk (${columns}) values (${row})`)).rejects.toThrow(
      'as another hand approved',
    )
    const signedForAnother = `insert into intake.desk_proposal (id, ${columns}, asked_by, asked_name, asked_at, state, decided_by, decided_name, decided_at)
      values (gen_random_uuid(), ${row}, '${office.account}', '甲', now(), 'approved', '${group.account}', '乙', now())`
    await expect(asApplication(world, office, signedForAnother)).rejects.toThrow('not decided yet')
    const proposal = asked()
    await ok(send(office, '/proposals', proposal))
    const inAnothersName = `update intake.desk_proposal set state = 'approved', decided_by = '${v7()}' where id = '${proposal.id}'`
    await expect(asApplication(world, group, inAnothersName)).rejects.toThrow('own name')
  })

  it('that is declined leaves the round free, and a code that is taken is found out at the approval', async () => {
    const first = asked()
    await ok(send(office, '/proposals', first))
    await ok(send(group, `/proposals/${first.id}/decision`, decision(false)))
    await openedDesk()
    const taken = code
    round = await plantRound(world.database.admin)
    const second = asked({ code: taken })
    await ok(send(office, '/proposals', second))
    await refused(send(group, `/proposals/${second.id}/decision`, decision()), 'already-there')
  })

  it('is the one that takes reports longest, where a technician opened a second one of the round', async () => {
    await openedDesk()
    await world.database.admin.query(
      `insert into intake.desk select (jsonb_populate_record(d, jsonb_build_object('code', 'aaaa' || d.code, 'until', '2026-11-30'))).*
       from intake.desk d where code = $1`,
      [code],
    )
    expect(await get(office)).toMatchObject({ desk: { code, until: '2026-12-31' } })
  })

  it('is seen by its team, which runs nothing of it, and by nobody elsewhere', async () => {
    await openedDesk()
    const team = await plantTeam(world.database.admin, code)
    const member = await team.order()
    expect(await get(member)).toMatchObject({ desk: { code }, mayRun: false, proposals: [] })
    await refused(send(member, '/posters', { medium: 'card', places: [{ unit: null, place: '集市' }] }), 'not-allowed')
    const stranger = await plantAccount(world.database.admin, { authority: '421002', roles: ['office'] })
    await refused(world.withToken(stranger.token).get(at('')), 'not-found')
  })
})

describe('the keys of a desk', () => {
  it('are published as the root signed them, once, for this desk and server, each key another', async () => {
    await openedDesk()
    const publish = (signed: string) => send(office, '/manifests', { signed })
    await refused(publish(holdCeremony(code, acknowledge).signed), 'unfit', 'signed')
    await refused(publish(ceremony.signed.replace('"seq":1', '"seq":2')), 'unfit', 'signed')
    await refused(publish(ceremony.sign({ round: 'other1' })), 'unfit', 'round')
    await refused(publish(ceremony.sign({ acknowledge: '0'.repeat(64) })), 'unfit', 'acknowledge')
    await refused(publish(ceremony.sign({ until: '2026-11-23' })), 'unfit', 'until')
    await refused(publish(ceremony.sign({ escrow: ceremony.manifest.team })), 'unfit', 'escrow')
    await ok(publish(ceremony.signed))
    await refused(publish(ceremony.signed), 'unfit', 'seq,team')
    expect(await get(office)).toMatchObject({ desk: { state: 'open', epochs: [{ seq: 1, by: expect.any(String) }] } })
  })

  it('rotate: the next epoch has a higher number and keys of its own, and the old key still opens what was sealed to it', async () => {
    await openedDesk()
    await ok(send(office, '/manifests', { signed: ceremony.signed }))
    await refused(send(office, '/manifests', { signed: ceremony.sign({ seq: 2 }) }), 'unfit', 'team')
    const old = (await makePhone(world.server.app, { code, manifest: ceremony.manifest })).seal()
    const next = ceremony.rotate()
    await ok(send(office, '/manifests', { signed: next.signed }))
    expect((await publicView()).manifests).toEqual([ceremony.signed, next.signed])
    expect(openReport(old.envelope, [next.team], code)).toMatchObject({ kind: 'refused' })
    expect(openReport(old.envelope, [next.team, ceremony.team], code)).toMatchObject({ kind: 'opened' })
  })

  it('are rehearsed: three shares of the spare key read a word that was sealed to it, and only who read it can log the day', async () => {
    await openedDesk()
    const id = v7()
    await refused(send(office, '/rehearsals', { id }), 'wrong-state')
    await ok(send(office, '/manifests', { signed: ceremony.signed }))
    const { file } = await ok<{ file: string }>(send(office, '/rehearsals', { id }))
    // At the holders' table: no share and no key comes near the server.
    const holders = Array.from({ length: 5 }, () => holdCeremony(code, acknowledge))
    const sealed = await splitKey(
      ceremony.escrow,
      { purpose: `escrow ${code}`, holders: holders.map(({ manifest }) => manifest.team), need: 3 },
      { split, random },
    )
    const shares = [0, 2, 4].flatMap((holder) => {
      const opened = openFile(sealed?.[holder] ?? new Uint8Array(0), [holders[holder]?.team ?? ''])
      const share = opened === null ? null : readShare(opened)
      return share === null ? [] : [share]
    })
    const joined = await joinKey(shares)
    const word = joined.kind === 'joined' ? openFile(Buffer.from(file, 'base64'), [joined.identity]) : null
    const pass = { word: Buffer.from(word ?? []).toString(), shares: [5, 1, 3], witnesses: '档案馆、法律顾问' }
    await refused(send(office, `/rehearsals/${id}/pass`, { ...pass, word: 'abcdefghjkmn' }), 'unfit', 'word')
    expect(await get(office)).toMatchObject({ desk: { rehearsals: [{ passedOn: null }] } })
    await ok(send(office, `/rehearsals/${id}/pass`, pass))
    await refused(send(office, `/rehearsals/${id}/pass`, pass), 'wrong-state')
    expect(await get(office)).toMatchObject({
      desk: { rehearsals: [{ seq: 1, passedOn: '2026-11-24', shares: [1, 3, 5], witnesses: '档案馆、法律顾问' }] },
    })
    const { rows } = await world.database.admin.query<{ kept: string }>(
      `select string_agg(r::text, ' ') as kept from intake.rehearsal r where desk = $1`,
      [code],
    )
    expect(rows[0]?.kept).not.toContain(pass.word.trim())
  })
})

describe('the codes of a desk', () => {
  const made = (items: readonly { code: string }[]) => items.map((item) => item.code)

  it('S0-24 each poster has a code of its own; one that is revoked is closed with a reason and all others stay', async () => {
    await openedDesk()
    await plantTeam(world.database.admin, code)
    const { places } = await get<{ places: { unit: string; name: string; village: string }[] }>(office, '/posters')
    expect(places).toMatchObject([{ village: '421003105201' }])
    const body = {
      medium: 'poster',
      places: [
        { unit: places[0]?.unit ?? null, place: '七里村村委会' },
        { unit: null, place: '七里集市' },
      ],
    }
    const { items } = await ok<{ items: { code: string; village: string | null }[] }>(send(office, '/posters', body))
    expect(new Set(made(items)).size).toBe(2)
    expect(items.map(({ village }) => village)).toEqual(['421003105201', null])
    await refused(send(office, '/posters', { ...body, places: [{ unit: v7(), place: '别处' }] }), 'unfit', 'places/0/unit')
    const [gone = ''] = made(items)
    await refused(send(office, `/posters/${gone}/revocation`, { reason: ' ' }), 'bad-request')
    await ok(send(office, `/posters/${gone}/revocation`, { reason: '海报被撕，疑被换码' }))
    await refused(send(office, `/posters/${gone}/revocation`, { reason: '再停一次' }), 'wrong-state')
    await refused(send(office, '/posters/nosuch/revocation', { reason: '没有这个码' }), 'not-found')
    expect((await publicView()).revoked).toEqual([gone])
    expect(await get(office, '/posters')).toMatchObject({
      items: [{ code: gone, revoked: { on: '2026-11-24', reason: '海报被撕，疑被换码' } }, { revoked: null }],
    })
  })

  it('S0-24 what is kept of a report says neither which code nor who: the code travels sealed, by it only the team counts', async () => {
    await openedDesk()
    await ok(send(office, '/manifests', { signed: ceremony.signed }))
    const phone = await makePhone(world.server.app, { code, manifest: ceremony.manifest })
    const { envelope } = phone.seal({ poster: 'k7m2xq' })
    expect((await phone.send(envelope, { 'user-agent': 'Marked/7.0', 'x-forwarded-for': '203.0.113.77' })).statusCode).toBe(201)
    const { rows } = await world.database.admin.query<{ kept: string }>(
      `select r::text as kept from intake.report r where desk = $1`,
      [code],
    )
    const kept = rows.map((row) => row.kept).join('')
    for (const trace of ['k7m2xq', '203.0.113.77', 'Marked', Buffer.from('k7m2xq').toString('hex')])
      expect(kept).not.toContain(trace)
    expect(openReport(envelope, [ceremony.team], code)).toMatchObject({ report: { poster: 'k7m2xq' } })
  })
})

describe('the texts of a desk', () => {
  const text = '沙市区派来的巡察组到了荆州区，12月31日前收您的话。扫码或投意见箱都行。'
  const write = (change: object = {}) => send(office, '/notices', { id: v7(), channel: 'group', text, ...change })

  it('S2-10 a notice that does not say the team is from 沙市区 cannot be handed in, so nobody can publish it', async () => {
    await openedDesk()
    await refused(write({ text: '巡察组到了荆州区，12月31日前收您的话。' }), 'unfit', 'text')
    await refused(write({ text: '沙市区的桃子熟了。巡察组到了荆州区。' }), 'unfit', 'text')
    await refused(write({ text: '巡察组不去沙市区，只在荆州区收您的话。' }), 'unfit', 'text')
    await ok(write())
  })

  it('S4-29 card, group text and QR code each go out only when another hand approved, and the log says where and when', async () => {
    await openedDesk()
    for (const channel of ['card', 'group', 'qr']) {
      const id = v7()
      const place = { id: v7(), place: '七里村微信群', on: '2026-11-23' }
      await ok(write({ id, channel }))
      await refused(send(office, `/notices/${id}/publications`, place), 'wrong-state')
      await refused(send(office, `/notices/${id}/decision`, decision()), 'not-allowed')
      await ok(send(group, `/notices/${id}/decision`, decision()))
      await refused(send(office, `/notices/${id}/publications`, { ...place, on: '2026-11-25' }), 'unfit', 'on')
      await ok(send(office, `/notices/${id}/publications`, place))
    }
    const { items } = await get<{ items: { channel: string; publications: object[] }[] }>(office, '/notices')
    expect(items.map(({ channel }) => channel)).toEqual(['qr', 'group', 'card'])
    for (const { publications } of items) expect(publications).toMatchObject([{ place: '七里村微信群', on: '2026-11-23' }])
    const declined = v7()
    await ok(write({ id: declined }))
    await ok(send(group, `/notices/${declined}/decision`, decision(false)))
    await refused(send(office, `/notices/${declined}/publications`, { id: v7(), place: '集市', on: '2026-11-23' }), 'wrong-state')
  })

  it('stay as they were asked: a second hand writes its decision, and the database nothing else, whatever the application says', async () => {
    await openedDesk()
    await ok(write())
    for (const change of [`text = 'x巡察组来自别处x'`, 'asked_by = decided_by', `channel = 'qr'`])
      await expect(asApplication(world, group, `update intake.notice set ${change}`), change).rejects.toMatchObject({
        code: '42501',
      })
    await expect(asApplication(world, group, `update intake.desk_proposal set host = '别处'`)).rejects.toMatchObject({
      code: '42501',
    })
    await expect(asApplication(world, office, `update intake.rehearsal set word_hash = ''`)).rejects.toMatchObject({
      code: '42501',
    })
    await asApplication(world, group, `update intake.notice set opinion = '可以' where state = 'asked'`)
  })

  it('S2-10 the chart of reports by day has a mark on the day a text went out, and numbers only', async () => {
    await openedDesk()
    await ok(send(office, '/manifests', { signed: ceremony.signed }))
    const phone = await makePhone(world.server.app, { code, manifest: ceremony.manifest })
    for (let turn = 0; turn < 3; turn += 1) expect((await phone.send(phone.seal().envelope)).statusCode).toBe(201)
    const id = v7()
    await ok(write({ id }))
    await ok(send(group, `/notices/${id}/decision`, decision()))
    const member = await (await plantTeam(world.database.admin, code)).order()
    await ok(send(member, `/notices/${id}/publications`, { id: v7(), place: '七里村', on: '2026-11-22' }))
    expect(await get(member, '/days')).toEqual({
      days: [
        { day: '2026-11-22', reports: 0 },
        { day: '2026-11-23', reports: 0 },
        { day: '2026-11-24', reports: 3 },
      ],
      marks: [{ day: '2026-11-22', channel: 'group', places: ['七里村'] }],
    })
  })
})

it('S0-21 what an inspector types in goes through the same intake, and is told on-site from remote once it is opened', async () => {
  await openedDesk()
  await ok(send(office, '/manifests', { signed: ceremony.signed }))
  const member = await (await plantTeam(world.database.admin, code)).order()
  const { body } = await world.withToken(member.token).get('/paper-desks')
  expect(body).toMatchObject({ items: [{ desk: code, root: ceremony.root, villages: [{ code: '421003105201' }] }] })
  const phones = []
  for (const channel of ['visit', 'box', 'letter', 'call', 'page'] as const) {
    const phone = await makePhone(world.server.app, { code, manifest: ceremony.manifest })
    const sealed = phone.seal({ channel, village: '421003105201', lives: channel === 'call' ? 'away' : 'here' })
    expect((await phone.send(sealed.envelope)).statusCode).toBe(201)
    phones.push(sealed)
  }
  const opened = phones.flatMap(({ envelope }) => {
    const answer = openReport(envelope, [ceremony.team], code)
    return answer.kind === 'opened' ? [answer.report] : []
  })
  expect(countReports(opened, '2026-11-23')).toMatchObject({ onSite: 2, remote: 3, lives: { here: 4, away: 1 } })
  const other = await plantAccount(world.database.admin, { authority: '421002', roles: ['office'] })
  expect((await world.withToken(other.token).get('/paper-desks')).body).toEqual({ items: [] })
})
