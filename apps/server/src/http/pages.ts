// Serves the built staff pages: one HTML file for every address of the app, hashed assets for ever.
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { Problem } from '@shengmian/contract'
import type { FastifyInstance } from 'fastify'
import { sendProblem } from './errors.ts'

/** Registers the pages under `/`; the page itself gets the nonce of its reply for the style sheets it writes. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const page = await pageOf(path.join(folder, 'index.html'))
  await app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  app.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/')) return sendProblem(reply, new Problem('not-found'))
    const nonce = (reply.raw as { styleNonce?: string }).styleNonce ?? ''
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send((await page()).replaceAll('__STYLE_NONCE__', nonce))
  })
}

/** The page as it was built last: the page names its scripts by their hashes, and those of an earlier build are gone. */
async function pageOf(file: string): Promise<() => Promise<string>> {
  const read = async (): Promise<{ text: string; at: number }> => {
    const { mtimeMs } = await stat(file)
    return { text: await readFile(file, 'utf8'), at: mtimeMs }
  }
  let last = await read()
  return async () => {
    try {
      const { mtimeMs } = await stat(file)
      if (mtimeMs !== last.at) last = await read()
    } catch {
      // a build is under way and has taken the page away: the last one stands until it is back
    }
    return last.text
  }
}
