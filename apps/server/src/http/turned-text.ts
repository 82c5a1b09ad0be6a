// No text comes in with characters that turn its direction: it would read otherwise than it is kept, a long one as much as a name.
// Checked before the form of a request is, for every field there is or will be.
import { Problem, turnsDirection } from '@shengmian/contract'
import type { FastifyInstance } from 'fastify'

/** Refuses requests with such text anywhere in address, query or body; bytes are no text. */
export function refuseTurnedText(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    const { params, query, body } = request
    const places = [...placesIn(params, 'params'), ...placesIn(query, 'querystring'), ...placesIn(body, 'body')]
    if (places.length === 0) done()
    else done(new Problem('bad-request', { errors: places.map((at) => ({ at, ...said })) }))
  })
}

const said = {
  zh: '含有看不见的、会颠倒文字方向的字符，请删去后重新输入',
  en: 'it holds invisible characters that turn the direction of text: delete and type it anew',
}
const MOST = 20

function placesIn(value: unknown, at: string): readonly string[] {
  if (typeof value === 'string') return turnsDirection(value) ? [at] : []
  if (!isPlain(value)) return []
  // A name that is itself turned is not repeated in the answer.
  const within = Object.entries(value).flatMap(([key, inner]) => (turnsDirection(key) ? [at] : placesIn(inner, `${at}/${key}`)))
  return within.slice(0, MOST)
}

/** Lists and plain objects: a stream of sealed bytes is neither. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const kind: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || kind === null || Object.getPrototypeOf(kind) === null
}
