// For the tests beside it: a process of its own that starts the database on a folder, and can then be killed.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const program = `
  const { startEmbeddedPostgres } = await import(process.argv[1])
  try {
    const database = await startEmbeddedPostgres({ folder: process.argv[2], log: (line) => console.error(line) })
    process.on('SIGTERM', () => database.stop().then(() => process.exit(0)))
    console.log(database.adminUrl)
    setInterval(() => undefined, 60_000)
  } catch (error) {
    console.log('refused: ' + error.message)
    process.exit(1)
  }`

export interface Child {
  readonly pid: number
  /** The address of the database, or `refused: …`. */
  readonly answer: Promise<string>
  readonly kill: (signal: NodeJS.Signals) => Promise<void>
}

export function startInChild(folder: string, module = join(import.meta.dirname, 'index.ts')): Child {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, module, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const answer = new Promise<string>((resolve) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('\n')) resolve(said.trim())
    })
    void closed.then(() => resolve(said.trim()))
  })
  return {
    pid: child.pid ?? 0,
    answer,
    async kill(signal) {
      child.kill(signal)
      await closed
    },
  }
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'shengmian-embedded-'))
}

/** Removes the folder and the home that its note names. */
export function removeFolder(folder: string): void {
  const home = homeOf(folder)
  if (home !== folder) rmSync(home, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

export function homeOf(folder: string): string {
  const note = join(folder, 'postgres.json')
  return existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as { home: string }).home : folder
}

export async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>({ text: statement })
    return rows[0] === undefined ? undefined : Object.values(rows[0])[0]
  } finally {
    await client.end()
  }
}

/** The postmaster and all its children, by the parents that /proc names. */
export function familyOf(postmaster: number): number[] {
  const listing = spawnSync('sh', ['-c', 'cat /proc/[0-9]*/stat 2>/dev/null'], { encoding: 'utf8' }).stdout
  const children = listing.split('\n').flatMap((line) => {
    const [, pid, parent] = /^(\d+) \(.*\) \S (\d+)/.exec(line) ?? []
    return Number(parent) === postmaster ? [Number(pid)] : []
  })
  return [postmaster, ...children]
}
