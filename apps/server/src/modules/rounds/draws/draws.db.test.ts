// A whole draw through HTTP on a real database, and what comes after it.
import { readDraw, verifyDraw } from '@shengmian/dispatch'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approveRound, finished, issueOf, ok, refused, type Json } from '../testing/drive.ts'
import { openDrawTable } from '../testing/draw-table.ts'

const { stage, office, group, host, stranger, secretsOf, aRound, freeze, commitAll, solved, verdictOf, drawn } =
  await openDrawTable()
afterAll(() => stage.stop())

describe('a whole draw', () => {
  let table: Awaited<ReturnType<typeof drawn>>
  beforeAll(async () => {
    table = await drawn()
  })

  it('puts the plan that was drawn onto the board, as a version that says so, and its files hold on another machine', async () => {
    const view = await ok(office.get(`/draws/${table.draw}`))
    expect(view).toMatchObject({ state: 'picked', taken: [1], number: 1 })
    const { items } = (await ok(office.get(`/rounds/${table.round}/plans`))) as { items: Json[] }
    expect(items[0]).toMatchObject({ version: 1, origin: 'draw', reason: expect.stringMatching(/^第 1 次抽签，第 \d+ 签$/) })
    const { files, verdict } = await verdictOf(office, table.draw)
    expect(verdict).toMatchObject({ holds: true, findings: [], unchecked: [] })
    expect(verdict.plans).toHaveLength(12)
    const plan = await office.get(`/rounds/${table.round}/plans/1/plan.json`)
    expect(plan.body).toEqual(files.plans[0])
  })

  it('is read by everybody signed in as far as it is published, without the problem, the salts or any withdrawal', async () => {
    const { files, verdict } = await verdictOf(stranger, table.draw)
    expect(verdict).toMatchObject({ holds: true, unchecked: [{ en: expect.stringContaining('without the problem') }] })
    expect([files.problem, files.salts, files.plans.length]).toEqual([null, null, 0])
    expect(await ok(stranger.get(`/draws/${table.draw}`))).toMatchObject({
      round: null,
      solver: null,
      canConduct: false,
      taken: [],
    })
    expect((await stage.server.nobody.get(`/draws/${table.draw}`)).status).toBe(401)
  })

  it('is followed by the leading group with its withdrawals and plans, and without what was frozen', async () => {
    const { files } = await verdictOf(group, table.draw)
    expect([files.problem, files.salts, files.plans.length]).toEqual([null, null, 1])
    expect(await ok(group.get(`/draws/${table.draw}`))).toMatchObject({ round: table.round, canConduct: false, taken: [1] })
    expect(await ok(group.get(`/rounds/${table.round}/draws`))).toMatchObject({ items: [{ number: 1 }] })
    expect((await group.get(`/draws/${table.draw}/branches/${uuid()}`)).status).toBe(403)
  })

  it('gives one person what he needs to check his own facts, through the office and nobody else', async () => {
    const { files } = await verdictOf(office, table.draw)
    const person = files.problem?.people[0]?.id ?? ''
    const { body } = await office.get(`/draws/${table.draw}/branches/${person}`)
    const outcome = readDraw([{ name: 'branches.json', content: body }])
    if (outcome.kind === 'refused') throw new Error('the branches do not read')
    expect(outcome.value.branches.length).toBeGreaterThan(0)
    expect(outcome.value.branches.every((branch) => branch.record.includes(person))).toBe(true)
    expect((await verifyDraw(outcome.value)).findings).toEqual([])
    expect((await host.get(`/draws/${table.draw}/branches/${person}`)).status).toBe(403)
    expect((await office.get(`/draws/${table.draw}/branches/${uuid()}`)).status).toBe(404)
  })

  it('lets nobody change the plan by hand', async () => {
    const board = (await ok(office.get(`/rounds/${table.round}/board`))) as {
      rows: { team: string; cells: { person: { id: string } }[] }[]
    }
    const [one, two] = board.rows
    const moves = [
      { team: one?.team, slot: 1, person: two?.cells[1]?.person.id },
      { team: two?.team, slot: 1, person: one?.cells[1]?.person.id },
    ]
    const answer = await refused(
      office.send('POST', `/rounds/${table.round}/board/moves`, { version: 1, moves, reason: '换一下' }),
      'wrong-state',
    )
    expect(answer['detail']).toContain('抽签')
  })

  it('is not replaced by another plan of the solver: it is only repaired, and with a reason', async () => {
    const fresh = uuid()
    await ok(office.send('POST', `/rounds/${table.round}/proposals`, { id: fresh, effort: 'quick' }))
    expect((await finished(office, table.round, fresh))['state']).toBe('done')
    await refused(office.send('POST', `/rounds/${table.round}/proposals/${fresh}/take`, {}), 'wrong-state')
    const repair = uuid()
    await ok(office.send('POST', `/rounds/${table.round}/proposals`, { id: repair, effort: 'quick', keep: true }))
    expect((await finished(office, table.round, repair))['state']).toBe('done')
    await refused(office.send('POST', `/rounds/${table.round}/proposals/${repair}/take`, {}), 'unfit')
  })

  it('replaces who drops out by the rule that was frozen, and the record is replayed', async () => {
    const board = (await ok(office.get(`/rounds/${table.round}/board`))) as { rows: { cells: { person: { id: string } }[] }[] }
    const person = board.rows[0]?.cells[1]?.person.id
    await ok(office.send('POST', `/draws/${table.draw}/withdrawals`, { person, reason: '病假三个月' }))
    const view = await solved(table)
    expect(view).toMatchObject({ withdrawals: [{ number: 1, reason: '病假三个月', ticket: null }], taken: [1] })
    await ok(office.send('POST', `/draws/${table.draw}/withdrawals/take`))
    const { items } = (await ok(office.get(`/rounds/${table.round}/plans`))) as { items: Json[] }
    expect(items[0]).toMatchObject({ version: 2, origin: 'draw', reason: expect.stringContaining('病假三个月') })
    const { verdict } = await verdictOf(office, table.draw)
    expect(verdict).toMatchObject({ holds: true, findings: [] })
    await refused(office.send('POST', `/draws/${table.draw}/withdrawals`, { person, reason: '再来一次' }), 'unfit')
    // the withdrawal names a person: what is published to others does not hold it
    expect((await verdictOf(stranger, table.draw)).files.withdrawals).toEqual([])
  })

  it('leaves no secret of a party in the database before it is opened', async () => {
    const other = await freeze(await aRound())
    await commitAll(other)
    const { rows } = await stage.server.database.admin.query<{ text: string }>(
      `select d::text as text from rounds.draw d union all select r::text from rounds.draw_record r where r.draw = $1`,
      [other.draw],
    )
    const text = rows.map((row) => row.text).join('\n')
    for (const staff of [office, host, group])
      expect(text.split('\n').filter((line) => line.includes(other.draw) && line.includes(secretsOf(staff)[0]))).toEqual([])
  })
})

it('somebody who withdraws from a round under way loses his order at once', async () => {
  const table = await drawn()
  await approveRound(office, group, table.round)
  await ok(issueOf(group, table.round))
  const board = (await ok(office.get(`/rounds/${table.round}/board`))) as { rows: { cells: { person: { id: string } }[] }[] }
  const person = board.rows[0]?.cells[1]?.person.id
  const revoked = async () => {
    const { rows } = await stage.server.database.admin.query<{ person: string; revoked_reason: string }>(
      'select distinct person, revoked_reason from access.engagement_order where round = $1 and revoked_at is not null',
      [table.round],
    )
    return rows
  }
  expect(await revoked()).toEqual([])
  await ok(office.send('POST', `/draws/${table.draw}/withdrawals`, { person, reason: '突发疾病' }))
  await solved(table)
  await ok(office.send('POST', `/draws/${table.draw}/withdrawals/take`))
  expect(await revoked()).toEqual([{ person, revoked_reason: '抽签后退出：突发疾病' }])
})

describe('the leading group', () => {
  it('sees the whole draw and conducts none of it', async () => {
    const table = await freeze(await aRound())
    expect(await ok(group.get(`/draws/${table.draw}`))).toMatchObject({ canConduct: false, solver: { state: 'idle' } })
    expect(await ok(office.get(`/draws/${table.draw}`))).toMatchObject({ canConduct: true })
  })
})
