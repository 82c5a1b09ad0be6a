// A desk with keys, and a phone that talks to it over HTTP as the page does.
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type pg from 'pg'
import { v7 as uuid } from 'uuid'
import {
  deriveReporter,
  makeIdentity,
  makeReceipt,
  NO_WORK,
  readAcknowledgement,
  recipientOf,
  sealReport,
  signingKeys,
  signManifest,
  solutionOf,
  workOn,
  type Acknowledgement,
  type Challenge,
  type Manifest,
  type Reporter,
  type Told,
} from '@shengmian/sealing'

export const random = (bytes: number) => new Uint8Array(randomBytes(bytes))

export interface TestDesk {
  readonly code: string
  readonly team: string
  readonly replies: ReturnType<typeof signingKeys>
  readonly root: ReturnType<typeof signingKeys>
  readonly manifest: Manifest
}

/** Plants a round's desk with a manifest that names the server's key. */
export async function plantDesk(admin: pg.Pool, app: FastifyInstance, code: string, until = '2026-12-31'): Promise<TestDesk> {
  const round = await plantRound(admin)
  await admin.query('insert into intake.desk (code, authority, round, until) values ($1, $2, $3, $4)', [
    code,
    AUTHORITY,
    round,
    until,
  ])
  return addKeys(admin, app, code)
}

const AUTHORITY = 421003000000

/** A round without the accounts and steps that lead to one: the intake knows of it by its key alone. */
export async function plantRound(admin: pg.Pool): Promise<string> {
  const round = uuid()
  const client = await admin.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    await client.query(
      `insert into rounds.round (authority, id, year, number, title, kinds, mode, types, elevated, starts, planned_ends, ends, created_by, created_at)
       values ($1, $2, 2026, (select count(*) + 1 from rounds.round), '交叉巡察', '{routine}', 'pooled', '{}', false, '2026-11-01', '2026-12-31', '2026-12-31', $2, now())`,
      [AUTHORITY, round],
    )
    await client.query('commit')
  } finally {
    client.release()
  }
  return round
}

async function addKeys(admin: pg.Pool, app: FastifyInstance, code: string): Promise<TestDesk> {
  const [team, root, replies] = [makeIdentity(random), signingKeys(random(32)), signingKeys(random(32))]
  const other = () => recipientOf(makeIdentity(random)) ?? ''
  const { acknowledge } = (await app.inject('/intake')).json<{ acknowledge: string }>()
  const manifest: Manifest = {
    v: 1,
    round: code,
    seq: 1,
    from: '2026-11-01',
    until: '2026-12-31',
    team: recipientOf(team) ?? '',
    escrow: other(),
    custodian: other(),
    verify: replies.verify,
    acknowledge,
    minVersion: 1,
  }
  const signed = Buffer.from(signManifest(manifest, root.secret)).toString()
  await admin.query('insert into intake.manifest (desk, seq, signed) values ($1, 1, $2)', [code, signed])
  return { code, team, root, replies, manifest }
}

const told: Told = {
  village: null,
  poster: null,
  day: '2026-11-21',
  seq: 1,
  prev: null,
  channel: 'page',
  lives: null,
  category: null,
  text: '路修了一半。',
  attachments: [],
  card: null,
  named: null,
  rating: null,
  answers: null,
}

export function solve(challenge: Challenge): string {
  let work = NO_WORK
  for (;;) {
    work = workOn(challenge, work, 10_000)
    const solution = solutionOf(work)
    if (solution !== null) return `${challenge.text};${solution}`
  }
}

export interface Phone {
  readonly reporter: Reporter
  readonly seal: (what?: Partial<Told>) => { readonly envelope: Uint8Array; readonly hash: string }
  readonly work: (bytes: number) => Promise<string>
  readonly send: (envelope: Uint8Array, headers?: Record<string, string>) => Promise<LightMyRequestResponse>
  readonly put: (
    file: Uint8Array,
    from?: number,
    to?: number,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>
  readonly acknowledged: (text: string) => Acknowledgement
}

export async function makePhone(app: FastifyInstance, desk: Pick<TestDesk, 'code' | 'manifest'>): Promise<Phone> {
  const reporter = await deriveReporter(makeReceipt(random))
  const base = `/intake/${desk.code}`
  const work = async (bytes: number) => solve((await app.inject(`${base}/challenge?bytes=${bytes}`)).json<Challenge>())
  const octets = { 'content-type': 'application/octet-stream' }
  return {
    reporter,
    work,
    seal: (what = {}) => {
      const sealed = sealReport({ ...told, ...what }, reporter, desk.manifest, random)
      if (sealed === null) throw new Error('too long')
      return sealed
    },
    send: async (envelope, headers = {}) =>
      app.inject({
        method: 'POST',
        url: `${base}/reports`,
        headers: {
          ...octets,
          'x-mailbox': reporter.mailbox,
          'idempotency-key': randomBytes(16).toString('hex'),
          ...(headers['x-work'] === undefined ? { 'x-work': await work(envelope.length) } : {}),
          ...headers,
        },
        payload: Buffer.from(envelope),
      }),
    put: async (file, from = 0, to = file.length, headers = {}) =>
      app.inject({
        method: 'PUT',
        url: `${base}/parts/${createHash('sha256').update(file).digest('hex')}`,
        headers: {
          ...octets,
          'x-offset': String(from),
          'x-length': String(file.length),
          ...(from === 0 ? { 'x-work': await work(file.length) } : {}),
          ...headers,
        },
        payload: Buffer.from(file.subarray(from, to)),
      }),
    acknowledged: (text) => {
      const read = readAcknowledgement(Buffer.from(text), desk.manifest.acknowledge)
      if (read === null) throw new Error(`no acknowledgement: ${text}`)
      return read
    },
  }
}
