// The program as a user starts it: the real file, real processes, real exit codes.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const BIN = fileURLToPath(new URL('../../bin/shengmian.mjs', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts the program; `whenSaid` is called with everything on standard error so far. */
export async function shengmian(
  args: readonly string[],
  { env = {}, whenSaid }: { env?: Record<string, string>; whenSaid?: (err: string, child: ChildProcess) => void } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...args], { env: { ...process.env, LC_ALL: 'C.UTF-8', ...env } })
  const ended = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ended.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.err += text
    whenSaid?.(ended.err, child)
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return { code, ...ended }
}

interface Desk {
  readonly path: (name: string) => string
  /** Writes a file (an object as JSON) and answers its path. */
  readonly lay: (name: string, content: unknown) => Promise<string>
  readonly names: () => Promise<string[]>
}

/** A folder of its own for one test, gone afterwards. */
export async function aDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'shengmian-cli-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = (name: string): string => join(folder, name)
  return {
    path,
    async lay(name, content) {
      const bytes = typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content)
      await writeFile(path(name), bytes)
      return path(name)
    },
    names: async () => (await readdir(folder)).toSorted(),
  }
}
