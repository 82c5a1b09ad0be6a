// Serves the built staff pages: one HTML file for every address of the app, hashed assets for ever.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import { Problem } from '@shengmian/contract'
import type { FastifyInstance } from 'fastify'
import { sendProblem } from './errors.ts'

/** Registers the pages under `/`; the page itself gets the nonce of its reply for the style sheets it writes. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  app.get('/*', (request, reply) => {
    if (request.url.startsWith('/api/')) return sendProblem(reply, new Problem('not-found'))
    const nonce = (reply.raw as { styleNonce?: string }).styleNonce ?? ''
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(page.replaceAll('__STYLE_NONCE__', nonce))
  })
}
