// A draw as its parties take it, through HTTP on a real database.
import { randomBytes } from 'node:crypto'
import { commitSecrets, readDraw, verifyDraw } from '@shengmian/dispatch'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finished, newRound, ok, refused, type Json } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

const CITY = '5305'
const COUNTIES = ['530502', '530521', '530523', '530524']
let stage: Stage
let office: Staff
let group: Staff
let host: Staff
let stranger: Staff

beforeAll(async () => {
  stage = await openStage(['5305'])
  office = await stage.staff(CITY, 'office', '段文')
  group = await stage.staff(CITY, 'leading-group', '赵启')
  host = await stage.staff('530502', 'office', '李县')
  stranger = await stage.staff('530521', 'office', '外人')
})
afterAll(() => stage.stop())

interface Table {
  readonly round: string
  readonly draw: string
  readonly root: string
}

const secrets = new Map<string, readonly [string, string]>()
const secretsOf = (staff: Staff): readonly [string, string] => {
  const own = secrets.get(staff.account) ?? [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')]
  secrets.set(staff.account, own)
  return own
}
const seats = (): Staff[] => [office, host, group]

/** A round of four teams with sixteen people, ready to be planned. */
async function aRound(): Promise<string> {
  const round = await newRound(office, { authority: CITY, types: ['cross-region'] })
  const { rows } = await stage.server.database.admin.query<{ id: string; county: number }>(
    `select distinct on (county) id, county from registry.unit where kind in ('village', 'community') and county = any($1) order by county, id`,
    [COUNTIES.map(Number)],
  )
  const people: string[] = []
  for (let k = 0; k < 16; k++) {
    const home = COUNTIES[k % 4] ?? null
    people.push(await stage.person({ name: `员${k + 1}`, authority: CITY, home, native: home, roles: ['leader', 'member'] }))
  }
  await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: rows.map(({ id }) => ({ unit: id })) }))
  await ok(
    office.send('PUT', `/rounds/${round}/teams`, {
      teams: COUNTIES.map((code, k) => ({
        id: uuid(),
        number: k + 1,
        name: `第${k + 1}组`,
        home: null,
        host: code,
        slots: [{ role: 'leader' }, { role: 'member' }, { role: 'member' }],
      })),
    }),
  )
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people }))
  return round
}

const terms = (id: string, more: object = {}): Json => ({
  id,
  tickets: 12,
  tolerance: {
    worstExposure: 0,
    totalExposure: 0,
    unverified: 0,
    memory: 0,
    workloadSpread: 0,
    travelPermille: 500,
    travelKm: 50,
  },
  capPermille: null,
  withdrawal: 'least-change',
  deadline: '2026-11-25 18:00',
  parties: [
    { account: office.account, name: '市委巡察办', side: 'commissioning' },
    { account: host.account, name: '隆阳区代表', side: 'inspected' },
    { account: group.account, name: '领导小组监督员', side: 'supervisor' },
  ],
  ...more,
})

async function freeze(round: string, more: object = {}): Promise<Table> {
  const draw = uuid()
  const view = await ok(office.send('POST', `/rounds/${round}/draws`, terms(draw, more)))
  return { round, draw, root: String(view['root']) }
}

async function commitAll({ draw, root }: Table): Promise<void> {
  for (const [k, staff] of seats().entries()) {
    const { first, second } = commitSecrets(root, `p${k + 1}`, ...secretsOf(staff))
    await ok(staff.send('POST', `/draws/${draw}/commitment`, { first, second }))
  }
}

async function openAll({ draw }: Table, stageNumber: 1 | 2): Promise<void> {
  for (const staff of seats())
    await ok(staff.send('POST', `/draws/${draw}/secrets`, { stage: stageNumber, secret: secretsOf(staff)[stageNumber - 1] }))
}

async function solved({ draw }: Table): Promise<Json> {
  for (;;) {
    const view = await ok(office.get(`/draws/${draw}`))
    const solver = view['solver'] as { state: string }
    if (solver.state !== 'queued' && solver.state !== 'running') return view
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function bundleOf(staff: Staff, draw: string): Promise<unknown> {
  const { status, body } = await staff.get(`/draws/${draw}/draw.json`)
  expect(status).toBe(200)
  return body
}

async function verdictOf(staff: Staff, draw: string) {
  const outcome = readDraw([{ name: 'draw.json', content: await bundleOf(staff, draw) }])
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.issues))
  return { files: outcome.value, verdict: await verifyDraw(outcome.value) }
}

describe('a whole draw', () => {
  let table: Table
  beforeAll(async () => {
    table = await freeze(await aRound())
    await commitAll(table)
    await openAll(table, 1)
    await ok(office.send('POST', `/draws/${table.draw}/tickets`))
    await solved(table)
    await openAll(table, 2)
    await ok(office.send('POST', `/draws/${table.draw}/pick`))
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

describe('the leading group', () => {
  it('sees the whole draw and conducts none of it', async () => {
    const table = await freeze(await aRound())
    expect(await ok(group.get(`/draws/${table.draw}`))).toMatchObject({ canConduct: false, solver: { state: 'idle' } })
    expect(await ok(office.get(`/draws/${table.draw}`))).toMatchObject({ canConduct: true })
  })
})

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

  it('cannot pick once the round has changed since the freeze', async () => {
    const table = await freeze(await aRound())
    await commitAll(table)
    await openAll(table, 1)
    await ok(office.send('POST', `/draws/${table.draw}/tickets`))
    expect((await solved(table))['state']).toBe('opening-second')
    await openAll(table, 2)
    await stage.person({ name: '新人', authority: CITY, home: '530502' })
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
  })
})

function commitHashes(root: string) {
  const { first, second } = commitSecrets(root, 'p9', 'a'.repeat(64), 'b'.repeat(64))
  return { first, second }
}
