// Reports come from addresses and devices that are marked; then every file that the installation wrote is searched for the marks.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Measure } from '../figure.ts'
import { homeOf, withCluster } from '../ledger/with-cluster.ts'
import { plantDesk, startServer } from './intake-server.ts'
import { ENVELOPE_BYTES, makeSubmission, openConnection, readNumber, submit, workFor } from './phones.ts'

const DEVICE = 'MarkedPhone-7731'
/** Every phone has an address of its own in this network, which leads to this machine. */
const NETWORK = '127.77'

export const measureMarks: Measure = async ({ quick }) =>
  withCluster(async ({ url, admin, folder }) => {
    await plantDesk(admin)
    const server = await startServer(url)
    const submissions = quick ? 1_000 : 10_000
    let sent = 0
    const phone = async (at: number) => {
      while (sent < submissions) {
        sent += 1
        const address = `${NETWORK}.${sent % 256}.${(at % 250) + 1}`
        const connection = openConnection(server.port, address)
        const more = `\r\nuser-agent: ${DEVICE}\r\nx-forwarded-for: ${address}\r\nreferer: https://mark.invalid/${address}`
        readNumber(await submit(connection, makeSubmission(), await workFor(connection, ENVELOPE_BYTES), more))
        // A refused one too: errors are what gets logged.
        await connection.ask(
          `POST /intake/bench1/reports HTTP/1.1\r\nuser-agent: ${DEVICE}\r\nx-forwarded-for: ${address}`,
          Buffer.alloc(3),
        )
        connection.close()
      }
    }
    await Promise.all(Array.from({ length: 32 }, (_, at) => phone(at)))
    await admin.query('checkpoint')
    await server.stop('SIGTERM')
    const home = homeOf(path.join(folder, 'postgres'))
    const log = path.join(folder, 'server.log')
    writeFileSync(log, server.said())
    const planted = path.join(folder, 'planted')
    writeFileSync(planted, `${NETWORK}.9.9 ${DEVICE}`)
    const found = filesWithMarks([home, folder])
    if (!found.includes(planted)) throw new Error('the search does not find a mark that was planted')
    const traces = found.filter((file) => file !== planted)
    return [
      {
        figure: 'files that hold a marked address or device',
        value: traces.length,
        unit: 'files',
        target: '0',
        holds: traces.length === 0 && sent >= submissions,
        how: `${submissions} submissions and as many refusals from ${NETWORK}.*.* with a marked device; all files of the database (tables, write-ahead log, its log) and the server's log searched as bytes; a planted mark was found; a backup is a copy of these files${quick ? '; whole: 10,000' : ''}${traces.length === 0 ? '' : `; found in ${traces.slice(0, 3).join(', ')}`}`,
      },
    ]
  })

function filesWithMarks(folders: readonly string[]): readonly string[] {
  const marks = ['-e', DEVICE, '-e', `${NETWORK}.`, '-e', 'mark.invalid']
  try {
    return execFileSync('grep', ['-rlaF', ...marks, ...new Set(folders)], { encoding: 'utf8' })
      .trim()
      .split('\n')
  } catch {
    return []
  }
}
