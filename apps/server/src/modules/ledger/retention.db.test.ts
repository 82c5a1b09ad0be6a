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
