import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newRound, ok, refused, type Json } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

const CITY = '4210'
let stage: Stage
let office: Staff
let deputy: Staff
let secretary: Staff

beforeAll(async () => {
  stage = await openStage(['4210'])
  office = await stage.staff(CITY, 'office', '周敏')
  deputy = await stage.staff(CITY, 'leading-group', '副组长')
  secretary = await stage.staff(CITY, 'leading-group', '市委书记')
})
afterAll(() => stage.stop())

const step = (staff: Staff, round: string, event: string) =>
  staff.send('POST', `/rounds/${round}/report-chain`, { id: uuid(), event, opinion: '同意，按程序报批' })

const put = (round: string, state: string) =>
  stage.server.database.admin.query(
    `set session_replication_role = replica; update rounds.round set state = '${state}' where id = '${round}'; reset session_replication_role`,
  )

const nameLeader = async (staff: Staff): Promise<Json> => {
  const { rows } = await stage.server.database.admin.query<{ username: string }>(
    'select username from access.account where id = $1',
    [staff.account],
  )
  return ok(
    office.send('POST', '/charges', {
      id: uuid(),
      authority: CITY,
      kind: 'group-leader',
      place: CITY,
      name: staff.name,
      title: '市委书记',
      signInName: rows[0]?.username,
    }),
  )
}

it('S4-08 the approval chain of a report ends with the leader of the leading group: nobody else approves, and nothing follows', async () => {
  const round = await newRound(office, { authority: CITY })
  await refused(step(office, round, 'submit'), 'wrong-state')
  await put(round, 'reporting')
  await refused(step(deputy, round, 'submit'), 'not-allowed')
  await ok(step(office, round, 'submit'))
  await refused(step(office, round, 'review'), 'not-allowed')
  await ok(step(deputy, round, 'review'))
  // A roster without a leader is a chain without an end.
  const said = await refused(step(secretary, round, 'approve'), 'not-allowed')
  expect(JSON.stringify(said)).toContain('名册里没有领导小组组长')
  await nameLeader(secretary)
  expect(JSON.stringify(await refused(step(deputy, round, 'approve'), 'not-allowed'))).toContain('由领导小组组长市委书记本人批准')
  const shown = await ok(step(secretary, round, 'approve'))
  expect(shown).toMatchObject({ state: 'approved', acts: [], leader: { name: '市委书记', title: '市委书记' } })
  expect((shown['steps'] as Json[]).map(({ event, by }) => [event, by])).toEqual([
    ['submit', '周敏'],
    ['review', '副组长'],
    ['approve', '市委书记'],
  ])
  for (const event of ['submit', 'review', 'approve', 'return']) await refused(step(secretary, round, event), 'wrong-state')
})

it('S4-08 a round is not closed before the leader whom the roster names has approved its report', async () => {
  const round = await newRound(office, { authority: CITY })
  await put(round, 'reporting')
  const close = () => office.send('POST', `/rounds/${round}/steps`, { event: 'close' })
  expect(JSON.stringify(await refused(close(), 'unfit'))).toContain('巡察报告须先经领导小组组长市委书记批准')
  const shown = JSON.stringify(await ok(office.get(`/rounds/${round}`)))
  expect(shown).toContain('巡察报告须先经')
  await ok(step(office, round, 'submit'))
  await ok(step(deputy, round, 'review'))
  await refused(close(), 'unfit')
  await ok(step(secretary, round, 'approve'))
  await ok(close())
})

it('S4-08 the database itself refuses the approval of anybody but the leader, whatever the application says', async () => {
  const round = await newRound(office, { authority: CITY })
  await put(round, 'reporting')
  const token = uuid().replaceAll('-', '')
  const { admin } = stage.server.database
  const tried = async (staff: Staff): Promise<unknown> => {
    await admin.query(
      `insert into access.session (id, token, account, expires_at) values ($1, encode(sha256(convert_to($2, 'UTF8')), 'hex'), $3, now() + interval '1 hour')
       on conflict (token) do update set account = excluded.account`,
      [uuid(), token, staff.account],
    )
    const client = await admin.connect()
    try {
      await client.query(`begin; set local role shengmian_app; select set_config('shengmian.session', '${token}', true)`)
      return await client
        .query(
          `insert into rounds.report_step (authority, id, round, event, opinion, by_account, by_name, at) values (421000000000, $1, $2, 'approve', '同意', $3, '', now())`,
          [uuid(), round, staff.account],
        )
        .then(() => 'done')
        .catch((error: { code: string }) => error.code)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  expect([await tried(deputy), await tried(office), await tried(secretary)]).toEqual(['42501', '42501', 'done'])
})

it('S4-08 a plan that is submitted is approved by the leader too, once the roster names one', async () => {
  const round = await newRound(office, { authority: CITY })
  await put(round, 'submitted')
  const approve = (staff: Staff) => staff.send('POST', `/rounds/${round}/steps`, { event: 'approve', reason: '同意' })
  const missing = async (staff: Staff) =>
    ((await refused(approve(staff), 'unfit'))['errors'] as { at: string }[]).map(({ at }) => at)
  expect(await missing(deputy)).toContain('leader')
  expect(await missing(secretary)).not.toContain('leader')
})

it('a report that is returned begins anew and keeps what was said', async () => {
  const round = await newRound(office, { authority: CITY })
  await put(round, 'reporting')
  await ok(step(office, round, 'submit'))
  await ok(step(deputy, round, 'return'))
  const shown = await ok(step(office, round, 'submit'))
  expect(shown).toMatchObject({ state: 'submitted' })
  expect((shown['history'] as Json[]).map(({ event }) => event)).toEqual(['submit', 'return', 'submit'])
  const stranger = await stage.staff('421022', 'office')
  await refused(stranger.get(`/rounds/${round}/report-chain`), 'not-found')
})
