// An installation of the time before problems stood apart (0075), gave way by signature (0076) and rotations had forms (0087), brought
// to the schema of now with what it holds.
import { openTestDatabase, type TestDatabase } from '@shengmian/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepareDatabase } from '../../compose.ts'
import { migrate } from '../../platform/migrate.ts'
import { prepareRoles } from '../../platform/roles.ts'

const CITY = 421_000_000_000
const id = (k: number): string => `00000000-0000-4000-8000-${String(k).padStart(12, '0')}`
const [ROUND, FIRST, SECOND, COMPARISON, DRAW, ADOPTION, WHO] = [1, 2, 3, 4, 5, 6, 7].map(id)
const hash = (letter: string): string => `sha256:${letter.repeat(64)}`

/** Written by hand, with spaces that a reader of JSON would lose: the very text was hashed. */
const problem = (name: string): string =>
  `{ "people": [{"id":"p1","name":"${name}","native":"421022","ties":["u1"]}],  "targets": [{"id":"u1","name":"某镇党委","needs":[]}],
  "regions": [{"code":"421003","name":"荆州区","at":[1,2]}], "teams": [{"id":"t1","home":null,"slots":[{"role":"leader"}]}] }`
const OUTLINE = (name: string): object => ({
  people: [{ id: 'p1', name }],
  targets: [{ id: 'u1', name: '某镇党委' }],
  regions: [{ code: '421003', name: '荆州区' }],
  teams: [{ id: 't1', slots: [{ role: 'leader' }] }],
})

let database: TestDatabase
const rows = async <T extends object>(text: string): Promise<readonly T[]> => (await database.admin.query<T>(text)).rows

beforeAll(async () => {
  database = await openTestDatabase({ isEmpty: true })
  await prepareRoles(database.adminUrl, database.secret)
  await migrate(database.adminUrl, [], { upTo: '0074' })
  await plantOldRows()
  await prepareDatabase(database.adminUrl, database.secret)
})
afterAll(() => database.drop())

async function plantOldRows(): Promise<void> {
  const put = (table: string, row: object) => {
    const names = Object.keys(row)
    return database.admin.query(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, k) => `$${k + 1}`).join(', ')})`,
      Object.values(row),
    )
  }
  const own = { authority: CITY, round: ROUND }
  const asked = { asked_by: WHO, asked_name: '周敏', asked_at: '2026-09-01' }
  const by = { by_account: WHO, by_name: '周敏', at: '2026-09-01' }
  await put('rounds.round', {
    authority: CITY,
    id: ROUND,
    year: 2026,
    number: 1,
    title: '第一轮',
    kinds: ['routine'],
    mode: 'rotation',
    types: [],
    elevated: false,
    starts: '2026-10-01',
    planned_ends: '2026-12-01',
    ends: '2026-12-01',
    created_by: WHO,
    created_at: '2026-08-01',
  })
  const proposal = { ...own, purpose: 'plan', revision: 1, seed: 'ab', effort: 'quick', ...asked }
  const clash = JSON.stringify({ items: [], relaxations: [] })
  await put('rounds.proposal', {
    ...proposal,
    id: FIRST,
    state: 'done',
    problem_hash: hash('a'),
    problem: problem('甲'),
    plan: '{}',
    verified: true,
  })
  await put('rounds.proposal', {
    ...proposal,
    id: SECOND,
    state: 'no-plan',
    problem_hash: hash('b'),
    problem: problem('乙'),
    no_plan: clash,
  })
  await put('rounds.plan', {
    ...own,
    version: 1,
    origin: 'proposal',
    revision: 1,
    problem_hash: hash('a'),
    problem: problem('甲'),
    plan_hash: hash('c'),
    plan: '{}',
    changes: '[]',
    ...by,
  })
  await put('rounds.mode_comparison', {
    ...own,
    id: COMPARISON,
    revision: 1,
    state: 'queued',
    seed: 'ab',
    effort: 'quick',
    tickets: 0,
    problem_hash: hash('d'),
    problem: problem('丙'),
    ...asked,
  })
  await put('rounds.draw', {
    ...own,
    id: DRAW,
    number: 1,
    root: hash('e'),
    problem: problem('丁'),
    salt_key: 'salt',
    solver: 'idle',
    ...asked,
  })
  await put('rounds.rotation_adoption', {
    ...own,
    id: ADOPTION,
    origin: 'adopted',
    pattern: 'half-team',
    ordinal: 1,
    problem: '{}',
    plan: '{}',
    teams_before: '[]',
    teams_after: '[]',
    ...by,
  })
  // as the policies of that time left them: the owner too reads nothing
  for (const table of ['proposal', 'plan', 'mode_comparison', 'draw'])
    await database.admin.query(
      `alter table rounds.${table} enable row level security; alter table rounds.${table} force row level security`,
    )
}

it('every problem stands apart once, as the very text that was hashed, and whoever named it still finds it', async () => {
  expect(await rows('select hash, content from rounds.problem order by hash')).toEqual([
    { hash: hash('a'), content: problem('甲') },
    { hash: hash('b'), content: problem('乙') },
    { hash: hash('d'), content: problem('丙') },
  ])
  expect(
    await rows(`select 'proposal' as of, count(*)::int as n from rounds.proposal join rounds.problem on hash = problem_hash
      union all select 'plan', count(*)::int from rounds.plan join rounds.problem on hash = problem_hash
      union all select 'comparison', count(*)::int from rounds.mode_comparison join rounds.problem on hash = problem_hash order by 1`),
  ).toEqual([
    { of: 'comparison', n: 1 },
    { of: 'plan', n: 1 },
    { of: 'proposal', n: 2 },
  ])
})

it('a draw keeps what it froze and its salt key in a table of its own', async () => {
  expect(await rows('select draw, problem, salt_key from rounds.draw_frozen')).toEqual([
    { draw: DRAW, problem: problem('丁'), salt_key: 'salt' },
  ])
})

it('what others read is names, places and seats: no native place, no tie', async () => {
  expect(await rows('select outline from rounds.proposal order by id')).toEqual([
    { outline: OUTLINE('甲') },
    { outline: OUTLINE('乙') },
  ])
  expect(await rows('select outline from rounds.mode_comparison')).toEqual([{ outline: OUTLINE('丙') }])
  expect(await rows('select outline from rounds.draw')).toEqual([{ outline: OUTLINE('丁') }])
  expect(
    await rows(`select table_name, column_name from information_schema.columns where table_schema = 'rounds'
      and table_name in ('proposal', 'plan', 'mode_comparison', 'draw') and column_name in ('problem', 'salt_key')`),
  ).toEqual([])
})

it('the tables that were opened for the move are forced under their policies again', async () => {
  const forced = await rows<{ relname: string }>(
    `select relname from pg_class where relnamespace = 'rounds'::regnamespace and relforcerowsecurity
      and relname in ('proposal', 'plan', 'mode_comparison', 'draw', 'problem', 'draw_frozen', 'relaxation') order by 1`,
  )
  expect(forced.map(({ relname }) => relname)).toEqual([
    'draw',
    'draw_frozen',
    'mode_comparison',
    'plan',
    'problem',
    'proposal',
    'relaxation',
  ])
})

it('a clash of before is answered by a relaxation of now, once', async () => {
  const ask = (k: number) =>
    database.admin.query(
      `insert into rounds.relaxation (authority, round, id, proposal, price, effects, grants, why, asked_by, asked_name, asked_at)
       values ($1, $2, $3, $4, 1, '[]', '[]', '人手不足', $5, '周敏', now())`,
      [CITY, ROUND, id(k), SECOND, WHO],
    )
  await ask(20)
  await expect(ask(21)).rejects.toThrow(/relaxation_one_open/)
})

it('an adoption of before has no form, and an elevated one is kept only with its form', async () => {
  expect(await rows('select pattern, form_before, form_after from rounds.rotation_adoption')).toEqual([
    { pattern: 'half-team', form_before: null, form_after: null },
  ])
  const change = (set: string) => database.admin.query(`update rounds.rotation_adoption set ${set}`)
  await expect(change(`pattern = 'elevated'`)).rejects.toThrow(/patterns_keep_their_form/)
  await expect(change(`form_before = '{}'`)).rejects.toThrow(/has_both_forms/)
  await change(`pattern = 'paired', form_before = '{}', form_after = '{}'`)
})
