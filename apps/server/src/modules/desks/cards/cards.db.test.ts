// Cards with a household's code, from the printer to the device that opens a report: the server keeps hashes and sealed marks, and never a code.
import type { CardBatch, CardMark, IntakeDesk, PrintedCards } from '@shengmian/contract'
import {
  cardHash,
  judgeCards,
  makeCardCode,
  openCardMarks,
  openReport,
  readCardCode,
  sealCardMark,
  type ReadCard,
} from '@shengmian/sealing'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plantAccount, type Planted } from '../../access/testing/accounts.ts'
import { asApplication } from '../../access/testing/as-application.ts'
import { plantTeam, type PlantedTeam } from '../../inbox/testing/team.ts'
import { makePhone, plantDesk, random, type TestDesk } from '../../intake/testing/desk.ts'

let world: TestServer
let count = 0
let desk: TestDesk
let team: PlantedTeam
let member: Planted
beforeAll(async () => {
  world = await startTestServer({ intakeTerms: { tries: 20, usual: 1000, flood: 2000 } })
})
afterAll(() => world.stop())
beforeEach(async () => {
  count += 1
  desk = await plantDesk(world.database.admin, world.server.app, `card${1000 + count}`)
  team = await plantTeam(world.database.admin, desk.code)
  member = await team.order()
})

const as = (who: Planted) => world.withToken(who.token)
const ofRound = (path: string) => `/rounds/${team.round}/desk${path}`
const ofInbox = (path: string) => `/inboxes/${desk.code}${path}`
const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code
const placeOf = ({ body }: { body: unknown }) => (body as { errors?: { at: string }[] }).errors?.map((error) => error.at)

async function makeCard(medium = 'card'): Promise<string> {
  const { body } = await as(team.office).get(ofRound('/posters'))
  const [{ unit } = { unit: '' }] = (body as { places: { unit: string }[] }).places
  const made = await as(team.office).send('POST', ofRound('/posters'), { medium, places: [{ unit, place: '七里村' }] })
  return (made.body as { items: { code: string; medium: string }[] }).items.find((item) => item.medium === medium)?.code ?? ''
}

/** What the printing browser does: draws, hashes, sorts and hands the hashes in. */
async function printBatch(poster: string, cards = 8, who = team.office) {
  const codes = Array.from({ length: cards }, () => makeCardCode(random))
  const hashes = await Promise.all(codes.map(async (code) => Buffer.from(await cardHash(code, desk.code))))
  const sorted = hashes.toSorted((a, b) => Buffer.compare(a, b))
  const id = v7()
  const body = { id, poster, hashes: Buffer.concat(sorted).toString('base64') }
  return { id, codes, answer: await as(who).send('POST', ofRound('/card-batches'), body) }
}
const batches = async (who: Planted) => ((await as(who).get(ofRound('/card-batches'))).body as { items: CardBatch[] }).items

describe('A batch of cards', () => {
  it('is logged with its number, place and printer; the server has hashes in ascending order and no code', async () => {
    const poster = await makeCard()
    const { id, codes, answer } = await printBatch(poster)
    expect(answer).toMatchObject({ status: 201, body: { items: [{ id, poster, place: '七里村', cards: 8, revoked: null }] } })
    expect(await batches(member)).toMatchObject([{ id, village: '421003105201' }])
    const { rows } = await world.database.admin.query<{ kept: string }>(
      `select query_to_xml(format('select * from %I.%I', table_schema, table_name), true, true, '')::text as kept
       from information_schema.tables where table_schema in ('intake', 'platform', 'ledger') and table_type = 'BASE TABLE'`,
    )
    for (const code of codes) for (const { kept } of rows) expect(kept.toLowerCase()).not.toContain(code)
    const { rows: kept } = await world.database.admin.query<{ hashes: Buffer }>(
      'select hashes from intake.card_batch where id = $1',
      [id],
    )
    const each = Array.from({ length: 8 }, (_, at) => kept[0]?.hashes.subarray(at * 16, at * 16 + 16).toString('hex'))
    expect(each).toEqual(each.toSorted((a = '', b = '') => (a < b ? -1 : 1)))
  })

  it('is refused where the order of printing would show, where it is no card, and where the card is closed', async () => {
    const [card, sheet] = [await makeCard(), await makeCard('sheet')]
    const post = (body: object) => as(team.office).send('POST', ofRound('/card-batches'), { id: v7(), poster: card, ...body })
    const bytes = (...first: number[]) => Buffer.concat(first.map((byte) => Buffer.alloc(16, byte))).toString('base64')
    for (const hashes of [bytes(2, 1), bytes(1, 1), Buffer.alloc(17, 1).toString('base64')]) {
      const refused = await post({ hashes })
      expect([codeOf(refused), placeOf(refused)]).toEqual(['unfit', ['hashes']])
    }
    expect(placeOf(await post({ hashes: bytes(1), poster: sheet }))).toEqual(['poster'])
    expect(codeOf(await post({ hashes: 'A'.repeat(17_072) }))).toBe('bad-request')
    await as(team.office).send('POST', ofRound(`/posters/${card}/revocation`), { reason: '印错了电话' })
    expect(codeOf(await post({ hashes: bytes(1) }))).toBe('wrong-state')
  })

  it('is made and withdrawn by the office and the leading group; its team sees it, and nobody elsewhere does', async () => {
    const poster = await makeCard()
    expect(codeOf((await printBatch(poster, 2, member)).answer)).toBe('not-allowed')
    const { id } = await printBatch(poster, 2, team.group)
    const revoke = (who: Planted, batch = id) =>
      as(who).send('POST', ofRound(`/card-batches/${batch}/revocation`), { reason: '一叠卡丢了' })
    expect(codeOf(await revoke(member))).toBe('not-allowed')
    expect(codeOf(await revoke(team.office, v7()))).toBe('not-found')
    expect((await revoke(team.office)).body).toMatchObject({ items: [{ id, revoked: { reason: '一叠卡丢了' } }] })
    expect(codeOf(await revoke(team.group))).toBe('wrong-state')
    const stranger = await plantAccount(world.database.admin, { authority: '421002', roles: ['office'] })
    for (const path of [ofRound('/card-batches'), ofInbox('/cards'), ofInbox('/card-marks')])
      expect([path, (await as(stranger).get(path)).status]).toEqual([path, 404])
    // The office sees what it printed; which reports carried what, it has neither a key to nor a row of.
    const phone = await makePhone(world.server.app, desk)
    await phone.send(phone.seal().envelope)
    await as(member).send('PUT', ofInbox('/reports/1/card-mark'), { mark: Buffer.from(random(56)).toString('base64') })
    const seen = async (who: Planted) =>
      (await asApplication(world, who, `select report from intake.card_mark where desk = '${desk.code}'`)).rows.length
    expect([await seen(team.office), await seen(member)]).toEqual([0, 1])
    expect((await as(team.office).get(ofInbox('/card-marks'))).body).toEqual({ items: [], hasMore: false })
    expect((await as(team.office).get(ofInbox('/cards'))).body).toMatchObject({ items: [{ id, isRevoked: true }] })
  })
})

describe('A card in a report', () => {
  it('is judged where the report is opened: valid once, then used, withdrawn, unknown or none; each report is taken all the same', async () => {
    const poster = await makeCard()
    const [good, lost] = [await printBatch(poster), await printBatch(poster)]
    await as(team.office).send('POST', ofRound(`/card-batches/${lost.id}/revocation`), { reason: '一叠卡丢了' })
    const cards = [
      good.codes[0] ?? '',
      (good.codes[0] ?? '').toUpperCase(),
      lost.codes[0] ?? '',
      makeCardCode(random),
      '抄错了',
      null,
    ]
    for (const card of cards) {
      const phone = await makePhone(world.server.app, desk)
      expect((await phone.send(phone.seal({ card }).envelope)).statusCode).toBe(201)
    }
    const printed = ((await as(member).get(ofInbox('/cards'))).body as { items: PrintedCards[] }).items.map((batch) => ({
      ...batch,
      hashes: (Buffer.from(batch.hashes, 'base64').toString('hex').match(/.{32}/g) ?? []) as readonly string[],
    }))
    const hashOf = async (number: number): Promise<ReadCard | null> => {
      const taken = await as(member).get(ofInbox(`/reports/${number}/envelope`))
      const opened = openReport(new Uint8Array(taken.bytes), [desk.team], desk.code)
      if (opened.kind === 'refused') throw new Error(opened.why)
      const { card } = opened.report
      const code = card === null ? null : readCardCode(card)
      if (code === null) return card === null ? null : { hash: null }
      return { hash: Buffer.from(await cardHash(code, desk.code)).toString('hex') }
    }
    const read = await Promise.all(cards.map((_, at) => hashOf(at + 1)))
    // Another inspector opens them in another order, and both know what the other knows.
    for (const number of [6, 2, 1, 5, 4, 3]) {
      const hash = read[number - 1]?.hash ?? null
      const told = hash === null ? null : new Uint8Array(Buffer.from(hash, 'hex'))
      const mark = sealCardMark(told, desk.team, { desk: desk.code, number }, random)
      const put = { mark: Buffer.from(mark).toString('base64') }
      expect((await as(member).send('PUT', ofInbox(`/reports/${number}/card-mark`), put)).status).toBe(204)
    }
    const other = await team.order()
    const { items, hasMore } = (await as(other).get(ofInbox('/card-marks'))).body as { items: CardMark[]; hasMore: boolean }
    expect([items.map(({ report }) => report), hasMore]).toEqual([[1, 2, 3, 4, 5, 6], false])
    const open = openCardMarks([desk.team], desk.code)
    const uses = items.flatMap(({ report, mark }) => {
      const hash = open(new Uint8Array(Buffer.from(mark, 'base64')), report)
      return hash === null || hash === 'unread' ? [] : [{ number: report, hash: Buffer.from(hash).toString('hex') }]
    })
    const judge = judgeCards(printed, uses)
    expect(read.map((card, at) => judge(at + 1, card).kind)).toEqual(['valid', 'used', 'revoked', 'unknown', 'unknown', 'none'])
    expect(judge(2, read[1] ?? null)).toMatchObject({ first: 1, batch: good.id })
  })

  it('leaves a mark that says nothing to the server: of one length, other bytes each time, the first stays, and none without a report', async () => {
    const phone = await makePhone(world.server.app, desk)
    await phone.send(phone.seal({ card: makeCardCode(random) }).envelope)
    const put = (number: number, bytes: Uint8Array, who = member) =>
      as(who).send('PUT', ofInbox(`/reports/${number}/card-mark`), { mark: Buffer.from(bytes).toString('base64') })
    const [first, second] = [random(56), random(56)]
    expect((await put(1, first)).status).toBe(204)
    expect((await put(1, second)).status).toBe(204)
    expect((await as(member).get(ofInbox('/card-marks'))).body).toMatchObject({
      items: [{ report: 1, mark: Buffer.from(first).toString('base64') }],
    })
    expect((await as(member).get(ofInbox('/card-marks?after=1'))).body).toEqual({ items: [], hasMore: false })
    expect(codeOf(await put(2, first))).toBe('not-found')
    expect(placeOf(await put(1, random(55)))).toEqual(['mark'])
    expect(codeOf(await put(1, first, team.office))).toBe('not-allowed')
    const rival = await plantTeam(
      world.database.admin,
      (await plantDesk(world.database.admin, world.server.app, `far${count}`)).code,
    )
    expect(codeOf(await put(1, first, await rival.order()))).toBe('not-found')
  })
})

it('Every phone is told the villages of the round, the same ones whoever asks, so that it finds its own without saying which', async () => {
  const view = async () => (await world.server.app.inject(`/intake/${desk.code}`)).json<IntakeDesk>()
  const { villages } = await view()
  expect(villages).toMatchObject([{ code: '421003105201', name: expect.any(String) }])
  expect((await view()).villages).toEqual(villages)
})
