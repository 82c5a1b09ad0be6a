// Records that were kept long enough are shown to the office that keeps them, proposed by it, and destroyed once two others agree.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DueRecord } from '@shengmian/contract'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ok, refused, type Json } from '../rounds/testing/drive.ts'
import { openStage, type Staff, type Stage } from '../rounds/testing/stage.ts'

const JINGZHOU = '4210'
const AUTHORITY = '421000000000'
let stage: Stage
let folder: string
let office: Staff
let hands: readonly [Staff, Staff]
let elsewhere: Staff

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shengmian-ledger-'))
  writeFileSync(path.join(folder, 'retention.txt'), 'keep cooperation-event 6 本市档案规定：定期6年\n')
  stage = await openStage([JINGZHOU], undefined, folder)
  office = await stage.staff(JINGZHOU, 'office', '周敏')
  hands = [await stage.staff(JINGZHOU, 'leading-group', '罗启明'), await stage.staff(JINGZHOU, 'leading-group', '邓一凡')]
  elsewhere = await stage.staff('5305', 'office', '段其')
})
afterAll(async () => {
  await stage.stop()
  rmSync(folder, { recursive: true, force: true })
})

const settle = async () => stage.server.server.ledger?.settle()
const query = (text: string, values: readonly unknown[]) => stage.server.database.admin.query(text, [...values])
const years = (n: number) => new Date(Date.UTC(stage.server.clock.now().getUTCFullYear() - n, 0, 15)).toISOString()

/** A person of the pool who left it so many years ago, with a tie if wanted. */
async function personGone(name: string, ago: number, tie?: string): Promise<string> {
  const id = await stage.person({ name, authority: JINGZHOU, home: null })
  await query(`update registry.person set state = 'out', state_reason = '退休', changed_at = $2 where id = $1`, [id, years(ago)])
  if (tie !== undefined)
    await query(
      `insert into registry.tie (authority, id, person, other_kind, other_name, kind, class, strength, source, day, recorded_by, recorded_at)
       values ($1, $2, $3, 'outsider', $4, 'spouse', 'kinship', 900, '本人申报', '2018-01-01', $5, now())`,
      [AUTHORITY, uuid(), id, tie, office.account],
    )
  return id
}

async function dueFor(staff: Staff): Promise<readonly DueRecord[]> {
  return (await ok(staff.get('/ledger/retention')))['items'] as readonly DueRecord[]
}
const named = (items: readonly DueRecord[]) => items.map(({ kind, label }) => `${kind} ${label}`)

it('only what has been kept for its whole period is due, and only to the office that keeps it', async () => {
  await personGone('甲', 6)
  await personGone('乙', 4)
  await stage.person({ name: '在库', authority: JINGZHOU, home: null })
  await personGone('丙', 9, '丙之妻')
  const event = async (title: string, ago: number) =>
    query(
      `insert into rounds.cooperation_event (authority, id, kind, title, starts, ends, people, units, recorded_by, recorded_name, recorded_at)
       values ($1, $2, 'area', $3, $4, $4, '[]', '[]', $5, '周敏', now())`,
      [AUTHORITY, uuid(), title, years(ago).slice(0, 10), office.account],
    )
  await event('七年前的协作', 7)
  await event('五年前的协作', 5)
  await settle()
  // 丙 waits for the tie that refers to him.
  expect(named(await dueFor(office)).toSorted()).toEqual(['cooperation-event 七年前的协作', 'person 甲', 'tie 丙 — 丙之妻'])
  expect(await dueFor(hands[0])).toEqual([])
  expect(await dueFor(elsewhere)).toEqual([])
  const { rules } = await ok(office.get('/ledger/retention'))
  expect((rules as Json[]).map((rule) => [rule['kind'], rule['years'], rule['due']])).toEqual([
    ['tie', 3, 1],
    ['person', 5, 1],
    ['official', 5, 0],
    ['cooperation-event', 6, 1],
    ['recusal', 5, 0],
    ['objection', 5, 0],
    ['engagement-order', 10, 0],
    ['lead', 10, 0],
    ['reporter', 3, 0],
    ['ways-in', 3, 0],
  ])
  // What the archivist of the body has written down is told from what nobody has confirmed.
  expect((rules as Json[]).filter((rule) => rule['isDefault'] === false).map((rule) => rule['kind'])).toEqual([
    'cooperation-event',
  ])
})

it('an official is due the years after his office ended, counted from the end of that month', async () => {
  const { rows } = await query(`select id from registry.unit where county = 421003 limit 1`, [])
  const year = stage.server.clock.now().getUTCFullYear()
  for (const [name, until] of [
    ['老支书', `${year - 6}-03`],
    ['新支书', `${year - 1}-03`],
    ['现支书', null],
  ] as const)
    await query(
      `insert into registry.official (county, id, unit, place, name, title, is_head, until) values (421003, $1, $2, 421003100000, $3, '书记', false, $4)`,
      [uuid(), (rows[0] as { id: string }).id, name, until],
    )
  await settle()
  const found = (await dueFor(office)).filter(({ kind }) => kind === 'official')
  expect(found).toEqual([
    expect.objectContaining({ label: '老支书 书记', since: `${year - 6}-04-01`, due: `${year - 1}-04-01`, isProposed: false }),
  ])
})

it('a person is due as soon as the last record that refers to him is gone', async () => {
  const tie = (await dueFor(office)).find(({ kind }) => kind === 'tie')
  await query('delete from registry.tie where id = $1', [String(tie?.record).split('/')[1]])
  expect(named(await dueFor(office)).filter((each) => each.endsWith('丙'))).toEqual(['person 丙'])
})

it('a proposal takes what is due and nothing else, waits for two others, and leaves a tombstone that names the period', async () => {
  const [due] = (await dueFor(office)).filter(({ label }) => label === '甲')
  const young = await personGone('丁', 1)
  await settle()
  const propose = (by: Staff, records: readonly string[]) =>
    by.send('POST', '/ledger/retention/proposals', { items: records.map((record) => ({ id: uuid(), kind: 'person', record })) })
  const record = String(due?.record)
  await refused(propose(office, [record, `${AUTHORITY}/${young}`]), 'not-found')
  expect((await ok(office.get('/ledger/erasures')))['items']).toEqual([])
  await refused(propose(elsewhere, [record]), 'not-found')
  const [erasure] = (await ok(propose(office, [record])))['items'] as Json[]
  expect(String(erasure?.['basis'])).toMatch(
    /^个人信息保护法第十九条、第四十七条.*（保存5年，自\d{4}-01-15起，\d{4}-01-15届满）$/,
  )
  await refused(propose(office, [record]), 'already-there')
  await refused(propose(hands[0], [record]), 'not-found')
  expect((await dueFor(office)).find((each) => each.label === '甲')).toMatchObject({ isProposed: true })

  const approve = (by: Staff) => by.send('POST', `/ledger/erasures/${String(erasure?.['id'])}/approval`)
  await refused(approve(office), 'not-allowed')
  expect(await ok(approve(hands[0]))).toMatchObject({ doneAt: null })
  expect(named(await dueFor(office))).toContain('person 甲')
  expect(await ok(approve(hands[1]))).toMatchObject({ doneAt: expect.any(String) as string })
  expect(named(await dueFor(office))).not.toContain('person 甲')
  await settle()
  const { rows } = await query(
    `select convert_from(entry, 'UTF8')::jsonb as entry from ledger.leaf where record = $1 order by seq desc limit 1`,
    [record.split('/')],
  )
  expect(rows[0]).toMatchObject({
    entry: { kind: 'tombstone', basis: erasure?.['basis'], approvers: hands.map((hand) => hand.account) },
  })
})

it('a recusal counts from its lifting, an objection from its withdrawal, an order from its end; each goes alone', async () => {
  const person = await stage.person({ name: '戊', authority: JINGZHOU, home: null })
  const { rows: units } = await query(`select id from registry.unit where county = 421003 limit 1`, [])
  const unit = (units[0] as { id: string }).id
  const recusal = async (basis: string, lifted: string | null) =>
    query(
      `insert into access.recusal (id, person, authority, place, level, basis, recorded_by, lifted_at, lifted_reason)
       values ($1, $2, $3, 421003000000, 'county', $4, $5, $6, $7)`,
      [uuid(), person, AUTHORITY, basis, office.account, lifted, lifted === null ? null : '事由消失'],
    )
  await recusal('六年前解除', years(6))
  await recusal('去年解除', years(1))
  await recusal('仍在回避', null)
  const objection = async (why: string, state: string) =>
    query(
      `insert into registry.objection (county, id, unit, place, person, why, source, day, state, recorded_by, recorded_at)
       values (421003, $1, $2, 421003100000, $3, $4, '来函', $5, $6, $7, now())`,
      [uuid(), unit, person, why, years(7).slice(0, 10), state, office.account],
    )
  await objection('已撤回的异议', 'withdrawn')
  await objection('仍有效的异议', 'active')
  const round = uuid()
  await query(
    `insert into rounds.round (authority, id, year, number, title, kinds, mode, types, elevated, state, starts, planned_ends, ends, created_by, created_at)
     values ($1, $2, 2015, 1, '旧轮次', '{routine}', 'pooled', '{}', false, 'draft', '2015-03-01', '2015-05-01', '2015-05-01', $3, now())`,
    [AUTHORITY, round, office.account],
  )
  const order = async (number: string, ended: number) =>
    query(
      `insert into access.engagement_order (authority, id, number, round, unit, place, person, capacity, valid, proposed_by, approved_by)
       values ($1, $2, $3, $4, $5, 421003100000, $6, 'member', tstzrange($7, $8), $9, $10)`,
      [AUTHORITY, uuid(), number, round, unit, person, years(ended + 1), years(ended), office.account, hands[0].account],
    )
  await order('荆巡派〔旧〕1号', 11)
  await order('荆巡派〔新〕2号', 3)
  await settle()
  const kinds = ['recusal', 'objection', 'engagement-order']
  const due = (await dueFor(office)).filter(({ kind }) => kinds.includes(kind))
  expect(named(due)).toEqual(['recusal 戊 — 六年前解除', 'objection 戊 — 已撤回的异议', 'engagement-order 荆巡派〔旧〕1号'])
  const items = due.map(({ kind, record }) => ({ id: uuid(), kind, record }))
  await ok(office.send('POST', '/ledger/retention/proposals', { items }))
  for (const { id } of items) for (const hand of hands) await ok(hand.send('POST', `/ledger/erasures/${id}/approval`))
  await settle()
  expect((await dueFor(office)).filter(({ kind }) => kinds.includes(kind))).toEqual([])
  const { rows: left } = await query('select basis from access.recusal where person = $1 order by basis', [person])
  expect(left).toEqual([{ basis: '仍在回避' }, { basis: '去年解除' }])
})

/** Proposes it as one and approves it as two others; answers the tombstones that came of it. */
async function eraseDue(by: Staff, others: readonly [Staff, Staff], kind: string, record: string): Promise<readonly string[]> {
  const id = uuid()
  await ok(by.send('POST', '/ledger/retention/proposals', { items: [{ id, kind, record }] }))
  await refused(by.send('POST', `/ledger/erasures/${id}/approval`), 'not-allowed')
  for (const other of others) await ok(other.send('POST', `/ledger/erasures/${id}/approval`))
  await settle()
  const { rows } = await query(
    `select e ->> 'table' as name from (select convert_from(entry, 'UTF8')::jsonb as e from ledger.leaf) l
     where e ->> 'kind' = 'tombstone' and e ->> 'basis' = (select basis from ledger.erasure where id = $1) order by 1`,
    [id],
  )
  return rows.map((row) => (row as { name: string }).name)
}

it('of an account closed long ago every way in goes with its own tombstone, and the name that acts refer to stays', async () => {
  const closed = await stage.staff(JINGZHOU, 'office', '早已停用')
  const open = await stage.staff(JINGZHOU, 'office', '仍在使用')
  for (const { account } of [closed, open]) {
    await query(`insert into access.credential (id, account, provider_account, passphrase) values ($1, $2, '-', 'hash')`, [
      uuid(),
      account,
    ])
    await query(`insert into access.totp (account, secret, created_at) values ($1, '\\x00', now())`, [account])
    await query(`insert into access.recovery_code (account, code_hash) values ($1, 'x')`, [account])
    for (let n = 0; n < 3; n += 1)
      await query(`insert into access.sign_in_event (id, account, kind, at) values ($1, $2, 'signed-in', now())`, [
        uuid(),
        account,
      ])
  }
  await query(`update access.account set disabled_at = $2, disabled_reason = '退休' where id = $1`, [closed.account, years(4)])
  await settle()
  const due = (await dueFor(office)).filter(({ kind }) => kind === 'ways-in')
  expect(due.map(({ label }) => label.split(' ')[0])).toEqual(['早已停用'])
  expect((await dueFor(elsewhere)).filter(({ kind }) => kind === 'ways-in')).toEqual([])
  const tombstones = await eraseDue(office, hands, 'ways-in', String(due[0]?.record))
  expect(tombstones).toEqual(['access.credential', ...Array<string>(3).fill('access.sign_in_event'), 'access.totp'])
  const left = async (account: string) => {
    const { rows } = await query(
      `select (select count(*) from access.credential where account = $1)::int + (select count(*) from access.totp where account = $1)
         + (select count(*) from access.recovery_code where account = $1) + (select count(*) from access.sign_in_event where account = $1) as n,
         (select name from access.account where id = $1) as name`,
      [account],
    )
    const [row] = rows as { n: string; name: string }[]
    return [Number(row?.n), row?.name]
  }
  expect(await left(closed.account)).toEqual([0, '早已停用'])
  expect(await left(open.account)).toEqual([6, '仍在使用'])
  const { rows } = await query(
    `select count(*)::int as n from ledger.salt s join ledger.leaf l on l.index = s.index
     where l.table_name = 'access.sign_in_event' and not exists (select from access.sign_in_event e where l.record = array[e.id::text])`,
    [],
  )
  expect(rows).toEqual([{ n: 0 }])
  expect((await dueFor(office)).filter(({ kind }) => kind === 'ways-in')).toEqual([])
})

it('a lead is erased by three of the case management that holds it, and by no office; its book stays', async () => {
  const managers = await Promise.all(['甲', '乙', '丙'].map((name) => stage.staff(JINGZHOU, 'case-management', `案管${name}`)))
  const [first, second, third] = managers as [Staff, Staff, Staff]
  const { rows } = await query('select authority, id from rounds.round limit 1', [])
  const round = rows[0] as { authority: string; id: string }
  const lead = uuid()
  await query(
    `insert into leads.lead (id, number, authority, round, unit, place, is_urgent, dropped_by, dropped_at)
     values ($1, '9Q2K-77AB-3C', $2, $3, $4, 421003100000, false, $5, $6)`,
    [lead, AUTHORITY, round.id, uuid(), office.account, years(5)],
  )
  for (const part of ['content', 'reporter']) await query(`insert into leads.${part} (lead, sealed) values ($1, '\\x01')`, [lead])
  await query(
    `insert into leads.opening (id, lead, authority, account, name, reason, opened_at) values ($1, $2, $3, $4, '案管甲', '核查', $5)`,
    [uuid(), lead, AUTHORITY, first.account, years(4)],
  )
  await settle()
  const leadsOf = async (staff: Staff) => named(await dueFor(staff)).filter((one) => /^(lead|reporter) /.test(one))
  // Nothing before the step before leads, nothing ever for those who keep no leads.
  expect(await leadsOf(first)).toEqual([])
  for (const { account } of managers)
    await query(`update access.session set leads_until = access.clock() + interval '20 minutes' where account = $1`, [account])
  expect(await leadsOf(first)).toEqual(['reporter 9Q2K-77AB-3C'])
  expect(await leadsOf(office)).toEqual([])
  const item = { id: uuid(), kind: 'reporter', record: lead }
  await refused(office.send('POST', '/ledger/retention/proposals', { items: [item] }), 'not-found')
  await refused(
    office.send('POST', '/ledger/erasures', { id: uuid(), table: 'leads.reporter', record: lead, basis: '依据' }),
    'not-found',
  )
  const id = uuid()
  await ok(first.send('POST', '/ledger/retention/proposals', { items: [{ ...item, id }] }))
  expect(((await ok(office.get('/ledger/erasures')))['items'] as Json[]).map((one) => one['table'])).not.toContain(
    'leads.reporter',
  )
  await refused(hands[0].send('POST', `/ledger/erasures/${id}/approval`), 'not-found')
  await refused(first.send('POST', `/ledger/erasures/${id}/approval`), 'not-allowed')
  await ok(second.send('POST', `/ledger/erasures/${id}/approval`))
  expect(await ok(third.send('POST', `/ledger/erasures/${id}/approval`))).toMatchObject({ doneAt: expect.any(String) as string })
  await settle()
  expect(await leadsOf(first)).toEqual([])
  const { rows: left } = await query(
    `select (select count(*) from leads.reporter where lead = $1)::int as reporter, (select count(*) from leads.content where lead = $1)::int as content,
       (select count(*) from leads.opening where lead = $1)::int as openings`,
    [lead],
  )
  expect(left).toEqual([{ reporter: 0, content: 1, openings: 1 }])
})
