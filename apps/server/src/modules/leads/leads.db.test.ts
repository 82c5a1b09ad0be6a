// A lead from the hand that drops it to the desk that keeps it: what each can see, and what nobody can.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plantAccount, type Planted } from '../access/testing/accounts.ts'

const CITY = 421_000_000_000
const COUNTY = 421_003_000_000
const VILLAGE = 421_003_105_201

let world: TestServer
beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())

const admin = (text: string, values: readonly unknown[] = []) => world.database.admin.query(text, [...values])

let round: string
let unit: string
let member: Planted
let leader: Planted
let keeper: Planted
let second: Planted

async function setClock(offset: string | null): Promise<void> {
  const text = offset === null ? 'select now()' : `select now() + interval '${offset}'`
  await admin(`create or replace function access.clock() returns timestamptz language sql stable as $$ ${text} $$`)
}

/** As if the session had made the step before leads. */
async function ready(who: Planted): Promise<Planted> {
  await admin(`update access.session set leads_until = access.clock() + interval '20 minutes' where account = $1`, [who.account])
  return who
}

async function plantInspector(capacity: 'leader' | 'member', approved: Planted, proposed: Planted): Promise<Planted> {
  const person = v7()
  await admin(
    `insert into registry.person (authority, id, number, name, roles) values ($1, $2, $2::uuid::text, '陈向东', '{member}')`,
    [COUNTY, person],
  )
  await admin(
    `insert into access.engagement_order (authority, id, number, round, unit, place, person, capacity, valid, proposed_by, approved_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, tstzrange(now() - interval '1 day', now() + interval '20 days'), $9, $10)`,
    [CITY, v7(), '荆巡授〔2026〕3号', round, unit, VILLAGE, person, capacity, proposed.account, approved.account],
  )
  return plantAccount(world.database.admin, { authority: '421003', person })
}

/** A round of the city with one village as target, a team of two, and two of the city's case management. */
beforeEach(async () => {
  await setClock(null)
  ;[round, unit] = [v7(), v7()]
  const office = await plantAccount(world.database.admin, { authority: '4210', roles: ['office'] })
  const group = await plantAccount(world.database.admin, { authority: '4210', roles: ['leading-group'] })
  await admin(
    `insert into registry.unit (county, id, place, kind, name, source) values (421003, $1, $2, 'other', $1::uuid::text, 'office')`,
    [unit, VILLAGE],
  )
  await admin('alter table rounds.round disable trigger user')
  await admin(
    `insert into rounds.round (authority, id, year, number, title, kinds, mode, types, elevated, state, starts, planned_ends, ends, created_by, created_at)
     values ($1, $2, 2026, (select count(*) + 1 from rounds.round), '交叉巡察', '{routine}', 'pooled', '{}', false, 'running', '2026-11-01', '2026-12-31', '2026-12-31', $3, now())`,
    [CITY, round, office.account],
  )
  await admin('alter table rounds.round enable trigger user')
  await admin(
    'insert into rounds.target (county, round, unit, authority, place, workload, position) values (421003, $1, $2, $3, $4, 5, 1)',
    [round, unit, CITY, VILLAGE],
  )
  member = await plantInspector('member', group, office)
  leader = await plantInspector('leader', group, office)
  keeper = await ready(await plantAccount(world.database.admin, { authority: '4210', roles: ['case-management'] }))
  second = await ready(await plantAccount(world.database.admin, { authority: '4210', roles: ['case-management'] }))
})

const REPORTER = '李某某，村民小组长，手机 13800000000'
const MATTER = '村集体鱼塘承包费三年未入账，疑被截留私分'
const wish = (more: object = {}) => ({
  id: v7(),
  commissioning: '4210',
  round,
  unit,
  isUrgent: false,
  content: { subjects: '村党支部书记', matter: MATTER, source: 'talk', evidence: '谈话记录一份' },
  reporter: REPORTER,
  ...more,
})
const as = (who: Planted) => world.withToken(who.token)
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code

/** Drops a lead as the member of the team; answers its id. */
async function dropped(more: object = {}): Promise<string> {
  const lead = wish(more)
  const answer = await as(member).send('POST', '/leads', lead)
  expect(answer.status).toBe(201)
  return lead.id
}

const open = (who: Planted, lead: string, reason = '受理登记') =>
  as(who).send('POST', `/leads/${lead}/opening`, { id: v7(), reason })

describe('a lead that is dropped', () => {
  it('leaves its writer a number and nothing else: neither he, his leader, the office nor another session reads it', async () => {
    const lead = wish()
    const answer = await as(member).send('POST', '/leads', lead)
    expect(answer.body).toEqual({ number: expect.stringMatching(/^XS2026(-[A-Z0-9]{4}){3}$/) as string })
    const office = await ready(
      await plantAccount(world.database.admin, { authority: '4210', roles: ['office', 'leading-group'] }),
    )
    for (const who of [await ready(member), await ready(leader), office]) {
      expect((await as(who).get('/leads')).body).toEqual({ items: [], next: null })
      for (const path of ['', '/reporter']) expect((await as(who).get(`/leads/${lead.id}${path}`)).status).toBe(404)
      expect((await open(who, lead.id)).status).toBe(404)
    }
  })

  it('is taken only from who inspects the unit now: not of another unit, after a revocation, from a recused or from an office', async () => {
    expect(codeOf(await as(member).send('POST', '/leads', wish({ unit: v7() })))).toBe('not-allowed')
    expect(codeOf(await as(keeper).send('POST', '/leads', wish()))).toBe('not-allowed')
    const { rows } = await admin('select person from access.account where id = $1', [leader.account])
    const [{ person }] = rows as [{ person: string }]
    await admin(
      `insert into access.recusal (id, person, authority, place, level, basis, recorded_by) values ($1, $2, $3, $4, 'village', '亲属任职', $5)`,
      [v7(), person, COUNTY, VILLAGE, keeper.account],
    )
    expect(codeOf(await as(leader).send('POST', '/leads', wish()))).toBe('not-allowed')
    await admin(`update access.engagement_order set revoked_at = now(), revoked_reason = '调整分工' where round = $1`, [round])
    expect(codeOf(await as(member).send('POST', '/leads', wish()))).toBe('not-allowed')
  })

  it('sent twice with one key is one lead with one number', async () => {
    const lead = wish()
    const key = v7()
    const [one, other] = [await as(member).send('POST', '/leads', lead, key), await as(member).send('POST', '/leads', lead, key)]
    expect(one.body).toEqual(other.body)
    expect((await admin('select from leads.lead where id = $1', [lead.id])).rows).toHaveLength(1)
  })

  it('takes no further part after its transaction, and its words lie sealed in the database', async () => {
    const lead = await dropped()
    const late = world.server.database.pool('lead')
    const client = await late.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('shengmian.session', $1, true)`, [member.token])
      const statement = `insert into leads.content (lead, sealed) values ($1, $2)`
      await expect(client.query(statement, [lead, Buffer.from('x')])).rejects.toMatchObject({ code: '42501' })
    } finally {
      await client.query('rollback')
      client.release()
    }
    const { rows } = await admin(
      `select encode(sealed, 'escape') as text from leads.content union all select encode(sealed, 'escape') from leads.reporter
       union all select l::text from leads.lead l union all select i::text from platform.idempotency i`,
    )
    const text = (rows as { text: string }[]).map((row) => row.text).join('\n')
    expect(text).not.toContain('13800000000')
    expect(text).not.toContain('鱼塘')
  })

  it('is out of reach of the application that serves everything else, whoever asks through it', async () => {
    const lead = await dropped()
    await open(keeper, lead)
    for (const table of ['lead', 'content', 'reporter', 'opening', 'custody', 'unsealing']) {
      const asked = world.server.database.transact({ kind: 'session', token: keeper.token }, async (tx) => {
        const { sqlOf } = await import('../../platform/database.ts')
        return sqlOf(tx)
          .selectFrom(`leads.${table}` as 'leads.lead')
          .selectAll()
          .execute()
      })
      await expect(asked).rejects.toMatchObject({ code: '42501' })
    }
  })
})

describe('the desk of leads', () => {
  it('S2-53 receives every lead of the city’s teams in one queue, urgent ones first, by place and day and without their words', async () => {
    const calm = await dropped()
    const urgent = await dropped({ isUrgent: true })
    const answer = await as(keeper).get('/leads')
    const { items } = answer.body as { items: { id: string; openings: number; isOpen: boolean; place: { code: string } }[] }
    const mine = items.filter((item) => [calm, urgent].includes(item.id))
    expect(mine.map((item) => item.id)).toEqual([urgent, calm])
    expect(mine[0]).toMatchObject({ place: { code: '421003105201' }, openings: 0, isOpen: false, isUrgent: true })
    expect(JSON.stringify(answer.body)).not.toContain('鱼塘')
    expect((await as(second).get('/leads')).body).toEqual(answer.body)
  })

  it('pages by cursor without a gap or a repetition', async () => {
    const all = [await dropped(), await dropped({ isUrgent: true }), await dropped()]
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await as(keeper).get(`/leads?limit=1${cursor === null ? '' : `&cursor=${cursor}`}`)
      const body = page.body as { items: { id: string }[]; next: string | null }
      seen.push(...body.items.map((item) => item.id))
      cursor = body.next
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(seen.length)
    expect(all.every((id) => seen.includes(id))).toBe(true)
    expect(codeOf(await as(keeper).get('/leads?cursor=x'))).toBe('bad-cursor')
  })

  it('asks for its own step, and shows an empty desk to nobody who merely forgot it', async () => {
    const lead = await dropped()
    const without = await plantAccount(world.database.admin, { authority: '4210', roles: ['case-management'] })
    for (const path of ['/leads', `/leads/${lead}`, '/leads/desks', '/leads/unsealings', `/leads/${lead}/reporter`])
      expect([path, codeOf(await as(without).get(path))]).toEqual([path, 'leads-step-missing'])
    expect(codeOf(await open(without, lead))).toBe('leads-step-missing')
  })

  it('belongs to one body: the case management of the county below and the city beside sees nothing', async () => {
    const lead = await dropped()
    for (const authority of ['421003', '5305', '42']) {
      const other = await ready(await plantAccount(world.database.admin, { authority, roles: ['case-management'] }))
      expect((await as(other).get('/leads')).body).toEqual({ items: [], next: null })
      expect((await as(other).get(`/leads/${lead}`)).status).toBe(404)
    }
  })

  it('opens a lead only with a reason, one at a time, for a quarter of an hour, and writes down who, when and why', async () => {
    const [one, other] = [await dropped(), await dropped()]
    expect(codeOf(await as(keeper).get(`/leads/${one}`))).toBe('wrong-state')
    expect((await open(keeper, one, ' ')).status).toBe(400)
    expect((await open(keeper, one, '受理登记，核对来源')).status).toBe(201)
    expect((await as(keeper).get(`/leads/${one}`)).body).toMatchObject({ content: { matter: MATTER }, hasReporter: true })
    expect(JSON.stringify((await as(keeper).get(`/leads/${one}`)).body)).not.toContain('13800000000')
    // What one has opened, another has not.
    expect(codeOf(await as(second).get(`/leads/${one}`))).toBe('wrong-state')
    await open(keeper, other)
    expect(codeOf(await as(keeper).get(`/leads/${one}`))).toBe('wrong-state')
    expect((await as(keeper).get(`/leads/${other}`)).status).toBe(200)
    const book = (await as(second).get(`/leads/openings?lead=${one}`)).body as { items: object[] }
    expect(book.items).toEqual([expect.objectContaining({ name: '测试账号', reason: '受理登记，核对来源', kind: 'lead' })])
    await admin(`update access.session set updated_at = now() + interval '15 minutes', expires_at = now() + interval '1 hour'`)
    await setClock('16 minutes')
    expect(codeOf(await as(keeper).get(`/leads/${other}`))).toBe('wrong-state')
  })

  it('shows its book to the audit administrator of the body, without a lead', async () => {
    const lead = await dropped()
    await open(keeper, lead)
    const auditor = await plantAccount(world.database.admin, { authority: '42', roles: ['audit-admin'] })
    const book = (await as(auditor).get(`/leads/openings?lead=${lead}`)).body as { items: object[] }
    expect(book.items).toEqual([expect.objectContaining({ lead, number: null, reason: '受理登记' })])
    const elsewhere = await plantAccount(world.database.admin, { authority: '53', roles: ['audit-admin'] })
    const security = await plantAccount(world.database.admin, { authority: '42', roles: ['security-admin'] })
    for (const who of [elsewhere, security, member])
      expect((await as(who).get(`/leads/openings?lead=${lead}`)).body).toEqual({ items: [] })
  })

  it('a hand-over gives sight to the receiver and takes it from the giver, open or not', async () => {
    const lead = await dropped()
    await open(keeper, lead)
    const county = await ready(await plantAccount(world.database.admin, { authority: '421003', roles: ['case-management'] }))
    const give = (body: string) =>
      as(keeper).send('POST', `/leads/${lead}/hand-over`, { id: v7(), body, reason: '按干部管理权限移交' })
    expect(codeOf(await give('4210'))).toBe('unfit')
    expect(codeOf(await give('421087'))).toBe('unfit')
    expect((await give('421003')).status).toBe(204)
    for (const giver of [keeper, second]) {
      expect((await as(giver).get(`/leads/${lead}`)).status).toBe(404)
      expect((await open(giver, lead)).status).toBe(404)
      expect(JSON.stringify((await as(giver).get('/leads')).body)).not.toContain(lead)
      expect((await as(giver).get(`/leads/openings?lead=${lead}`)).body).toEqual({ items: [] })
    }
    expect((await open(county, lead)).status).toBe(201)
    expect((await as(county).get(`/leads/${lead}`)).body).toMatchObject({ content: { matter: MATTER } })
    expect((await give('421003')).status).toBe(404)
  })

  it('names the desks to case management alone: whoever else makes the step is told of none', async () => {
    const office = await ready(await plantAccount(world.database.admin, { authority: '4210', roles: ['office'] }))
    expect((await as(office).get('/leads/desks')).body).toEqual({ items: [] })
    const { items } = (await as(await ready(keeper)).get('/leads/desks')).body as { items: object[] }
    expect(items.length).toBeGreaterThan(0)
  })

  it('lists as receivers only bodies whose case management somebody holds', async () => {
    await plantAccount(world.database.admin, { authority: '421022', roles: ['case-management'] })
    const { items } = (await as(keeper).get('/leads/desks')).body as { items: { code: string }[] }
    expect(items.map((item) => item.code)).toContain('421022')
    expect(items.map((item) => item.code)).not.toContain('421087')
  })
})

describe('the name of a reporter', () => {
  const ask = (who: Planted, lead: string, id = v7()) =>
    as(who).send('POST', `/leads/${lead}/unsealing`, { id, reason: '须向反映人核实一个细节' })
  const approve = (who: Planted, id: string) => as(who).send('POST', `/leads/unsealings/${id}/approval`)

  it('is read by nobody alone: one asks, another approves, and only the first reads it, for a quarter of an hour', async () => {
    const lead = await dropped()
    await open(keeper, lead)
    expect(codeOf(await as(keeper).get(`/leads/${lead}/reporter`))).toBe('wrong-state')
    const id = v7()
    expect((await ask(keeper, lead, id)).status).toBe(204)
    expect(codeOf(await as(keeper).get(`/leads/${lead}/reporter`))).toBe('wrong-state')
    expect(codeOf(await approve(keeper, id))).toBe('not-allowed')
    const waiting = (await as(second).get('/leads/unsealings')).body as { items: { id: string; isOwn: boolean }[] }
    expect(waiting.items.find((item) => item.id === id)).toMatchObject({ isOwn: false, approvedBy: null })
    expect((await approve(second, id)).status).toBe(204)
    expect((await as(keeper).get(`/leads/${lead}/reporter`)).body).toEqual({ reporter: REPORTER })
    // The second hand lends itself and reads nothing.
    expect(codeOf(await as(second).get(`/leads/${lead}/reporter`))).toBe('wrong-state')
    expect(codeOf(await approve(second, id))).toBe('wrong-state')
    const book = (await as(second).get(`/leads/openings?lead=${lead}`)).body as {
      items: { kind: string; approvedBy: string | null }[]
    }
    expect(book.items.map((item) => [item.kind, item.approvedBy])).toEqual([
      ['reporter', '测试账号'],
      ['lead', null],
    ])
    await admin(`update access.session set updated_at = now() + interval '15 minutes', expires_at = now() + interval '1 hour'`)
    await setClock('16 minutes')
    expect(codeOf(await as(keeper).get(`/leads/${lead}/reporter`))).toBe('wrong-state')
  })

  it('cannot be approved in the database by the one who asked, under another’s name, twice, or from another body', async () => {
    const lead = await dropped()
    const id = v7()
    await ask(keeper, lead, id)
    const client = await world.server.database.pool('lead').connect()
    const say = async (who: Planted, statement: string, values: unknown[]) => {
      await client.query('begin')
      await client.query(`select set_config('shengmian.session', $1, true)`, [who.token])
      try {
        return (await client.query(statement, values)).rowCount
      } finally {
        await client.query('rollback')
      }
    }
    try {
      const sign = 'update leads.unsealing set approved_by = $2, approved_at = now() where id = $1'
      expect(await say(keeper, sign, [id, second.account])).toBe(0)
      const elsewhere = await ready(await plantAccount(world.database.admin, { authority: '5305', roles: ['case-management'] }))
      expect(await say(elsewhere, sign, [id, elsewhere.account])).toBe(0)
      const made = `insert into leads.unsealing (id, lead, authority, asked_by, asked_name, reason, asked_at, approved_by, approved_at)
        values ($1, $2, $3, $4, '甲', '理由', now(), $5, now())`
      await expect(say(keeper, made, [v7(), lead, CITY, keeper.account, second.account])).rejects.toMatchObject({ code: '42501' })
      await expect(
        say(second, 'update leads.unsealing set asked_by = $2 where id = $1', [id, second.account]),
      ).rejects.toMatchObject({
        code: '42501',
      })
      expect((await approve(second, id)).status).toBe(204)
      await expect(say(second, sign, [id, second.account])).rejects.toMatchObject({ code: '42501' })
    } finally {
      client.release()
    }
  })

  it('that was never given answers as such, to two people as well', async () => {
    const lead = await dropped({ reporter: null })
    const id = v7()
    await ask(keeper, lead, id)
    await approve(second, id)
    expect((await as(keeper).get(`/leads/${lead}/reporter`)).body).toEqual({ reporter: null })
  })
})
