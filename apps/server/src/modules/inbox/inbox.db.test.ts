// A sealed report from the phone that sends it to the inspector who opens, answers and decides it; and all those who get nothing of it.
import { hash } from 'node:crypto'
import type { Decision, InboxDesk, SealedReport } from '@shengmian/contract'
import { openAttachment, openReport, readReplies, sealAttachment, sealReply, signManifest } from '@shengmian/sealing'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plantAccount, type Planted } from '../access/testing/accounts.ts'
import { asApplication } from '../access/testing/as-application.ts'
import { makePhone, plantDesk, random, type Phone, type TestDesk } from '../intake/testing/desk.ts'
import { plantTeam, plantTeamDesk, type PlantedTeam } from './testing/team.ts'

let world: TestServer
beforeAll(async () => {
  world = await startTestServer({ intakeTerms: { tries: 20, usual: 1000, flood: 2000 } })
})
afterAll(() => world.stop())

let count = 0
let desk: TestDesk
let team: PlantedTeam
let member: Planted
let phone: Phone
beforeEach(async () => {
  count += 1
  ;({ desk, team, member, phone } = await plantTeamDesk(world, `desk${1000 + count}`))
})

const as = (who: Planted) => world.withToken(who.token)
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code
const at = (path: string) => `/inboxes/${desk.code}${path}`
const send = async (from: Phone, what: Parameters<Phone['seal']>[0] = {}, attachments: readonly string[] = []) => {
  const sealed = from.seal(what)
  expect((await from.send(sealed.envelope, { 'x-attachments': attachments.join(',') })).statusCode).toBe(201)
  return sealed
}
const list = async (who: Planted, query = '') => {
  const { body } = await as(who).get(at(`/reports${query}`))
  return body as { items: SealedReport[]; next: string | null }
}
const decide = (number: number, verdict: string, addressee: string | null = null, who = member) =>
  as(who).send('POST', at(`/reports/${number}/decisions`), { verdict, reason: '属于巡察受理范围', addressee })

describe('a team under an order in force', () => {
  it('takes a report as it came, opens it with its own key and sees what came later under the same receipt beside it', async () => {
    const first = await send(phone)
    await send(await makePhone(world.server.app, desk), { text: '低保评定不公。' })
    await send(phone, { seq: 2, prev: first.hash, text: '补充：是去年的事。' })
    const { items } = await list(member)
    expect(
      items.map(({ number, first: one, messages, replies, decision }) => [number, one, messages, replies, decision]),
    ).toEqual([
      [3, 1, 2, 0, null],
      [2, 2, 1, 0, null],
      [1, 1, 2, 0, null],
    ])
    const taken = await as(member).get(at('/reports/3/envelope'))
    const opened = openReport(new Uint8Array(taken.bytes), [desk.team], desk.code)
    expect(opened).toMatchObject({ kind: 'opened', report: { text: '补充：是去年的事。', prev: first.hash } })
  })

  it('takes the attachments that a report named, one by one, and no other', async () => {
    const photo = sealAttachment(new Uint8Array(3000).fill(7), 'image/jpeg', random)
    const other = sealAttachment(new Uint8Array(3000).fill(8), 'image/jpeg', random)
    if (photo === null || other === null) throw new Error('not sealed')
    for (const { file } of [photo, other]) expect((await phone.put(file)).statusCode).toBe(200)
    await send(phone, { attachments: [photo.attachment] }, [photo.attachment.id])
    const taken = await as(member).get(at(`/reports/1/attachments/${photo.attachment.id}`))
    expect(openAttachment(new Uint8Array(taken.bytes), photo.attachment)?.length).toBe(3000)
    expect((await as(member).get(at(`/reports/1/attachments/${other.attachment.id}`))).status).toBe(404)
    expect((await list(member)).items[0]).toMatchObject({ attachments: 1 })
  })

  it('leaves a line for every report and attachment it takes, which the audit administrator reads with who and when', async () => {
    await send(phone)
    const auditor = await plantAccount(world.database.admin, { authority: '421003', roles: ['audit-admin'] })
    for (let turn = 0; turn < 3; turn += 1) await as(member).get(at('/reports/1/envelope'))
    const { body } = await as(auditor).get(`/readings?account=${member.account}`)
    const { items } = body as { items: { asked: string; kind: string; params: object }[] }
    expect(items).toHaveLength(3)
    expect(items[0]).toMatchObject({ kind: 'evidence', params: { desk: desk.code, number: '1' } })
    const rates = (await as(auditor).get('/reading-rates')).body as { items: { account: { id: string } }[] }
    expect(rates.items.find(({ account }) => account.id === member.account)).toMatchObject({ week: 3, day: 3 })
    expect((await as(member).get('/reading-rates')).body).toEqual({ items: [] })
  })

  it('answers in the chain of the answer box, and the reporter reads it with his receipt', async () => {
    const { hash: about } = await send(phone)
    const opened = openReport(new Uint8Array((await as(member).get(at('/reports/1/envelope'))).bytes), [desk.team], desk.code)
    if (opened.kind === 'refused') throw new Error(opened.why)
    const answer = (seq: number, prev: string | null, text: string) => {
      const said = { seq, prev, about, day: '2026-11-21', text, accepted: null }
      const sealed = sealReply(said, opened.report, desk.manifest, { replySecret: desk.replies.secret, random })
      if (sealed === null) throw new Error('too long')
      return { hash: sealed.hash, body: { seq, prev, envelope: Buffer.from(sealed.envelope).toString('base64') } }
    }
    const one = answer(1, null, '已收到。')
    const two = answer(2, one.hash, '下周复查。')
    const post = (body: object, who = member) => as(who).send('POST', at('/reports/1/replies'), body)
    expect((await post(one.body)).status).toBe(204)
    // Somebody else has answered meanwhile: the second first is refused, and so is one that names another before it.
    expect(codeOf(await post(answer(1, null, '重复').body))).toBe('changed-meanwhile')
    expect(codeOf(await post(answer(2, about, '错接').body))).toBe('changed-meanwhile')
    expect((await post(two.body)).status).toBe(204)
    expect((await as(member).get(at('/reports/1/replies'))).body).toMatchObject({ items: [{ seq: 1 }, { seq: 2 }] })
    const box = await world.server.app.inject({
      method: 'POST',
      url: `/intake/${desk.code}/mailbox`,
      payload: { fetch: phone.reporter.fetch },
    })
    const envelopes = box.json<{ replies: string[] }>().replies.map((text) => new Uint8Array(Buffer.from(text, 'base64')))
    const read = readReplies(envelopes, phone.reporter, {
      root: desk.root.verify,
      round: desk.code,
      manifests: [signManifest(desk.manifest, desk.root.secret)],
    })
    expect(read).toMatchObject({ fault: null, replies: [{ text: '已收到。' }, { text: '下周复查。' }] })
    expect((await list(member)).items[0]?.replies).toBe(2)
  })

  it('pages by number without a gap or a repetition, the flood apart, and says where it stopped looking for what is undecided', async () => {
    for (let turn = 0; turn < 7; turn += 1) await send(await makePhone(world.server.app, desk))
    await world.database.admin.query('update intake.release set is_slow = number in (2, 5) where desk = $1', [desk.code])
    await decide(6, 'accept')
    const walk = async (query: string) => {
      const seen: number[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page = await list(member, `?limit=2${query}${cursor === '' ? '' : `&cursor=${cursor}`}`)
        seen.push(...page.items.map(({ number }) => number))
        cursor = page.next
      }
      return seen
    }
    expect(await walk('')).toEqual([7, 6, 4, 3, 1])
    expect(await walk('&lane=slow')).toEqual([5, 2])
    expect(await walk('&show=undecided')).toEqual([7, 4, 3, 1])
    for (const cursor of ['x', Buffer.from('[1.5]').toString('base64url')])
      expect(codeOf(await as(member).get(at(`/reports?cursor=${cursor}`)))).toBe('bad-cursor')
  }, 60_000)
})

describe('the book of a desk', () => {
  it('S0-29 of 18 reports received 15 are accepted and 3 redirected: the metric prints 15, with number, date and who', async () => {
    for (let turn = 0; turn < 18; turn += 1) await send(await makePhone(world.server.app, desk))
    for (let number = 1; number <= 15; number += 1) expect((await decide(number, 'accept')).status).toBe(201)
    for (const number of [16, 17, 18]) await decide(number, 'redirect', '县信访局')
    const { body } = await as(team.office).get(`/rounds/${team.round}/inboxes`)
    const tally = { reports: 18, messages: 18, accepted: 15, redirected: 3, declined: 0, undecided: 0 }
    expect((body as { items: InboxDesk[] }).items).toEqual([{ desk: desk.code, until: '2026-12-31', canTake: false, tally }])
    const book = (await as(team.office).get(at('/decisions'))).body as { items: Decision[] }
    expect(book.items).toHaveLength(18)
    expect(book.items[3]).toMatchObject({
      report: 15,
      number: expect.stringMatching(/^受理〔\d{4}〕15号$/) as string,
      on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string,
      by: '测试账号',
      reason: '属于巡察受理范围',
    })
    expect(book.items[0]).toMatchObject({
      report: 18,
      addressee: '县信访局',
      number: expect.stringMatching(/^转办〔\d{4}〕3号$/) as string,
    })
  }, 60_000)

  it('keeps a decision that a later one replaces: the last counts, once for all messages under a receipt', async () => {
    const first = await send(phone)
    await send(phone, { seq: 2, prev: first.hash })
    await decide(1, 'decline')
    await decide(2, 'accept')
    const { items } = await list(member)
    expect(items.map(({ decision }) => decision?.verdict)).toEqual(['accept', 'accept'])
    const { body } = await as(member).get(`/rounds/${team.round}/inboxes`)
    expect((body as { items: InboxDesk[] }).items[0]?.tally).toEqual({
      reports: 1,
      messages: 2,
      accepted: 1,
      redirected: 0,
      declined: 0,
      undecided: 0,
    })
    expect(((await as(member).get(at('/decisions'))).body as { items: Decision[] }).items.map(({ verdict }) => verdict)).toEqual([
      'accept',
      'decline',
    ])
    for (const statement of [`update intake.decision set reason = 'x'`, 'delete from intake.decision'])
      await expect(asApplication(world, member, statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('counts what came since it was last asked: a new receipt is one more report, a further message is none', async () => {
    const tally = async () => {
      const { body } = await as(team.office).get(`/rounds/${team.round}/inboxes`)
      const { reports, messages } = (body as { items: InboxDesk[] }).items[0]?.tally ?? { reports: -1, messages: -1 }
      return [reports, messages]
    }
    expect(await tally()).toEqual([0, 0])
    const first = await send(phone)
    expect(await tally()).toEqual([1, 1])
    await send(phone, { seq: 2, prev: first.hash })
    await send(await makePhone(world.server.app, desk))
    expect(await tally()).toEqual([2, 3])
    expect(await tally()).toEqual([2, 3])
  })

  it('gives two who decide at once two numbers, and refuses a redirection to nobody and an act without a reason', async () => {
    for (let turn = 0; turn < 2; turn += 1) await send(await makePhone(world.server.app, desk))
    const second = await team.order()
    const [one, other] = await Promise.all([decide(1, 'accept'), decide(2, 'accept', null, second)])
    const numbers = [one, other].map(({ body }) => (body as Decision).number)
    expect(new Set(numbers).size).toBe(2)
    expect(codeOf(await decide(1, 'redirect'))).toBe('unfit')
    expect(codeOf(await decide(1, 'accept', '县信访局'))).toBe('unfit')
    const blank = { verdict: 'decline', reason: '  ', addressee: null }
    expect((await as(member).send('POST', at('/reports/1/decisions'), blank)).status).toBe(400)
    expect(codeOf(await decide(99, 'accept'))).toBe('not-found')
  })
})

describe('the log', () => {
  it('holds who opened a name and who handed a text on to whom, with the hash of that text and not a word of it', async () => {
    await send(phone)
    const text = '某某村鱼塘承包费未入账，■■■'
    const opening = await as(member).send('POST', at('/reports/1/name-openings'), { id: v7(), reason: '回访核实' })
    const referral = { id: v7(), addressee: '县农业农村局', reason: '行业问题', textHash: hash('sha256', text) }
    expect([opening.status, (await as(member).send('POST', at('/reports/1/referrals'), referral)).status]).toEqual([204, 204])
    const auditor = await plantAccount(world.database.admin, { authority: '421003', roles: ['audit-admin'] })
    for (const who of [member, auditor]) {
      const { items } = (await as(who).get(at('/handlings'))).body as { items: object[] }
      expect(items).toMatchObject([
        { kind: 'referral', addressee: '县农业农村局', textHash: hash('sha256', text), by: '测试账号' },
        { kind: 'name-opening', reason: '回访核实', addressee: null },
      ])
    }
    expect((await as(team.office).get(at('/handlings'))).body).toEqual({ items: [], next: null })
  })
})

describe('nobody else', () => {
  const refusals = async (who: Planted) => [
    codeOf(await as(who).get(at('/reports'))),
    codeOf(await as(who).get(at('/reports/1/envelope'))),
    codeOf(await as(who).get(at(`/reports/1/attachments/${'a'.repeat(64)}`))),
    codeOf(await as(who).get(at('/reports/1/replies'))),
    codeOf(await as(who).send('POST', at('/reports/1/replies'), { seq: 1, prev: null, envelope: 'A'.repeat(9000) })),
  ]
  const nothing = Array.from({ length: 5 }, () => 'not-found')

  it('gets an envelope or learns that there is one: not a team of another round, not after a revocation, not without an order', async () => {
    await send(phone)
    const elsewhere = await plantDesk(world.database.admin, world.server.app, `other${count}`)
    const other = await (await plantTeam(world.database.admin, elsewhere.code)).order()
    const without = await plantAccount(world.database.admin, { authority: '421003' })
    for (const who of [other, without]) {
      expect(await refusals(who)).toEqual(nothing)
      expect(codeOf(await decide(1, 'accept', null, who))).toBe('not-found')
      for (const path of [`/rounds/${team.round}/inboxes`, at('/decisions'), at('/handlings')])
        expect(codeOf(await as(who).get(path)), path).toBe('not-found')
    }
    await world.database.admin.query(
      `update access.engagement_order set revoked_at = now(), revoked_reason = '调整分工' where round = $1`,
      [team.round],
    )
    expect(await refusals(member)).toEqual(nothing)
    // A desk that is not there answers in the same words.
    expect((await as(member).get('/inboxes/nowhere0/reports/1/envelope')).body).toEqual(
      (await as(member).get(at('/reports/1/envelope'))).body,
    )
  })

  it('of the office or the leading group, who see how many there are and what was decided', async () => {
    await send(phone)
    for (const who of [team.office, team.group]) {
      const [listed, ...rest] = await refusals(who)
      expect([listed, ...rest]).toEqual([undefined, ...nothing.slice(1)])
      expect((await as(who).get(at('/reports'))).body).toEqual({ items: [], next: null })
      expect(codeOf(await decide(1, 'accept', null, who))).toBe('not-allowed')
      const { body } = await as(who).get(`/rounds/${team.round}/inboxes`)
      expect((body as { items: InboxDesk[] }).items[0]).toMatchObject({ canTake: false, tally: { reports: 1, undecided: 1 } })
    }
  })

  it('of the county beside is told even how many there are', async () => {
    await send(phone)
    for (const authority of ['421022', '4210', '42']) {
      const office = await plantAccount(world.database.admin, { authority, roles: ['office', 'leading-group'] })
      expect(codeOf(await as(office).get(`/rounds/${team.round}/inboxes`))).toBe('not-found')
      const { rows } = await asApplication(world, office, `select reports from intake.tally('${desk.code}')`)
      expect(rows).toEqual([{ reports: 0 }])
    }
  })
})
