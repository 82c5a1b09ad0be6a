// The staff's list over a desk that holds very many sealed reports, through HTTP as the page asks: newest, deep, undecided, and the desk's figures.
import pg from 'pg'
import { compose } from '../../apps/server/src/compose.ts'
import { plantTeam } from '../../apps/server/src/modules/inbox/testing/team.ts'
import type { Measure } from '../figure.ts'
import { median, SECRET, withCluster } from '../ledger/with-cluster.ts'
import { DESK, plantDesk } from './intake-server.ts'

const REPEATS = 25
/** Every so many-th report comes from one sender, who fills one answer box. */
const FLOODER = 50
/** The newest of them are decided, so that whoever looks for the undecided looks far. */
const DECIDED = 20_000
/** Shorter than the 8,490 of a real one: what is listed is the length, and the bytes lie beside the table either way. */
const BYTES = 2_100

export const measureInbox: Measure = async ({ quick }) =>
  withCluster(async ({ url, admin }) => {
    const held = quick ? 100_000 : 1_000_000
    await plantDesk(admin)
    await fill(admin, held)
    const pool = new pg.Pool({ connectionString: url, max: 2 })
    const team = await plantTeam(pool, DESK)
    const member = await team.order()
    await pool.end()
    const { app, stop } = await compose({ adminUrl: url, secret: SECRET, pages: null, isSecure: false, version: 'bench' })
    const times = async (path: string) => {
      const all: number[] = []
      for (let turn = 0; turn < REPEATS; turn += 1) {
        const start = performance.now()
        const answer = await app.inject({ url: `/api${path}`, headers: { authorization: `Bearer ${member.token}` } })
        all.push(performance.now() - start)
        if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.payload}`)
      }
      return { median: median(all), worst: Math.max(...all) }
    }
    const at = (number: number) => Buffer.from(JSON.stringify([number])).toString('base64url')
    const list = `/inboxes/${DESK}/reports`
    const pages = {
      newest: await times(list),
      deep: await times(`${list}?cursor=${at(held / 2)}`),
      undecided: await times(`${list}?show=undecided`),
      flood: await times(`${list}?lane=slow`),
    }
    const start = performance.now()
    await app.inject({ url: `/api/rounds/${team.round}/inboxes`, headers: { authorization: `Bearer ${member.token}` } })
    const first = performance.now() - start
    const figures = await times(`/rounds/${team.round}/inboxes`)
    await stop()
    const slowest = Math.max(...Object.values(pages).map((page) => page.median))
    const said = Object.entries(pages).map(([name, page]) => `${name} ${page.median.toFixed(0)} (worst ${page.worst.toFixed(0)})`)
    const how = `${held.toLocaleString('en')} reports of ${BYTES} bytes held, the newest ${DECIDED.toLocaleString('en')} decided, one sender with ${held / FLOODER} of them; ${REPEATS} requests each through HTTP in the process, all rights worked out for each; medians in ms: ${said.join(', ')}`
    return [
      {
        figure: 'inbox page of 50, the slowest of four kinds',
        value: slowest,
        unit: 'ms',
        target: `≤ 200 with ${held.toLocaleString('en')} held`,
        holds: slowest <= 200,
        how,
      },
      {
        figure: 'figures of a desk: received, accepted, redirected',
        value: figures.median,
        unit: 'ms',
        target: '≤ 200',
        holds: figures.median <= 200,
        how: `exact; the first reader counts all (${first.toFixed(0)} ms), later ones what came since; median of ${REPEATS}`,
      },
    ]
  })

async function fill(admin: pg.Client, held: number): Promise<void> {
  await admin.query(`set synchronous_commit = off; set session_replication_role = replica`)
  const step = 50_000
  for (let from = 1; from <= held; from += step) {
    await admin.query(
      `insert into intake.report (desk, number, key, mailbox, hash, day, is_slow, acknowledgement, envelope)
       select '${DESK}', n, substr(sha256(n::text::bytea), 1, 16), sha256((case when n % ${FLOODER} = 0 then 'one sender' else n::text end)::bytea),
         sha256(n::text::bytea), date '2026-11-01' + (n * 28 / ${held})::int, n % 10 = 7, repeat('a', 420), decode(repeat('00', ${BYTES}), 'hex')
       from generate_series($1::bigint, $2::bigint) n`,
      [from, Math.min(held, from + step - 1)],
    )
    await admin.query(
      `insert into intake.release (desk, number, arrival, mailbox, day, is_slow, bytes)
       select desk, number, number, mailbox, day, is_slow, length(envelope) from intake.report where desk = '${DESK}' and number between $1 and $2`,
      [from, Math.min(held, from + step - 1)],
    )
  }
  await admin.query(
    `insert into intake.decision (desk, authority, report, position, verdict, running, addressee, reason, by_account, by_name, decided_on)
     select '${DESK}', 421003000000, n, n, 'accept', n, null, '属于受理范围', gen_random_uuid(), '测试', date '2026-11-20'
     from generate_series(1, ${held}) n where (n > ${held - DECIDED} or n = ${FLOODER}) and (n % ${FLOODER} <> 0 or n = ${FLOODER})`,
  )
  await admin.query(`set session_replication_role = origin; set synchronous_commit = on`)
  await admin.query('vacuum analyze intake.report')
  await admin.query('vacuum analyze intake.release')
  await admin.query('vacuum analyze intake.decision')
}
