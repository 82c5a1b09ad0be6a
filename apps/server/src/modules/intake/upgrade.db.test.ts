// A desk of the time before reports were held (0105): what its team has seen and decided keeps its number.
import { openTestDatabase, type TestDatabase } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepareDatabase } from '../../compose.ts'
import { migrate } from '../../platform/migrate.ts'
import { prepareRoles } from '../../platform/roles.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase({ isEmpty: true })
  await prepareRoles(database.adminUrl, database.secret)
  await migrate(database.adminUrl, [], { upTo: '0104' })
  const client = await database.admin.connect()
  try {
    await client.query(`begin; set local session_replication_role = replica`)
    await client.query(
      `insert into intake.desk (code, authority, round, until) values ('old1', 421003000000, $1, '2026-12-31')`,
      [v7()],
    )
    await client.query(`
      insert into intake.report (desk, number, key, mailbox, hash, day, is_slow, acknowledgement, envelope)
      select 'old1', n, substr(sha256(n::text::bytea), 1, 16), sha256('box'), sha256(n::text::bytea), '2026-11-20', false, 'x', 'sealed'
      from generate_series(1, 3) n`)
    await client.query(
      `insert into intake.attachment (desk, id, length, is_whole, report, day) values
       ('old1', sha256('photo'), 9, true, 2, '2026-11-20'), ('old1', sha256('half'), 9, false, null, '2026-11-20')`,
    )
    await client.query(
      `insert into intake.decision (desk, authority, report, position, verdict, running, reason, by_account, by_name, decided_on)
       values ('old1', 421003000000, 1, 1, 'accept', 1, '属于受理范围', $1, '周敏', '2026-11-21')`,
      [v7()],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
  await prepareDatabase(database.adminUrl, database.secret)
})
afterAll(() => database.drop())

it('is brought to the schema of now with every report in its list, its photo beside it and its decision on it', async () => {
  const { rows } = await database.admin.query(
    `select s.number::int, s.arrival::int, s.bytes, d.verdict, encode(a.id, 'hex') = encode(sha256('photo'), 'hex') as photo
     from intake.release s left join intake.decision d on d.desk = s.desk and d.report = s.number
     left join intake.released_attachment a on a.desk = s.desk and a.report = s.number order by s.number`,
  )
  expect(rows).toEqual([
    { number: 1, arrival: 1, bytes: 6, verdict: 'accept', photo: null },
    { number: 2, arrival: 2, bytes: 6, verdict: null, photo: true },
    { number: 3, arrival: 3, bytes: 6, verdict: null, photo: null },
  ])
  await expect(
    database.admin.query(
      `insert into intake.card_mark (authority, desk, report, mark) values (421003000000, 'old1', 4, decode(repeat('00', 56), 'hex'))`,
    ),
  ).rejects.toMatchObject({ code: '23503' })
})
