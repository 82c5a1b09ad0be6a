// A log in a folder: static files in the layout of C2SP tlog-tiles, rows and salts beside them.
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LedgerFiles } from '@shengmian/ledger-verify'

export function folderFiles(folder: string): LedgerFiles {
  return {
    read: async (path) => readFile(join(folder, path)).catch(missingIsNull),
    lines: (path) => (existsSync(join(folder, path)) ? linesOf(join(folder, path)) : null),
  }
}

/** Lines in portions, without the empty ones. */
async function* linesOf(file: string): AsyncGenerator<readonly string[]> {
  let rest = ''
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    yield lines.filter((line) => line !== '')
  }
  if (rest !== '') yield [rest]
}

function missingIsNull(error: unknown): null {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null
  throw error
}
