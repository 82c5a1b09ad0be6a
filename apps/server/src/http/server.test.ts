// What every answer carries and what every connection is held to, whatever is behind it.
import { defineEndpoint } from '@shengmian/contract'
import { expect, it } from 'vitest'
import { Type } from 'typebox'
import { serve } from './serve.ts'
import { makeBareServer } from './testing/bare-server.ts'

const open = { tag: 'test', zh: '测试', open: true, summary: 'For a test.' } as const
const wordsEndpoint = defineEndpoint({
  ...open,
  method: 'POST',
  path: '/words',
  id: 'words',
  body: Type.Object({ words: Type.String() }),
  reply: null,
})
const fileEndpoint = defineEndpoint({ ...open, method: 'GET', path: '/file', id: 'file', reply: { file: 'text/plain' } })
const wordEndpoint = defineEndpoint({ ...open, method: 'GET', path: '/word', id: 'word', reply: Type.String() })

const serverOf = () =>
  makeBareServer({
    routes: [
      serve(wordsEndpoint, () => undefined),
      serve(fileEndpoint, () => ({ file: Buffer.from('名单'), name: '名单.txt', type: 'text/plain' })),
      serve(wordEndpoint, () => '甲'),
    ],
  })

it('no answer under /api is kept: words, files, refusals and what is not there', async () => {
  const app = await serverOf()
  for (const url of ['/api/word', '/api/file', '/api/nothing', '/api/openapi.json']) {
    const answer = await app.inject(url)
    expect([url, answer.headers['cache-control'], answer.headers['x-frame-options']]).toEqual([url, 'no-store', 'DENY'])
  }
  await app.close()
})

it('a request that never ends is cut: neither its head nor its body is waited for without limit', async () => {
  const app = await serverOf()
  expect(app.server.requestTimeout).toBe(300_000)
  expect(app.server.headersTimeout).toBeGreaterThan(0)
  await app.close()
})

it('who is not signed in sends little: more is not read', async () => {
  const app = await serverOf()
  const send = async (length: number) =>
    (await app.inject({ method: 'POST', url: '/api/words', payload: { words: 'a'.repeat(length) } })).statusCode
  expect([await send(60_000), await send(70_000)]).toEqual([204, 413])
  await app.close()
})
