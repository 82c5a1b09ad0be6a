// A result too large for one string, written piece by piece: it is at its place whole or not at all, also after Ctrl-C.
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { exitOnSignal } from './exit-on-signal.ts'
import { codeOf } from './files.ts'
import type { Words } from './words.ts'

const PIECE = 1 << 20

export type WritePiece = (text: string) => void

/** Calls `produce` with a pen and moves what it wrote to `path` when it is done. What `produce` throws is thrown on, and nothing is left. */
export async function writePieces(
  path: string,
  produce: (write: WritePiece) => void | Promise<void>,
  finish: (temporary: string) => void | Promise<void> = () => undefined,
): Promise<Words | null> {
  const place = await realpath(path).catch(() => path)
  const temporary = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.tmp`)
  const remove = (): void => rmSync(temporary, { force: true })
  process.once('exit', remove)
  const release = exitOnSignal()
  let waiting = ''
  try {
    const file = openSync(temporary, 'wx')
    try {
      const flush = (): void => {
        writeAll(file, waiting)
        waiting = ''
      }
      await produce((text) => {
        waiting += text
        if (waiting.length >= PIECE) flush()
      })
      flush()
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    await finish(temporary)
    renameSync(temporary, place)
    return null
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { zh: `无法写入 ${path}（${codeOf(error)}）`, en: `cannot write ${path} (${codeOf(error)})` }
  } finally {
    remove()
    process.off('exit', remove)
    release()
  }
}

/** A disk may take less than it is given. */
function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
