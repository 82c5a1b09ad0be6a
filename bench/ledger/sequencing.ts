import path from 'node:path'
import { runLedger } from '../../apps/server/src/modules/ledger/index.ts'
import { openDatabase } from '../../apps/server/src/platform/database.ts'
import type { Measure } from '../figure.ts'
import { median, SECRET, withCluster } from './with-cluster.ts'

/** How quickly committed changes get their place in the log: commitments, hashes, tiles, a durable transaction every 256. */
export const measureSequencing: Measure = async ({ quick }) =>
  withCluster(async ({ url, admin, folder }) => {
    const database = openDatabase(url, SECRET, { app: 1, auth: 1, lead: 1, worker: 1, ledger: 2, audit: 1, intake: 1 })
    const clock = { now: () => new Date() }
    const ledger = await runLedger({
      transact: database.transact,
      clock,
      folder: path.join(folder, 'ledger'),
      onFailure: () => undefined,
    })
    const [batches, leaves] = quick ? [3, 5000] : [5, 20_000]
    const rates: number[] = []
    for (let turn = 0; turn < batches; turn++) {
      await ledger.settle()
      await admin.query(
        `insert into registry.person (authority, id, name, roles, employer) select 421003000000, gen_random_uuid(), '第' || n || '人', '{member}', '第${turn}局' || n from generate_series(1, ${leaves}) n`,
      )
      const inserted = performance.now()
      await ledger.settle()
      rates.push(leaves / ((performance.now() - inserted) / 1000))
    }
    await ledger.stop()
    await database.close()
    return [
      {
        figure: 'leaves sequenced, signed and published a second',
        value: Math.round(median(rates)),
        unit: 'a second',
        target: '≥ 2000',
        holds: median(rates) >= 2000,
        how: `median of ${batches} runs of ${leaves} rows of the talent pool inserted at once; from the commit to the published checkpoint, one sequencer, durable commits`,
      },
    ]
  })
