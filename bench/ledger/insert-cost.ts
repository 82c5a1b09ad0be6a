// What the ledger takes of inserts by the row, and of a statement of many.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { runLedger } from '../../apps/server/src/modules/ledger/index.ts'
import { openDatabase, sqlOf } from '../../apps/server/src/platform/database.ts'
import type { Transact } from '../../apps/server/src/platform/transaction.ts'
import type { Measure } from '../figure.ts'
import { inTurns, ledgerSwitch } from './in-turns.ts'
import { signIn, TOKEN } from './sign-in.ts'
import { median, SECRET, withCluster } from './with-cluster.ts'

const CLIENTS = 16
const TABLE = 'rounds.cooperation_event'

export const measureInsertCost: Measure = async ({ quick }) =>
  withCluster(async ({ url, admin, folder }) => {
    const account = await signIn(admin)
    const database = openDatabase(url, SECRET, { app: CLIENTS, auth: 1, lead: 1, worker: 1, ledger: 2, audit: 1, intake: 1 })
    const clock = { now: () => new Date() }
    const ledger = await runLedger({
      transact: database.transact,
      clock,
      folder: path.join(folder, 'ledger'),
      onFailure: () => undefined,
    })
    const [turns, seconds] = quick ? [5, 1.5] : [30, 3]
    const turnLedger = ledgerSwitch(admin, TABLE)
    await insertFor(database.transact, account, 2)
    const { lost, rates } = await inTurns(turns, {
      settle: () => ledger.settle(),
      turnLedger,
      rate: () => insertFor(database.transact, account, seconds),
    })
    const timeBulk = async (isOn: boolean) => {
      await turnLedger(isOn)
      const start = performance.now()
      await admin.query(`begin; ${bulkInsert(2000)}; rollback`)
      return performance.now() - start
    }
    const bulk: number[] = []
    for (let turn = 0; turn < turns; turn++) bulk.push((await timeBulk(true)) / (await timeBulk(false)))
    await ledger.stop()
    await database.close()
    const cost = median(lost) * 100
    return [
      {
        figure: 'insert throughput that the ledger costs',
        value: cost,
        unit: '%',
        target: '≤ 10',
        holds: cost <= 10,
        how: `one row a transaction into ${TABLE} as the application with a session, ${CLIENTS} at once, durable commits; median of ${turns} pairs of ${seconds} s with and without the trigger, the sequencer running beside`,
      },
      {
        figure: 'inserts a second with the ledger',
        value: Math.round(median(rates)),
        unit: 'a second',
        target: 'stated',
        holds: true,
        how: 'the same runs; client, sequencer and database share the machine',
      },
      {
        figure: 'a statement of 2,000 rows with the ledger against without',
        value: median(bulk),
        unit: 'times',
        target: 'stated',
        holds: true,
        how: 'as the superuser, one statement, rolled back: what an import costs more',
      },
    ]
  })

function bulkInsert(rows: number): string {
  return `insert into ${TABLE} (authority, id, kind, title, starts, ends, people, units, recorded_by, recorded_name, recorded_at)
    select 421000000000, gen_random_uuid(), 'area', '片区协作', '2026-03-01', '2026-03-05', '[]', '[]', gen_random_uuid(), '量测', now()
    from generate_series(1, ${rows})`
}

/** Inserts a second. */
async function insertFor(transact: Transact, account: string, seconds: number): Promise<number> {
  const start = performance.now()
  const end = start + seconds * 1000
  let count = 0
  const client = async () => {
    while (performance.now() < end) {
      await transact({ kind: 'session', token: TOKEN }, async (tx) => {
        await sqlOf(tx)
          .insertInto(TABLE)
          .values({
            authority: 421000000000,
            id: randomUUID(),
            kind: 'area',
            title: '弥市镇跨村片区协作',
            starts: '2026-03-01',
            ends: '2026-03-05',
            people: '[]',
            units: '[]',
            recorded_by: account,
            recorded_name: '量测',
            recorded_at: new Date(),
          })
          .execute()
      })
      count++
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return count / ((performance.now() - start) / 1000)
}
