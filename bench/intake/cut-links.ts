// Attachments over a link that is slow and breaks every five seconds: what has reached the server is never sent again.
import { createHash } from 'node:crypto'
import { connect } from 'node:net'
import type { IntakePart } from '@shengmian/contract'
import { sealAttachment } from '../../engines/sealing/src/index.ts'
import { seededRandom } from '../../engines/sealing/src/testing/random.ts'
import type { Measure } from '../figure.ts'
import { withCluster } from '../ledger/with-cluster.ts'
import { DESK, plantDesk, startServer } from './intake-server.ts'
import { openConnection, workFor } from './phones.ts'

/** 50 kbit/s. */
const BYTES_A_SECOND = 6_250
const LATENCY_MS = 300
const CUT_MS = 5_000
const TICK_MS = 50

export const measureCutLinks: Measure = async ({ quick }) =>
  withCluster(async ({ url, admin }) => {
    await plantDesk(admin)
    const server = await startServer(url)
    const uploads = quick ? 20 : 200
    const random = seededRandom('links')
    // In quick the attachment is cut short by its length class alone: 256 KiB need 42 s at this rate, so both take about a minute.
    const outcomes = await Promise.all(Array.from({ length: uploads }, (_, at) => upload(server.port, seal(random), at)))
    await server.stop('SIGTERM')
    const arrived = outcomes.filter(({ isWhole }) => isWhole).length
    const worst = Math.max(...outcomes.map(({ sent, length }) => (100 * (sent - length)) / length))
    const cuts = outcomes.reduce((sum, outcome) => sum + outcome.cuts, 0) / uploads
    const how = `${uploads} attachments of 256 KiB at once, each on a link of its own: 50 kbit/s, ${LATENCY_MS} ms one way, broken every ${CUT_MS / 1_000} s (${cuts.toFixed(1)} times on average) with all that is on the way lost; the phone asks for the offset and goes on${quick ? '; whole: 200' : ''}`
    return [
      {
        figure: 'uploads over a broken link that arrived',
        value: arrived,
        unit: `of ${uploads}`,
        target: 'all',
        holds: arrived === uploads,
        how,
      },
      { figure: 'bytes sent again, worst upload', value: worst, unit: '%', target: '≤ 10', holds: worst <= 10, how },
    ]
  })

function seal(random: (bytes: number) => Uint8Array): Buffer {
  const sealed = sealAttachment(random(200_000), 'image/jpeg', random)
  if (sealed === null) throw new Error('no attachment')
  return Buffer.from(sealed.file)
}

interface Outcome {
  readonly isWhole: boolean
  readonly sent: number
  readonly length: number
  readonly cuts: number
}

async function upload(port: number, file: Buffer, phone: number): Promise<Outcome> {
  const id = createHash('sha256').update(file).digest('hex')
  const place = `/intake/${DESK}/parts/${id}`
  let [sent, cuts] = [0, 0]
  // Not all at the same instant.
  await wait((phone * 7_919) % CUT_MS)
  for (let tries = 0; tries < 60; tries += 1) {
    const asking = openConnection(port)
    const { body } = await asking.ask(`GET ${place} HTTP/1.1`)
    const { offset, isWhole } = JSON.parse(body) as IntakePart
    if (isWhole) {
      asking.close()
      return { isWhole, sent, length: file.length, cuts }
    }
    const work = offset === 0 ? `x-work: ${await workFor(asking, file.length)}\r\n` : ''
    asking.close()
    // The link was idle for a way there and back before.
    await wait(2 * LATENCY_MS)
    const head = `PUT ${place} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/octet-stream\r\n${work}x-offset: ${offset}\r\nx-length: ${file.length}\r\ncontent-length: ${file.length - offset}\r\n\r\n`
    const went = await overLink(port, head, file.subarray(offset))
    sent += went
    cuts += 1
  }
  return { isWhole: false, sent, length: file.length, cuts }
}

/** Sends at the link's rate until it breaks or the server answers; what is still on its way then is lost. Answers the bytes that left. */
async function overLink(port: number, head: string, body: Buffer): Promise<number> {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.setNoDelay(true)
  let [left, isOver] = [0, false]
  const answered = new Promise<void>((resolve) => {
    socket.on('data', () => resolve())
    socket.on('error', () => resolve())
    socket.on('close', () => resolve())
  })
  socket.write(head)
  const begun = performance.now()
  const sending = (async () => {
    while (!isOver && left < body.length) {
      const due = Math.min(body.length, Math.floor(((performance.now() - begun) / 1_000) * BYTES_A_SECOND))
      const piece = body.subarray(left, due)
      left = Math.max(left, due)
      if (piece.length > 0) setTimeout(() => void (isOver || socket.write(piece)), LATENCY_MS)
      await wait(TICK_MS)
    }
  })()
  await Promise.race([answered, wait(CUT_MS)])
  isOver = true
  socket.resetAndDestroy()
  await sending
  return left
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
