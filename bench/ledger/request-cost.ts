// The same question as people meet it: entering somebody into the talent pool through the server's own route, with the ledger and without.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { compose, type Composed } from '../../apps/server/src/compose.ts'
import type { Measure } from '../figure.ts'
import { inTurns, ledgerSwitch } from './in-turns.ts'
import { signIn, TOKEN } from './sign-in.ts'
import { median, SECRET, withCluster } from './with-cluster.ts'

const CLIENTS = 16
const TABLE = 'registry.person'

export const measureRequestCost: Measure = async ({ quick }) =>
  withCluster(async ({ url, admin, folder }) => {
    await signIn(admin)
    const { app, ledger, stop } = await compose({
      adminUrl: url,
      secret: SECRET,
      pages: null,
      isSecure: false,
      version: 'bench',
      ledgerFolder: path.join(folder, 'ledger'),
    })
    const [turns, seconds] = quick ? [3, 1.5] : [11, 4]
    const measure = async () => {
      try {
        await enterFor(app, 2)
        return await inTurns(turns, {
          settle: async () => ledger?.settle(),
          turnLedger: ledgerSwitch(admin, TABLE),
          rate: () => enterFor(app, seconds),
        })
      } finally {
        await stop()
      }
    }
    const { lost, rates } = await measure()
    const cost = median(lost) * 100
    return [
      {
        figure: 'throughput of entering people through the server that the ledger costs',
        value: cost,
        unit: '%',
        target: '≤ 10',
        holds: cost <= 10,
        how: `PUT of a person each, ${CLIENTS} at once, through the server in the same process with all its checks, durable commits; median of ${turns} pairs of ${seconds} s with and without the trigger, the sequencer running beside; ${Math.round(median(rates))} people a second with the ledger`,
      },
    ]
  })

/** People entered a second. */
async function enterFor(app: Composed['app'], seconds: number): Promise<number> {
  const start = performance.now()
  let count = 0
  const client = async () => {
    while (performance.now() < start + seconds * 1000) {
      const answer = await app.inject({
        method: 'PUT',
        // One address may ask 6,000 times a minute: as many offices as it takes.
        remoteAddress: `10.0.${count % 250}.1`,
        url: `/api/people/4210/${randomUUID()}`,
        headers: { authorization: `Bearer ${TOKEN}`, 'idempotency-key': randomUUID() },
        payload: somebody(count),
      })
      if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.payload}`)
      count++
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  return count / ((performance.now() - start) / 1000)
}

function somebody(count: number) {
  return {
    number: randomUUID(),
    name: `量测${count}`,
    employer: '量测局',
    unit: null,
    home: null,
    native: null,
    postings: [],
    skills: ['财务'],
    roles: ['member'],
    rank: null,
    experience: 'ordinary',
    languages: [],
    absences: [],
    source: null,
    training: false,
    mentor: null,
    unverified: [],
    evidence: {},
    version: null,
  }
}
