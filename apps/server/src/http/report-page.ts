// Serves the villager's page at the address that printed codes lead to: one file a language, built and compressed beforehand, the same for
// every desk and everybody, under a policy of its own. What stands behind the `#` of the address never comes here.
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'

interface Built {
  readonly policy: string
  readonly bodies: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>
}

const FILE = /^report\.([a-z]{2})\.html$/
const USUAL = 'zh'

/** Registers the built pages of the folder; none, where it holds none. */
export async function serveReportPage(app: FastifyInstance, folder: string): Promise<void> {
  const built = new Map<string, Built>()
  for (const name of readdirSync(folder)) {
    const language = FILE.exec(name)?.[1]
    if (language !== undefined) built.set(language, await readBuilt(path.join(folder, name)))
  }
  const usual = built.get(USUAL)
  if (usual === undefined) return
  app.get<{ Params: { desk: string }; Querystring: { lang?: string } }>('/b/:desk', (request, reply) => {
    const { policy, bodies } = built.get(request.query.lang ?? USUAL) ?? usual
    const encoding = encodingFor(request.headers['accept-encoding'] ?? '')
    if (encoding !== 'identity') void reply.header('content-encoding', encoding)
    return reply
      .type('text/html; charset=utf-8')
      .header('vary', 'accept-encoding')
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .header('content-security-policy', `${policy}; frame-ancestors 'none'`)
      .header('permissions-policy', 'geolocation=(), camera=(self), microphone=(self)')
      .send(bodies[encoding])
  })
}

async function readBuilt(file: string): Promise<Built> {
  const [identity, br, gzip] = await Promise.all(['', '.br', '.gz'].map((ending) => readFile(file + ending)))
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(identity?.toString() ?? '')?.[1]
  if (identity === undefined || br === undefined || gzip === undefined || policy === undefined)
    throw new Error(`${file} is no report page with a policy`)
  return { policy, bodies: { br, gzip, identity } }
}

function encodingFor(accepted: string): keyof Built['bodies'] {
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}
