// Delivery over a link that breaks: what the server has is not sent again, and what it refuses is told, not tried for ever.
import type { IntakeDesk } from '@shengmian/contract'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deliver, type Step } from './deliver.ts'
import type { Page, Sealed, Sealing } from './parts.ts'

const FILE = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251)
const sealed: Sealed = {
  key: 'a'.repeat(32),
  desk: 'bai1',
  round: 'bai1',
  acknowledge: '',
  mailbox: 'b'.repeat(64),
  envelope: new Uint8Array(8_490),
  hash: 'c'.repeat(64),
  attachments: [{ id: 'd'.repeat(64), file: FILE }],
  day: '2026-11-28',
}

/** A server that keeps what arrives; each PUT breaks after `most` bytes, each answer may be another one. */
function fakeServer(most: number, refusals: readonly (string | null)[] = []) {
  const state = { held: 0, sent: 0, works: [] as string[], posts: [] as Headers[], refusals: [...refusals] }
  const problem = (code: string) => new Response(JSON.stringify({ code }), { status: 400 })
  const part = () => Response.json({ offset: state.held, isWhole: state.held === FILE.length })
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    if (address.includes('/challenge')) return Response.json({ text: 't', tries: 1, seconds: 600 })
    if (init.method === 'PUT') {
      const body = new Uint8Array(init.body as ArrayBuffer)
      if (Number(headers.get('x-offset')) !== state.held) return problem('offset-differs')
      if (state.held === 0) state.works.push(headers.get('x-work') ?? '')
      const arrived = Math.min(most, body.length)
      state.sent += body.length === arrived ? arrived : arrived + 1_000
      state.held += arrived
      if (arrived < body.length) throw new TypeError('the link broke')
      return part()
    }
    if (init.method !== 'POST') return part()
    state.posts.push(headers)
    const refusal = state.refusals.shift()
    if (refusal === 'attachments-missing') state.held = 0
    return typeof refusal === 'string' ? problem(refusal) : new Response('signed', { status: 201 })
  })
  return state
}

let worked = 0
const sealing = {
  work: async () => `solved ${(worked += 1)}`,
  acknowledged: (text: string) => (text === 'signed' ? 7 : null),
} as unknown as Sealing
const page = {
  sealing: Promise.resolve(sealing),
  work: async () => `done ${(worked += 1)}`,
  desk: async () => null as IntakeDesk | null,
} as unknown as Page

/** Runs it with a clock that does not wait. */
async function delivered(report = sealed, step: (step: Step) => void = () => undefined) {
  const delivery = deliver(report, page, step)
  let isDone = false
  void delivery.finally(() => (isDone = true))
  while (!isDone) await vi.advanceTimersByTimeAsync(500)
  return delivery
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('A delivery', () => {
  it('goes on where the server has it, however often the link breaks, and pays once', async () => {
    const server = fakeServer(30_000)
    const steps: Step[] = []
    expect(await delivered(sealed, (step) => steps.push(step))).toEqual({ kind: 'arrived', number: 7 })
    expect(server.held).toBe(FILE.length)
    expect(server.sent).toBeLessThan(FILE.length * 1.1)
    expect(server.works).toHaveLength(1)
    expect(steps).toEqual([{ piece: 1, pieces: 1 }, 'text'])
    expect(server.posts[0]?.get('x-attachments')).toBe('d'.repeat(64))
  })

  it('over a link on which nothing moves any more ends as one without signal', async () => {
    fakeServer(0)
    expect(await delivered()).toEqual({ kind: 'no-signal' })
  })

  it('asks for other work when its own is too old, under the same key', async () => {
    const server = fakeServer(1e6, ['work-needed', 'work-needed', null])
    expect(await delivered()).toEqual({ kind: 'arrived', number: 7 })
    expect(new Set(server.posts.map((headers) => headers.get('x-work'))).size).toBe(3)
    expect(new Set(server.posts.map((headers) => headers.get('idempotency-key')))).toEqual(new Set([sealed.key]))
  })

  it('sends an attachment again that the server has dropped in between', async () => {
    const server = fakeServer(1e6, ['attachments-missing', null])
    expect(await delivered()).toEqual({ kind: 'arrived', number: 7 })
    expect(server.sent).toBe(2 * FILE.length)
  })

  it('that the server refuses says why, and is tried no further', async () => {
    const server = fakeServer(1e6, ['intake-closed'])
    expect(await delivered()).toEqual({ kind: 'refused', code: 'intake-closed' })
    expect(server.posts).toHaveLength(1)
    fakeServer(1e6, ['work-needed', 'work-needed', 'work-needed', 'work-needed', 'work-needed', 'work-needed'])
    expect(await delivered({ ...sealed, attachments: [] })).toEqual({ kind: 'refused', code: 'work-needed' })
  })

  it('acknowledged without the right seal has not arrived', async () => {
    fakeServer(1e6)
    const forged = { ...sealing, acknowledged: () => null } as Sealing
    const there = { ...page, sealing: Promise.resolve(forged) }
    expect(await deliver({ ...sealed, attachments: [] }, there, () => undefined)).toEqual({ kind: 'bad-answer' })
  })
})
