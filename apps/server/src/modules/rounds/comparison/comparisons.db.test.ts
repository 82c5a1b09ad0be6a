import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newRound, ok, planRound, refused, type Json } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

const COUNTIES = ['421003', '421022', '421024', '421081'] as const
let stage: Stage
let office: Staff
let group: Staff
let people: string[]
let units: string[]
let officials: string[]
/** One round compared once, for the tests that only read. */
let seen: { readonly round: string; readonly comparison: Json }

beforeAll(async () => {
  stage = await openStage(['4210'])
  office = await stage.staff('4210', 'office', '周敏')
  group = await stage.staff('4210', 'leading-group', '罗启明')
  people = []
  units = []
  officials = []
  for (const [c, home] of COUNTIES.entries()) {
    const unit = await stage.unit(`${home}100`, `${home}镇党委`)
    units.push(unit)
    const official = await stage.official(unit, `书记${c}`)
    officials.push(official)
    for (let k = 0; k < 4; k++) {
      const roles = k === 0 ? ['leader', 'member'] : ['member']
      const person = await stage.person({ name: `组员${c}${k}`, authority: '4210', home, native: home, roles })
      await stage.tie(person, official, 'study', 200)
      people.push(person)
    }
  }
  const round = await aRound()
  seen = { round, comparison: await compared(office, round) }
})
afterAll(() => stage.stop())

async function aRound(): Promise<string> {
  const round = await newRound(office, { authority: '4210', types: ['cross-region'] })
  await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: units.map((unit) => ({ unit })) }))
  const teams = COUNTIES.map((host, c) => ({
    id: uuid(),
    number: c + 1,
    name: `${c + 1}组`,
    home: null,
    host,
    slots: [{ role: 'leader' }, { role: 'member' }, { role: 'member' }],
  }))
  await ok(office.send('PUT', `/rounds/${round}/teams`, { teams }))
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people }))
  return round
}

async function compared(staff: Staff, round: string, more: object = {}): Promise<Json> {
  const id = uuid()
  await ok(staff.send('POST', `/rounds/${round}/comparisons`, { id, ...more }))
  for (;;) {
    const comparison = await ok(staff.get(`/rounds/${round}/comparisons/${id}`))
    if (comparison['state'] !== 'queued' && comparison['state'] !== 'running') return comparison
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

type Row = { figure: string; means: { zh: string }; cells: { mode: string; value: number | null; best: boolean }[] }

function cell(comparison: Json, figure: string, mode: string) {
  const row = (comparison['rows'] as Row[]).find((one) => one.figure === figure)
  return row?.cells.find((one) => one.mode === mode)
}

const pathOf = (round: string, comparison: Json, rest = '') => `/rounds/${round}/comparisons/${String(comparison['id'])}${rest}`

it('the modes of a round stand side by side, and a mode without a plan names its clash in names, not ids', () => {
  const { comparison } = seen
  expect(comparison, JSON.stringify(comparison['message'])).toMatchObject({ state: 'done', stale: false, mayAdopt: true })
  const columns = comparison['columns'] as { mode: string; feasible: boolean; clash: { facts: { zh: string }[] } | null }[]
  expect(columns.map(({ mode }) => mode)).toEqual(['local', 'rotation', 'pooled', 'elevated', 'paired', 'scattered'])
  const elevated = columns.find(({ mode }) => mode === 'elevated')
  expect(elevated?.feasible).toBe(false)
  const facts = elevated?.clash?.facts.map(({ zh }) => zh).join() ?? ''
  expect(facts).toContain('提级')
  expect(facts).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  expect(cell(comparison, 'barsBroken', 'local')?.value).toBe(12)
  expect(cell(comparison, 'costCommissioning', 'pooled')).toBeUndefined()
  for (const row of comparison['rows'] as Row[]) expect(row.means.zh).not.toBe('')
})

it('a planted tie shows as exposure in what the office had compared and the leading group reads', async () => {
  const { round } = seen
  const { id } = seen.comparison
  const list = await ok(group.get(`/rounds/${round}/comparisons`))
  expect(list).toMatchObject({ mayAsk: false, items: [{ id, stale: false, mayAdopt: false, mayUndo: false }] })
  const read = await ok(group.get(`/rounds/${round}/comparisons/${String(id)}`))
  // three of four people of a county inspect at home, each an acquaintance of the secretary with 200 in 1000
  expect(cell(read, 'worstExposure', 'local')).toMatchObject({ value: 600, best: false })
  // the host's own member of a paired team knows his secretary
  expect(cell(read, 'worstExposure', 'paired')?.value).toBe(200)
  expect(cell(read, 'worstExposure', 'pooled')?.value).toBe(0)
  const file = await group.get(pathOf(round, read, '/table.xlsx'))
  expect(file.bytes.subarray(0, 2).toString()).toBe('PK')
})

it('the leading group may neither ask nor stop nor take over, and another county sees nothing', async () => {
  const { round, comparison } = seen
  await refused(group.send('POST', `/rounds/${round}/comparisons`, { id: uuid() }), 'not-allowed')
  await refused(group.send('POST', pathOf(round, comparison, '/cancel'), {}), 'not-allowed')
  await refused(group.send('POST', pathOf(round, comparison, '/adoption'), { mode: 'rotation', reason: '更省' }), 'not-allowed')
  const other = await stage.staff('421003', 'office', '别处')
  await refused(other.get(pathOf(round, comparison)), 'not-found')
  await refused(other.get(`/rounds/${round}/comparisons`), 'not-found')
  await refused(other.send('POST', `/rounds/${round}/comparisons`, { id: uuid() }), 'not-found')
})

it('the office takes a mode over with a reason and puts it back: mode, rules and teams are what they were, who and why stays on record', async () => {
  const round = await aRound()
  const before = await ok(office.get(`/rounds/${round}`))
  const teamsBefore = await ok(office.get(`/rounds/${round}/teams`))
  const comparison = await compared(office, round)
  const path = pathOf(round, comparison, '/adoption')
  await refused(office.send('POST', path, { mode: 'elevated', reason: '提级' }), 'unfit')
  const adopted = await ok(office.send('POST', path, { mode: 'paired', reason: '领导小组第5次会议决定' }))
  expect(adopted).toMatchObject({
    stale: true,
    mayAdopt: false,
    mayUndo: true,
    adoptions: [{ origin: 'adopted', mode: 'paired', reason: '领导小组第5次会议决定', by: '周敏' }],
  })
  expect(await ok(group.get(pathOf(round, comparison)))).toMatchObject({ stale: true, mayUndo: false })
  expect(await ok(office.get(`/rounds/${round}`))).toMatchObject({ mode: 'paired', elevated: false })
  const { items } = (await ok(office.get(`/rounds/${round}/teams`))) as { items: { slots: { origin?: string }[] }[] }
  for (const { slots } of items) expect(slots.map(({ origin }) => origin)).toEqual(['sender', 'sender', 'host'])
  await refused(office.send('POST', path, { mode: 'pooled', reason: '再改' }), 'changed-meanwhile')
  await refused(group.send('POST', `${path}/undo`), 'not-allowed')
  const undone = await ok(office.send('POST', `${path}/undo`))
  expect(undone).toMatchObject({
    stale: false,
    mayAdopt: true,
    mayUndo: false,
    adoptions: [{ origin: 'undone' }, { origin: 'adopted' }],
  })
  expect(await ok(office.get(`/rounds/${round}/teams`))).toEqual(teamsBefore)
  const { mode, rules, basis } = before
  expect(await ok(office.get(`/rounds/${round}`))).toMatchObject({ mode, rules, basis })
  await refused(office.send('POST', `${path}/undo`), 'changed-meanwhile')
})

it('a tie recorded since leaves the table as it was, and taking a mode over from it is refused; so is undoing over other changes', async () => {
  const round = await aRound()
  const comparison = await compared(office, round)
  const stranger = await stage.official(units[0] ?? '', '新任委员')
  const tie = await stage.tie(people[5] ?? '', stranger, 'study', 300)
  expect(await ok(group.get(pathOf(round, comparison)))).toMatchObject({ stale: false })
  const path = pathOf(round, comparison, '/adoption')
  await refused(office.send('POST', path, { mode: 'paired', reason: '照旧' }), 'changed-meanwhile')
  await stage.server.database.admin.query('delete from registry.tie where id = $1', [tie])
  await stage.server.database.admin.query('delete from registry.official where id = $1', [stranger])
  await ok(office.send('POST', path, { mode: 'paired', reason: '照旧' }))
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people: people.slice(1) }))
  expect(await ok(office.get(pathOf(round, comparison)))).toMatchObject({ mayUndo: false })
  await refused(office.send('POST', `${path}/undo`), 'changed-meanwhile')
})

it('costs are shown at given rates with their source, and a draw is rehearsed for the likeliest pair', async () => {
  const round = await aRound()
  const rates = { fenPerKm: 50, fenPerDay: 18_000, source: '差旅费管理办法' }
  const comparison = await compared(office, round, { rates, tickets: 10 })
  expect(comparison['ratesSource']).toBe('差旅费管理办法')
  expect(cell(comparison, 'costCommissioning', 'pooled')?.value).toBeGreaterThan(0)
  expect(cell(comparison, 'largestPair', 'pooled')?.value).toBeLessThan(1000)
})

it('a comparison can be stopped once, shows no figures then, and an empty round is refused', async () => {
  const round = await aRound()
  const id = uuid()
  await ok(office.send('POST', `/rounds/${round}/comparisons`, { id, effort: 'long', tickets: 1000 }))
  const path = `/rounds/${round}/comparisons/${id}`
  expect(await ok(office.send('POST', `${path}/cancel`, {}))).toMatchObject({ state: 'cancelled', columns: [] })
  await refused(office.send('POST', `${path}/cancel`, {}), 'wrong-state')
  await refused(office.get(`${path}/table.xlsx`), 'wrong-state')
  const empty = await newRound(office, { authority: '4210', types: ['cross-region'] })
  await refused(office.send('POST', `/rounds/${empty}/comparisons`, { id: uuid() }), 'unfit')
})

it('the leading group reads proposal, plan and comparison with their names, and no row of the round holds a tie for it', async () => {
  const { round, comparison } = seen
  await planRound(office, round)
  const { items } = (await ok(group.get(`/rounds/${round}/proposals`))) as { items: Json[] }
  expect(items[0]).toMatchObject({ state: 'done', version: 1 })
  expect(await ok(group.get(pathOf(round, comparison)))).toMatchObject({ columns: comparison['columns'] })
  for (const version of [0, 1]) {
    const file = `/rounds/${round}/plans/${version}/problem.json`
    expect(((await ok(office.get(file)))['ties'] as unknown[]).length).toBe(people.length)
    await refused(group.get(file), 'not-allowed')
  }
  const tied = `"b":"${officials[0] ?? ''}"`
  expect(await rowsHolding(office, tied)).toEqual(['rounds.problem'])
  expect(await rowsHolding(group, tied)).toEqual([])
})

/** The tables of rounds in which the database shows this caller a row with such a text. */
async function rowsHolding(staff: Staff, text: string): Promise<readonly string[]> {
  const { admin } = stage.server.database
  const { rows: tables } = await admin.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname = 'rounds' and has_table_privilege('shengmian_app', schemaname || '.' || tablename, 'select') order by 1`,
  )
  const client = await admin.connect()
  try {
    await client.query('begin')
    await client.query('set local role shengmian_app')
    await client.query(`select set_config('shengmian.session', $1, true)`, [staff.token])
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query(`select from ${name} t where strpos(replace(to_jsonb(t)::text, '\\"', '"'), $1) > 0`, [
        text,
      ])
      if (rows.length > 0) found.push(name)
    }
    return found
  } finally {
    await client.query('rollback')
    client.release()
  }
}
