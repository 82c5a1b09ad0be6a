// Who may take which step of a draw, and when, through HTTP on a real database.
import { commitSecrets } from '@shengmian/dispatch'
import { v7 as uuid } from 'uuid'
import { afterAll, describe, expect, it } from 'vitest'
import { ok, refused, type Json } from '../testing/drive.ts'
import { openDrawTable } from '../testing/draw-table.ts'

const { stage, office, group, host, stranger, secretsOf, aRound, terms, freeze, commitAll, openAll, solved, verdictOf } =
  await openDrawTable()
afterAll(() => stage.stop())

describe('a party', () => {
  it('finds its draws, commits, opens only what it committed to, and keeps a receipt', async () => {
    const table = await freeze(await aRound())
    const own = (await ok(host.get('/draws'))) as { items: Json[] }
    expect(own.items[0]).toMatchObject({ id: table.draw, state: 'committing', round: null })
    expect((await ok(stranger.get('/draws')))['items']).toEqual([])
    await refused(stranger.send('POST', `/draws/${table.draw}/commitment`, commitHashes(table.root)), 'not-allowed')
    await commitAll(table)
    await refused(host.send('POST', `/draws/${table.draw}/commitment`, commitHashes(table.root)), 'already-there')
    await refused(host.send('POST', `/draws/${table.draw}/secrets`, { stage: 1, secret: 'a'.repeat(64) }), 'wrong-state')
    await refused(host.send('POST', `/draws/${table.draw}/secrets`, { stage: 2, secret: secretsOf(host)[1] }), 'wrong-state')
    await refused(office.send('POST', `/draws/${table.draw}/tickets`), 'wrong-state')
    await refused(office.send('POST', `/draws/${table.draw}/pick`), 'wrong-state')
    await ok(office.send('POST', `/draws/${table.draw}/dice`, { stage: 1, rolls: '123456123456', witness: '三方' }))
    await openAll(table, 1)
    await refused(
      office.send('POST', `/draws/${table.draw}/dice`, { stage: 1, rolls: '123456123456', witness: '三方' }),
      'wrong-state',
    )
    const receipt = (await host.get(`/draws/${table.draw}/receipt.json`)).body as { files: { kind: string }[] }
    expect(receipt.files.map((file) => file.kind)).toEqual(['freeze', 'commitment', 'reveal'])
    expect((await stranger.get(`/draws/${table.draw}/receipt.json`)).status).toBe(403)
  })

  it('conducts nothing: only the office of the round freezes, solves, picks and aborts', async () => {
    const round = await aRound()
    const table = await freeze(round)
    for (const staff of [host, stranger, group]) {
      await refused(staff.send('POST', `/draws/${table.draw}/abort`, { party: null, why: '不想继续' }), 'not-allowed')
      await refused(staff.send('POST', `/draws/${table.draw}/tickets`), 'not-allowed')
    }
  })

  it('that does not open is named, stays on record, and the next draw needs new commitments', async () => {
    const round = await aRound()
    const table = await freeze(round)
    await refused(office.send('POST', `/rounds/${round}/draws`, terms(uuid())), 'wrong-state')
    await commitAll(table)
    await ok(office.send('POST', `/draws/${table.draw}/abort`, { party: 'p2', why: '逾期未公开' }))
    await refused(host.send('POST', `/draws/${table.draw}/secrets`, { stage: 1, secret: secretsOf(host)[0] }), 'wrong-state')
    const second = await freeze(round)
    const view = await ok(office.get(`/draws/${second.draw}`))
    expect(view).toMatchObject({ number: 2, state: 'committing', earlier: [{ number: 1, root: table.root }] })
    expect((await verdictOf(host, second.draw)).verdict.findings).toEqual([])
    const { items } = (await ok(office.get(`/rounds/${round}/draws`))) as { items: Json[] }
    expect(items.map((draw) => draw['state'])).toEqual(['committing', 'aborted'])
  })
})

describe('the office', () => {
  it('rehearses the odds before it freezes, and only it', async () => {
    const round = await aRound()
    const { tickets, tolerance } = terms(uuid())
    const asked = { tickets, tolerance, capPermille: 10 }
    const odds = await ok(office.send('POST', `/rounds/${round}/draws/rehearsal`, asked))
    expect(odds).toMatchObject({ tickets: 12, people: 16, quota: 1 })
    expect(Number(odds['largestPair'])).toBeGreaterThan(1)
    await refused(group.send('POST', `/rounds/${round}/draws/rehearsal`, asked), 'not-allowed')
    expect((await ok(office.get(`/rounds/${round}/draws`)))['items']).toEqual([])
  })

  it('holds no transaction open while a rehearsal is solved', async () => {
    const { tickets, tolerance } = terms(uuid())
    const asked = { tickets, tolerance, capPermille: null }
    const { admin } = stage.server.database
    let isAnswered = false
    const answer = ok(office.send('POST', `/rounds/${await aRound()}/draws/rehearsal`, asked)).finally(() => {
      isAnswered = true
    })
    let last = -1
    for (;;) {
      const { rows } = await admin.query<{ open: number }>(
        `select count(*)::int as open from pg_stat_activity where datname = current_database() and application_name = 'shengmian app' and xact_start is not null`,
      )
      if (isAnswered) break
      last = rows[0]?.open ?? -1
    }
    expect(last).toBe(0)
    expect(await answer).toMatchObject({ people: 16 })
  })

  it('cannot freeze without the inspected side, with a stranger’s account, or with one account for two parties', async () => {
    const round = await aRound()
    const parties = (terms(uuid()) as { parties: { side: string; account: string }[] }).parties
    const tried = (more: object) => refused(office.send('POST', `/rounds/${round}/draws`, terms(uuid(), more)), 'unfit')
    await tried({ parties: parties.map((party) => ({ ...party, side: 'sending' })) })
    await tried({ parties: parties.map((party) => ({ ...party, account: uuid() })) })
    await tried({ parties: parties.map((party) => ({ ...party, account: office.account })) })
    const [first, , third] = parties
    const answer = await tried({
      parties: [first, { ...third, side: 'inspected' }, { account: host.account, name: '隆阳区', side: 'supervisor' }],
    })
    expect(JSON.stringify(answer)).toContain('不能代表被巡察一方')
  })

  it('cannot end a draw because of its outcome: not once all secrets are open, and not in nobody’s name before', async () => {
    const table = await freeze(await aRound())
    await commitAll(table)
    await openAll(table, 1)
    await ok(office.send('POST', `/draws/${table.draw}/tickets`))
    await solved(table)
    const end = (party: string | null) => office.send('POST', `/draws/${table.draw}/abort`, { party, why: '设备故障' })
    for (const staff of [host, group])
      await ok(staff.send('POST', `/draws/${table.draw}/secrets`, { stage: 2, secret: secretsOf(staff)[1] }))
    expect(JSON.stringify(await refused(end(null), 'wrong-state'))).toContain('p1')
    await ok(office.send('POST', `/draws/${table.draw}/secrets`, { stage: 2, secret: secretsOf(office)[1] }))
    expect(JSON.stringify(await refused(end(null), 'wrong-state'))).toContain('结果已定')
    // A late edit makes the ticket impossible to take: then it may end, on record, and every later draw says so.
    const { rows } = await stage.server.database.admin.query<{ person: string }>(
      'select person from rounds.pool where round = $1',
      [table.round],
    )
    await ok(office.send('PUT', `/rounds/${table.round}/pool`, { people: rows.slice(1).map((row) => row.person) }))
    await ok(end(null))
    const next = await freeze(table.round)
    const named = [(await verdictOf(host, table.draw)).verdict, (await verdictOf(host, next.draw)).verdict]
    expect(named.map(({ findings }) => findings.map(({ check }) => check))).toEqual([['aborted'], ['earlier']])
  })

  it('cannot end a draw in nobody’s name once its tickets can be computed, nor once they are published', async () => {
    const table = await freeze(await aRound())
    await commitAll(table)
    await openAll(table, 1)
    const end = (party: string | null) => office.send('POST', `/draws/${table.draw}/abort`, { party, why: '设备故障' })
    expect(JSON.stringify(await refused(end(null), 'wrong-state'))).toContain('签单可以算出')
    await ok(office.send('POST', `/draws/${table.draw}/tickets`))
    await solved(table)
    expect(JSON.stringify(await refused(end(null), 'wrong-state'))).toContain('签单已公布')
    // Whoever does not open his second secret is named, and that stands beside every later draw without spoiling it.
    await ok(end('p2'))
    const next = await freeze(table.round)
    const { verdict } = await verdictOf(host, next.draw)
    expect(verdict).toMatchObject({
      holds: true,
      noted: [{ zh: '第 1 次抽签在签单公布之后被中止，记为 p2 没有公开' }],
    })
    expect(await ok(host.get(`/draws/${next.draw}`))).toMatchObject({
      earlier: [{ number: 1, ended: { zh: '在签单公布之后被中止，记为 p2 没有公开' } }],
    })
  })

  it('that ends a draw over a late fact once its tickets could be computed is named by the check of every later draw', async () => {
    const table = await freeze(await aRound())
    await commitAll(table)
    await openAll(table, 1)
    const { rows } = await stage.server.database.admin.query<{ person: string }>(
      'select person from rounds.pool where round = $1',
      [table.round],
    )
    await ok(office.send('PUT', `/rounds/${table.round}/pool`, { people: rows.slice(1).map((row) => row.person) }))
    await ok(office.send('POST', `/draws/${table.draw}/abort`, { party: null, why: '一人病假' }))
    const next = await freeze(table.round)
    const found = [(await verdictOf(host, table.draw)).verdict, (await verdictOf(host, next.draw)).verdict]
    expect(found.map(({ findings }) => findings.map(({ check }) => check))).toEqual([['aborted'], ['earlier']])
  })

  it('cannot pick once the round has changed since the freeze', async () => {
    const table = await freeze(await aRound())
    await commitAll(table)
    await openAll(table, 1)
    await ok(office.send('POST', `/draws/${table.draw}/tickets`))
    expect((await solved(table))['state']).toBe('opening-second')
    await openAll(table, 2)
    const { rows } = await stage.server.database.admin.query<{ person: string }>(
      'select person from rounds.pool where round = $1',
      [table.round],
    )
    await ok(office.send('PUT', `/rounds/${table.round}/pool`, { people: rows.slice(1).map((row) => row.person) }))
    await refused(office.send('POST', `/draws/${table.draw}/pick`), 'changed-meanwhile')
  })

  it('is told what can be reached where the cap cannot be met, and nothing is published', async () => {
    const table = await freeze(await aRound(), { capPermille: 10 })
    await commitAll(table)
    await openAll(table, 1)
    await ok(office.send('POST', `/draws/${table.draw}/tickets`))
    const view = await solved(table)
    expect(view).toMatchObject({
      state: 'solving',
      portfolio: null,
      solver: { state: 'cap-not-met', message: { zh: expect.stringContaining('达不到') } },
    })
    // A replay by whoever has what was frozen finds the same, so that this is no second try.
    await ok(office.send('POST', `/draws/${table.draw}/abort`, { party: null, why: '上限达不到' }))
    expect((await verdictOf(office, table.draw)).verdict).toMatchObject({ holds: true, findings: [] })
    const next = await freeze(table.round)
    expect((await verdictOf(host, next.draw)).verdict).toMatchObject({
      holds: true,
      noted: [{ zh: expect.stringContaining('记为无签可出') }],
    })
  })
})

function commitHashes(root: string) {
  const { first, second } = commitSecrets(root, 'p9', 'a'.repeat(64), 'b'.repeat(64))
  return { first, second }
}
