// A flood of reports, each on the disk before it is acknowledged; the generator shares the machine with server and database.
import { hash } from 'node:crypto'
import { isSolution, NO_WORK, solutionOf, workOn } from '../../engines/sealing/src/index.ts'
import { openChallenges } from '../../apps/server/src/modules/intake/challenge.ts'
import { measureLoad } from '../../apps/server/src/modules/intake/load.ts'
import type { Measure } from '../figure.ts'
import { withCluster } from '../ledger/with-cluster.ts'
import { plantDesk, startServer } from './intake-server.ts'
import { ENVELOPE_BYTES, makeSubmission, openConnection, readNumber, submit, workFor } from './phones.ts'

const PHONES = 128

export const measureSubmissions: Measure = async ({ quick }) =>
  withCluster(async ({ url, admin }) => {
    await plantDesk(admin)
    const server = await startServer(url)
    const seconds = quick ? 5 : 20
    // Made before, since making 8 KiB of randomness is not what is measured.
    const pool = Array.from({ length: 2_000 }, makeSubmission)
    const latencies: number[] = []
    let isMeasured = false
    let end = Number.POSITIVE_INFINITY
    const phone = async (at: number) => {
      const connection = openConnection(server.port)
      for (let turn = 0; performance.now() < end; turn += 1) {
        const { envelope } = pool[(at + turn * PHONES) % pool.length] ?? makeSubmission()
        const work = await workFor(connection, ENVELOPE_BYTES)
        const start = performance.now()
        readNumber(await submit(connection, { envelope, hash: '', key: makeKey() }, work))
        if (isMeasured && start < end) latencies.push(performance.now() - start)
      }
      connection.close()
    }
    const running = Promise.all(Array.from({ length: PHONES }, (_, at) => phone(at)))
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    isMeasured = true
    const start = performance.now()
    end = start + seconds * 1_000
    await running
    const rate = latencies.length / seconds
    const p99 = latencies.toSorted((a, b) => a - b)[Math.floor(latencies.length * 0.99)] ?? Number.NaN
    await server.stop('SIGTERM')
    const how = `${PHONES} connections for ${seconds} s after 3 s of warming up; each fetches a challenge, solves it (4 hashes a puzzle, so that one process does the work of all phones), sends ${ENVELOPE_BYTES} bytes and waits; server, PostgreSQL with durable commits and generator share the machine; plain HTTP`
    return [
      {
        figure: 'durable submissions a second, 8.5 KB',
        value: Math.round(rate),
        unit: 'a second',
        target: '≥ 1,500',
        holds: rate >= 1_500,
        how,
      },
      { figure: 'p99 of a submission', value: p99, unit: 'ms', target: '≤ 300', holds: p99 <= 300, how },
      checkCost(quick ? 5_000 : 50_000),
    ]
  })

const makeKey = () => makeKeyFrom((counter += 1))
let counter = 0
const prefix = hash('sha256', String(Math.random())).slice(0, 16)
const makeKeyFrom = (count: number) => prefix + count.toString(16).padStart(16, '0')

/** What the server spends on the work of one report: the signature of its challenge and the eight hashes. */
function checkCost(rounds: number) {
  const clock = { now: () => new Date() }
  const challenges = openChallenges(
    clock,
    measureLoad(clock, { tries: 50, usual: 1e9, flood: 1e9 }, () => 'ample'),
  )
  const challenge = challenges.ask('bench1', ENVELOPE_BYTES)
  let work = NO_WORK
  while (solutionOf(work) === null) work = workOn(challenge, work, 1_000)
  const answer = `${challenge.text};${solutionOf(work) ?? ''}`
  if (!isSolution(challenge, solutionOf(work) ?? '')) throw new Error('the work is wrong')
  const costs: number[] = []
  for (let round = 0; round < 20; round += 1) {
    const start = process.cpuUsage()
    for (let at = 0; at < rounds / 20; at += 1) challenges.check(answer, 'bench1', ENVELOPE_BYTES)
    const { user, system } = process.cpuUsage(start)
    costs.push((user + system) / (rounds / 20))
  }
  const cost = costs.toSorted((a, b) => a - b)[10] ?? Number.NaN
  return {
    figure: 'server time to check the work of one submission',
    value: cost,
    unit: 'µs',
    target: '≤ 20',
    holds: cost <= 20,
    how: `processor time of checking the challenge’s signature and its eight hashes; median of 20 rounds of ${rounds / 20}`,
  }
}
