import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import { servePages } from './pages.ts'

it('the pages that are served are those built last, and the last ones while a build is under way', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-pages-'))
  mkdirSync(path.join(folder, 'assets'))
  const index = path.join(folder, 'index.html')
  const build = (text: string, second: number): void => {
    writeFileSync(index, text)
    utimesSync(index, second, second)
  }
  build('first', 1)
  const app = Fastify()
  await servePages(app, folder)
  const seen = async (): Promise<string> => (await app.inject('/rounds')).payload
  expect(await seen()).toBe('first')
  rmSync(index)
  expect(await seen()).toBe('first')
  build('second', 2)
  expect(await seen()).toBe('second')
  expect((await app.inject('/api/nothing')).statusCode).toBe(404)
  await app.close()
  rmSync(folder, { recursive: true })
})
