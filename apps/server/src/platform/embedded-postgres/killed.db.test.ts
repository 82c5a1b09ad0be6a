import { spawn } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startEmbeddedPostgres } from './index.ts'
import { ask, familyOf, homeOf, newFolder, removeFolder, startInChild } from './test-child.ts'

describe('the embedded PostgreSQL after a kill', () => {
  let folder: string
  beforeEach(() => {
    folder = newFolder()
  })
  afterEach(() => removeFolder(folder))

  const postmaster = () => Number.parseInt(readFileSync(join(homeOf(folder), 'cluster', 'postmaster.pid'), 'utf8'), 10)

  it('takes over from a killed process whose server still runs, again and again, and loses nothing', async () => {
    for (let round = 1; round <= 3; round += 1) {
      const child = startInChild(folder)
      const url = await child.answer
      expect(url).toMatch(/^postgres:/)
      await ask(url, 'create table if not exists acknowledged (round int)')
      await ask(url, `insert into acknowledged values (${round})`)
      expect(await ask(url, 'select count(*)::int from acknowledged')).toBe(round)
      const orphan = postmaster()
      await child.kill('SIGKILL')
      expect(() => process.kill(orphan, 0)).not.toThrow()
    }
    const database = await startEmbeddedPostgres({ folder })
    expect(await ask(database.adminUrl, 'select count(*)::int from acknowledged')).toBe(3)
    await database.stop()
  })

  it('recovers when everything was killed at once under writers, and every acknowledged row is there', async () => {
    let acknowledged = 0
    for (let round = 1; round <= 3; round += 1) {
      const child = startInChild(folder)
      const url = await child.answer
      await ask(url, 'create table if not exists acknowledged (n int)')
      const writing = (async () => {
        for (;;) {
          await ask(url, `insert into acknowledged values (${round})`)
          acknowledged += 1
        }
      })().catch(() => undefined)
      while (acknowledged < round * 10) await sleep(5)
      const family = familyOf(postmaster())
      expect(family.length).toBeGreaterThan(3)
      const gone = child.kill('SIGKILL')
      for (const pid of family) process.kill(pid, 'SIGKILL')
      await Promise.all([gone, writing])
    }
    const database = await startEmbeddedPostgres({ folder })
    expect(await ask(database.adminUrl, 'select count(*)::int from acknowledged')).toBeGreaterThanOrEqual(acknowledged)
    await database.stop()
  })

  it('is not stopped by a process number that now belongs to another program, and leaves that program alone', async () => {
    const first = await startEmbeddedPostgres({ folder })
    const file = join(homeOf(folder), 'cluster', 'postmaster.pid')
    const left = readFileSync(file, 'utf8')
    await first.stop()
    const stranger = spawn('sleep', ['60'])
    writeFileSync(file, left.replace(/^\d+/, String(stranger.pid)))
    const second = await startEmbeddedPostgres({ folder })
    expect(await ask(second.adminUrl, 'select 1')).toBe(1)
    expect(stranger.exitCode).toBe(null)
    await second.stop()
    stranger.kill()
  })

  it('is not stopped by a dead process that nobody has reaped yet', async () => {
    const first = await startEmbeddedPostgres({ folder })
    const file = join(homeOf(folder), 'cluster', 'postmaster.pid')
    const left = readFileSync(file, 'utf8')
    await first.stop()
    // The shell's child ends at once, and `sleep`, which the shell becomes, never asks for it: a zombie.
    const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    const zombie = await new Promise<string>((resolve) =>
      parent.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
    )
    while (!/\) Z /.test(readFileSync(`/proc/${zombie}/stat`, 'utf8'))) await sleep(10)
    writeFileSync(file, left.replace(/^\d+/, zombie))
    const second = await startEmbeddedPostgres({ folder })
    expect(await ask(second.adminUrl, 'select 1')).toBe(1)
    await second.stop()
    parent.kill()
  })

  it('makes its cluster anew when the first attempt was killed half-way', async () => {
    chmodSync(folder, 0o755)
    const child = startInChild(folder)
    const makings = () => readdirSync(folder).filter((name) => name.startsWith('making-'))
    while (makings().length === 0 || !readdirSync(folder).includes('running.json')) await sleep(5)
    await sleep(100)
    await child.kill('SIGKILL')
    expect(makings()).toHaveLength(1)
    const database = await startEmbeddedPostgres({ folder })
    expect(await ask(database.adminUrl, 'select 1')).toBe(1)
    expect(makings()).toHaveLength(0)
    await database.stop()
  })

  it('comes back on the same address when only the server was killed', async () => {
    const database = await startEmbeddedPostgres({ folder })
    const victim = postmaster()
    process.kill(victim, 'SIGKILL')
    const answer = async (): Promise<unknown> => {
      for (;;) {
        try {
          if (postmaster() !== victim) return await ask(database.adminUrl, 'select 1')
        } catch {
          // Not yet: the file or the server is not there again.
        }
        await sleep(20)
      }
    }
    expect(await answer()).toBe(1)
    await database.stop()
  })
})
