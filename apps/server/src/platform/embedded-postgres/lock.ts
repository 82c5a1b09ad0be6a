// One supervisor for a folder. The lock is an abstract socket of the kernel: it ends with its process however that dies,
// so there is no stale lock to judge. The file beside it only tells people who holds it.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

export interface Lock {
  release(): void
}

/** @throws Error naming the process, if another one runs on this folder */
export async function lockFolder(folder: string): Promise<Lock> {
  const { dev, ino } = statSync(folder, { bigint: true })
  const file = join(folder, 'running.json')
  const server = createServer((socket) => socket.destroy())
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ path: `\0shengmian-${dev}-${ino}` }, resolve)
    })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    throw new Error(
      `Shengmian already runs on ${folder}${holder(file)}. Stop that one first, or start this one with another data folder.`,
      { cause: error },
    )
  }
  server.unref()
  writeFileSync(file, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }))
  return {
    release() {
      rmSync(file, { force: true })
      server.close()
    },
  }
}

function holder(file: string): string {
  try {
    const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; since: string }
    return ` (process ${pid}, since ${since})`
  } catch {
    return ''
  }
}
