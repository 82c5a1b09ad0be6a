// For tests: a virus scanner as the outside world. It takes INSTREAM of clamd and says what it is told to say of the bytes.
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const COMMAND = 'zINSTREAM\0'

export interface FakeScanner {
  readonly path: string
  readonly stop: () => Promise<void>
}

export async function startFakeScanner(answer: (socket: Socket, received: Buffer) => void): Promise<FakeScanner> {
  const folder = await mkdtemp(path.join(tmpdir(), 'shengmian-clamd-'))
  const file = path.join(folder, 'clamd.sock')
  const server = createServer((socket) => {
    let [raw, isAnswered] = [Buffer.alloc(0), false]
    socket.on('error', () => undefined)
    socket.on('data', (some: Buffer) => {
      raw = Buffer.concat([raw, some])
      const whole = streamOf(raw)
      if (whole === null || isAnswered) return
      isAnswered = true
      answer(socket, whole)
    })
  })
  await new Promise<void>((resolve) => server.listen(file, resolve))
  return {
    path: file,
    stop: async () => {
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The bytes of a stream that has come to its end; null before, and where the command is another. */
function streamOf(raw: Buffer): Buffer | null {
  if (raw.subarray(0, COMMAND.length).toString('latin1') !== COMMAND) return null
  const pieces: Buffer[] = []
  for (let at = COMMAND.length; at + 4 <= raw.length;) {
    const length = raw.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(raw.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
