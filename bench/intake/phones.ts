// Many phones in one process: bare HTTP over kept-alive sockets, so that the generator takes little of the machine it shares.
import { createHash, randomBytes, randomFillSync } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { isSolution, NO_WORK, solutionOf, workOn, type Challenge } from '../../engines/sealing/src/index.ts'
import { DESK } from './intake-server.ts'

/** What 8 KiB take when they are sealed to two. */
export const ENVELOPE_BYTES = 8_490

export interface Answer {
  readonly status: number
  readonly body: string
}

export interface Connection {
  /** One request at a time. */
  readonly ask: (head: string, body?: Buffer) => Promise<Answer>
  readonly close: () => void
}

export function openConnection(port: number, from?: string): Connection {
  const socket: Socket = connect({ port, host: from ?? '127.0.0.1', ...(from === undefined ? {} : { localAddress: from }) })
  socket.setNoDelay(true)
  let held = ''
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null
  socket.setEncoding('latin1')
  socket.on('data', (text: string) => {
    held += text
    const end = held.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = Number(/content-length: (\d+)/i.exec(held.slice(0, end))?.[1] ?? '0')
    if (held.length < end + 4 + length) return
    const answer = { status: Number(held.slice(9, 12)), body: held.slice(end + 4, end + 4 + length) }
    held = held.slice(end + 4 + length)
    waiting?.resolve(answer)
    waiting = null
  })
  const fail = (error?: Error) => {
    waiting?.reject(error ?? new Error('the connection was closed'))
    waiting = null
  }
  socket.on('error', fail)
  socket.on('close', () => fail())
  return {
    ask: (head, body) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the connection was closed'))
        waiting = { resolve, reject }
        socket.write(`${head}\r\nhost: bench\r\n${body === undefined ? '' : `content-length: ${body.length}\r\n`}\r\n`, 'latin1')
        if (body !== undefined) socket.write(body)
      }),
    close: () => void socket.destroy(),
  }
}

/** A solved challenge for so many bytes. */
export async function workFor(connection: Connection, bytes: number): Promise<string> {
  const { body } = await connection.ask(`GET /intake/${DESK}/challenge?bytes=${bytes} HTTP/1.1`)
  const challenge = JSON.parse(body) as Challenge
  let work = NO_WORK
  while (solutionOf(work) === null) work = workOn(challenge, work, 1_000)
  const solution = solutionOf(work) ?? ''
  if (!isSolution(challenge, solution)) throw new Error('the work is wrong')
  return `${challenge.text};${solution}`
}

export interface Submission {
  readonly envelope: Buffer
  readonly hash: string
  readonly key: string
}

/** Bytes of the right length: the server cannot tell them from a sealed report. */
export function makeSubmission(): Submission {
  const envelope = randomFillSync(Buffer.alloc(ENVELOPE_BYTES))
  return { envelope, hash: createHash('sha256').update(envelope).digest('hex'), key: randomBytes(16).toString('hex') }
}

export function submit(connection: Connection, { envelope, key }: Submission, work: string, more = ''): Promise<Answer> {
  const head = `POST /intake/${DESK}/reports HTTP/1.1\r\ncontent-type: application/octet-stream\r\nx-work: ${work}\r\nidempotency-key: ${key}\r\nx-mailbox: ${key}${key}`
  return connection.ask(head + more, envelope)
}

/** What an acknowledgement says; throws where it is none. */
export function readNumber({ status, body }: Answer): { readonly number: number; readonly envelope: string } {
  if (status !== 201 && status !== 200) throw new Error(`refused with ${status}: ${body}`)
  return JSON.parse(body.split('\n')[1] ?? '') as { number: number; envelope: string }
}
