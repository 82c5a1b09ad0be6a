// Desks with keys on a real server, and what their team does: for the walks through the villager's page.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { test as base } from '@playwright/test'
import {
  makeIdentity,
  openReport,
  printedAddress,
  recipientOf,
  rootFingerprint,
  sealReply,
  signingKeys,
  signManifest,
  type Manifest,
  type Report,
} from '@shengmian/sealing'
import pg from 'pg'

const random = (bytes: number) => new Uint8Array(randomBytes(bytes))
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
const root = signingKeys(random(32))
export const fingerprint = rootFingerprint(new Uint8Array(Buffer.from(root.verify, 'hex')))

export interface Desk {
  readonly code: string
  /** The address that a poster's code holds; a card's holds the village and the household's code too. */
  readonly printed: (poster?: string, more?: { readonly village?: string; readonly card?: string }) => string
  /** What has arrived, opened by the team, by number. */
  readonly reports: () => Promise<readonly { readonly report: Report; readonly hash: string }[]>
  /** The sealed attachments of all reports, by id. */
  readonly files: () => Promise<ReadonlyMap<string, Uint8Array>>
  /** The identity that opens names. */
  readonly custodian: string
  /** The team answers the newest report. */
  readonly answer: (text: string, accepted?: string | null) => Promise<void>
  readonly revoke: (poster: string) => Promise<void>
  /** Publishes another manifest: `change` may be what a root would never sign for. */
  readonly publish: (change: Partial<Manifest>, secret?: string) => Promise<void>
}

export interface Village {
  readonly origin: string
  readonly admin: pg.Pool
  readonly openDesk: (
    code: string,
    more?: { readonly until?: string; readonly said?: Readonly<Record<string, string>> },
  ) => Promise<Desk>
}

export const test = base.extend<object, { readonly village: Village }>({
  village: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures that are needed from this pattern.
    async ({}, use) => {
      const script = path.join(import.meta.dirname, 'report-server.ts')
      const server = spawn('node', [script, root.verify], { stdio: ['pipe', 'pipe', 'inherit'] })
      const ended = new Promise((resolve) => server.once('exit', resolve))
      const { origin, adminUrl } = await new Promise<{ origin: string; adminUrl: string }>((resolve, reject) => {
        createInterface(server.stdout).on('line', (line) => {
          if (line.startsWith('{')) resolve(JSON.parse(line))
        })
        server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
      })
      const admin = new pg.Pool({ connectionString: adminUrl, max: 2 })
      admin.on('error', () => undefined)
      const acknowledge = ((await (await fetch(`${origin}/intake`)).json()) as { acknowledge: string }).acknowledge
      await use({ origin, admin, openDesk: (code, more = {}) => openDesk({ origin, admin, acknowledge }, code, more) })
      await admin.end()
      server.stdin.end()
      await ended
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ village }, use) => {
    await use(village.origin)
  },
})

async function openDesk(
  { origin, admin, acknowledge }: { readonly origin: string; readonly admin: pg.Pool; readonly acknowledge: string },
  code: string,
  { until = day(20), said = {} }: { readonly until?: string; readonly said?: Readonly<Record<string, string>> },
): Promise<Desk> {
  await plantRound(admin, code, until)
  for (const [column, value] of Object.entries(said))
    await admin.query(`update intake.desk set ${column} = $2 where code = $1`, [code, value])
  const [team, custodian, replies] = [makeIdentity(random), makeIdentity(random), signingKeys(random(32))]
  const other = () => recipientOf(makeIdentity(random)) ?? ''
  let manifest: Manifest = {
    v: 1,
    round: code,
    seq: 1,
    from: day(-10),
    until: day(20),
    team: recipientOf(team) ?? '',
    escrow: other(),
    custodian: recipientOf(custodian) ?? '',
    verify: replies.verify,
    acknowledge,
    minVersion: 1,
  }
  const publish = async (change: Partial<Manifest>, secret = root.secret) => {
    manifest = { ...manifest, ...change }
    await admin.query('insert into intake.manifest (desk, seq, signed) values ($1, $2, $3)', [
      code,
      manifest.seq,
      Buffer.from(signManifest(manifest, secret)).toString(),
    ])
  }
  await publish({})
  const received = async () => {
    const { rows } = await admin.query<{ envelope: Buffer; number: string }>(
      'select envelope, number from intake.report where desk = $1 order by number',
      [code],
    )
    return rows.map(({ envelope, number }) => {
      const opened = openReport(new Uint8Array(envelope), [team], code)
      if (opened.kind !== 'opened') throw new Error(opened.why)
      return { ...opened, number }
    })
  }
  return {
    code,
    printed: (poster = 'p7', more = {}) => printedAddress(origin, code, { poster, fingerprint, ...more }),
    custodian,
    reports: received,
    files: async () => {
      const { rows } = await admin.query<{ id: Buffer; bytes: Buffer }>(
        "select attachment as id, string_agg(bytes, ''::bytea order by at) as bytes from intake.piece where desk = $1 group by 1",
        [code],
      )
      return new Map(rows.map(({ id, bytes }) => [id.toString('hex'), new Uint8Array(bytes)]))
    },
    answer: async (text, accepted = null) => {
      const last = (await received()).at(-1)
      if (last === undefined) throw new Error('nothing has arrived')
      const { rows } = await admin.query<{ count: string }>('select count(*) from intake.reply where desk = $1', [code])
      if (rows[0]?.count !== '0') throw new Error('a desk of these walks answers once')
      const answered = { seq: 1, prev: null, about: last.hash, day: day(0), text, accepted }
      const sealed = sealReply(answered, last.report, manifest, { replySecret: replies.secret, random })
      await admin.query(
        'insert into intake.reply (desk, mailbox, seq, envelope, day) select desk, mailbox, 1, $3, current_date from intake.report where desk = $1 and number = $2',
        [code, last.number, Buffer.from(sealed?.envelope ?? [])],
      )
    },
    revoke: async (poster) => {
      await admin.query("insert into intake.revoked_poster values ($1, $2, current_date, '被撕')", [code, poster])
    },
    publish,
  }
}

/** What the rounds of these walks inspect, by code. */
const VILLAGES = { '421003105201': '七里村', '421003105204': '刘家坪村' } as const
const unitOf = (place: string) => `00000000-0000-8000-8000-${place}`

/** A round without the accounts and steps that lead to one: the intake knows of it by its key alone. */
async function plantRound(admin: pg.Pool, code: string, until: string): Promise<void> {
  const client = await admin.connect()
  try {
    await client.query('begin; set local session_replication_role = replica')
    const { rows } = await client.query<{ id: string }>(
      `insert into rounds.round (authority, id, year, number, title, kinds, mode, types, elevated, starts, planned_ends, ends, created_by, created_at)
       select 421003000000, id, 2026, (select count(*) + 1 from rounds.round), '交叉巡察', '{routine}', 'pooled', '{}', false, '2026-11-01', '2026-12-31', '2026-12-31', id, now()
       from gen_random_uuid() as id returning id`,
    )
    for (const [position, [place, name]] of Object.entries(VILLAGES).entries()) {
      await client.query(
        `insert into registry.unit (county, id, place, kind, name, source) values (421003, $1, $2, 'village', $3, 'divisions') on conflict do nothing`,
        [unitOf(place), place, name],
      )
      await client.query(
        'insert into rounds.target (county, round, unit, authority, place, workload, position) values (421003, $1, $2, 421003000000, $3, 5, $4)',
        [rows[0]?.id, unitOf(place), place, position],
      )
    }
    await client.query('insert into intake.desk (code, authority, round, until) values ($1, 421003000000, $2, $3)', [
      code,
      rows[0]?.id,
      until,
    ])
    await client.query('commit')
  } finally {
    client.release()
  }
}
