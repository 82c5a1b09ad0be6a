import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveReportPage } from './report-page.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-pages-'))
const policy = "default-src 'none'; script-src 'sha256-x'"
let app: FastifyInstance
beforeAll(async () => {
  for (const language of ['zh', 'en'])
    for (const ending of ['', '.br', '.gz'])
      writeFileSync(
        path.join(folder, `report.${language}.html${ending}`),
        `<meta http-equiv="Content-Security-Policy" content="${policy}" />${language}${ending}`,
      )
  app = Fastify()
  await serveReportPage(app, folder)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

describe('The villager’s page', () => {
  it('is the same for every desk, under its own policy, and is kept by nobody', async () => {
    const [one, other] = await Promise.all(['/b/bai1', '/b/qing2'].map((url) => app.inject({ url })))
    expect(one?.payload).toBe(other?.payload)
    expect(one?.headers).toMatchObject({
      'content-security-policy': `${policy}; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    expect(one?.headers).not.toHaveProperty('set-cookie')
  })

  it('comes compressed as the phone asks, and in the language of the address where there is one', async () => {
    const get = (url: string, accepted = '') => app.inject({ url, headers: { 'accept-encoding': accepted } })
    expect((await get('/b/bai1', 'gzip, deflate, br')).payload).toContain('zh.br')
    expect((await get('/b/bai1', 'gzip')).headers['content-encoding']).toBe('gzip')
    expect((await get('/b/bai1')).headers).not.toHaveProperty('content-encoding')
    expect((await get('/b/bai1?lang=en')).payload).toContain('/>en')
    expect((await get('/b/bai1?lang=fr&from=wechat')).payload).toContain('/>zh')
  })

  it('is not there where none was built', async () => {
    const empty = mkdtempSync(path.join(tmpdir(), 'shengmian-pages-'))
    const bare = Fastify()
    await serveReportPage(bare, empty)
    expect((await bare.inject('/b/bai1')).statusCode).toBe(404)
    await bare.close()
    rmSync(empty, { recursive: true })
  })
})
