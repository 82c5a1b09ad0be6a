// Uploaded files are shown to the virus scanner of the installation (clamd) before anything reads them. Without its word nothing is taken.
import { open } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { Problem } from '@shengmian/contract'

/** Where clamd listens: a socket file, or a port. */
export type Scanner = { readonly path: string } | { readonly host: string; readonly port: number }

/** clamd takes as long as a big archive takes; one that says nothing for so long says nothing at all. */
const SILENCE_MS = 60_000
const PIECE_BYTES = 65_536

/** Sends the file through the scanner: refuses what it calls infected, and whatever it does not call clean. */
export async function refuseInfected(scanner: Scanner, file: string, silenceMs = SILENCE_MS): Promise<void> {
  const verdict = await ask(scanner, file, silenceMs).catch((error: unknown) => {
    throw unchecked(error instanceof Error ? error.message : String(error))
  })
  const virus = /^stream: (.+) FOUND$/.exec(verdict)?.[1]
  if (virus !== undefined)
    throw new Problem('file-infected', {
      zh: `杀毒软件报告：${virus}。请先在本机查杀，再重新上传`,
      en: `the scanner says ${virus}: clean it on your machine, then send it again`,
    })
  if (verdict !== 'stream: OK') throw unchecked(verdict === '' ? 'it hung up without a word' : verdict)
}

function unchecked(why: string): Problem {
  return new Problem('file-unchecked', {
    zh: '杀毒软件没有给出结论，文件没有收下，请稍后再试或告知系统管理员',
    en: `the virus scanner gave no verdict (${why}); nothing was taken, try again later`,
  })
}

/** The command INSTREAM of clamd: pieces, each after its length in four bytes, a length of zero, and one line back. */
function ask(scanner: Scanner, file: string, silenceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...scanner })
    let said = ''
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('no answer')))
    socket.setEncoding('utf8').on('data', (text: string) => (said += text))
    socket.on('error', (error) => (said === '' ? reject(error) : resolve(lineOf(said))))
    socket.on('close', () => resolve(lineOf(said)))
    socket.on('connect', () => {
      send(socket, file).catch((error: Error) => socket.destroy(error))
    })
  })
}

const lineOf = (said: string): string => said.replace(/[\0\n].*$/s, '').trim()

async function send(socket: Socket, file: string): Promise<void> {
  await write(socket, 'zINSTREAM\0')
  const handle = await open(file)
  try {
    const piece = Buffer.alloc(PIECE_BYTES)
    // clamd that has seen enough hangs up in the middle
    while (!socket.destroyed) {
      const { bytesRead } = await handle.read(piece, 0, PIECE_BYTES)
      const length = Buffer.alloc(4)
      length.writeUInt32BE(bytesRead)
      await write(socket, length)
      if (bytesRead === 0) return
      await write(socket, piece.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
  }
}

/** Resolves when the bytes are out of our hands, so that a file never lies in memory as a whole. */
function write(socket: Socket, bytes: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => socket.write(bytes, () => resolve()))
}
