// Runs a program of node_modules/.bin from the project's root and keeps what it says.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { project } from './fingerprint.ts'

export interface Ran {
  readonly code: number
  readonly output: string
  readonly seconds: number
}

interface Options {
  readonly env?: Readonly<Record<string, string>>
  /** Show it as it comes, too. */
  readonly isShown?: boolean
  readonly cwd?: string
}

const bin = path.join(project, 'node_modules', '.bin')

export async function run(program: string, flags: readonly string[], options: Options = {}): Promise<Ran> {
  const began = performance.now()
  const child = spawn(program, flags, {
    cwd: options.cwd ?? project,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}`, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said.push(chunk)
      if (options.isShown === true) process.stderr.write(chunk)
    })
  }
  const code = await new Promise<number>((resolve) => {
    child.once('error', (error) => {
      said.push(Buffer.from(error.message))
      resolve(127)
    })
    child.once('close', (status) => resolve(status ?? 1))
  })
  return { code, output: Buffer.concat(said).toString(), seconds: (performance.now() - began) / 1000 }
}
