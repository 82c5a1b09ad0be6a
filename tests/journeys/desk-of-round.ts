// A desk for sealed reports in the product that a journey drives: keys by the command line, a round under way with the inspector in it, and
// villagers who send as their page does.
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import {
  cardHash,
  deriveReporter,
  makeCardCode,
  makeReceipt,
  NO_WORK,
  readManifest,
  readReplies,
  sealAttachment,
  sealName,
  sealReport,
  solutionOf,
  workOn,
  type Challenge,
  type Reporter,
  type Told,
} from '@shengmian/sealing'
import { addressOfFolder } from '../../apps/cli/src/ledger/database-address.ts'
import { dayIn } from './days.ts'
import { plantOrder } from './plant-order.ts'

const random = (bytes: number) => new Uint8Array(randomBytes(bytes))
const bin = path.resolve(import.meta.dirname, '../../apps/cli/bin/shengmian.mjs')
export const PASSPHRASE = '山高水长-一路平安'
/** Who named the liaisons of a journey: other journeys find the roster as it was. */
const LIAISONS_OF = '收件点演示'

interface Villager {
  readonly reporter: Reporter
  /** Sends a report; answers the hash of its envelope. */
  readonly send: (text: string, more?: Partial<Told>, photo?: Uint8Array) => Promise<string>
  /** What the receipt finds. */
  readonly replies: () => Promise<ReturnType<typeof readReplies>>
}

interface JourneyDesk {
  readonly round: string
  readonly files: { readonly team: string; readonly reply: string; readonly custodian: string }
  readonly villager: () => Promise<Villager>
  /** The codes of two cards that were printed for a place, as the browser of an office hands them in. */
  readonly cards: (place: string) => Promise<readonly string[]>
  readonly sealedName: (villager: Villager, name: string, reach: string) => string | null
  readonly revokeOrders: () => Promise<void>
  /** Names an account liaison of the place that the inspector is ordered to, until the desk is closed. */
  readonly nameLiaison: (signInName: string) => Promise<void>
  readonly close: () => Promise<void>
}

export async function openDesk(product: { readonly address: string; readonly data: string }, code: string): Promise<JourneyDesk> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-desk-'))
  const at = (name: string) => path.join(folder, name)
  const database = addressOfFolder(product.data) ?? ''
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  const { round, authority, state } = await getUnderWay(client)
  const run = (...args: string[]) => execFileSync(process.execPath, [bin, 'report', ...args], { stdio: 'pipe' })
  const { acknowledge } = (await (await fetch(`${product.address}/intake`)).json()) as { acknowledge: string }
  const [today, later] = [dayIn(0), dayIn(30)]
  run('root', at('root'))
  const dates = ['--from', dayIn(-10), '--until', later]
  run('epoch', at('e1'), '--root', at('root'), '--round', code, '--acknowledge', acknowledge, ...dates)
  const trust = ['--manifest', at('e1/manifest-1'), '--root', at('root.pub')]
  const ofRound = ['--authority', String(authority), '--round-id', round, '--until', later]
  run('publish', '--database', database, '--desk', code, ...trust, ...ofRound)
  await underPassphrase(at('e1/team.key'), at('team.age'))
  const root = readFileSync(at('root.pub'), 'utf8').trim()
  const signed = new Uint8Array(readFileSync(at('e1/manifest-1')))
  const manifest = readManifest(signed, root)
  if (manifest === null) throw new Error('the manifest is not signed')
  const base = `${product.address}/intake/${code}`
  const workFor = async (bytes: number) => {
    const challenge = (await (await fetch(`${base}/challenge?bytes=${bytes}`)).json()) as Challenge
    let work = NO_WORK
    for (;;) {
      work = workOn(challenge, work, 50_000)
      const solution = solutionOf(work)
      if (solution !== null) return `${challenge.text};${solution}`
    }
  }
  const octets = { 'content-type': 'application/octet-stream' }
  const sure = async (answer: Response) => {
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
    return answer
  }
  return {
    round,
    files: { team: at('team.age'), reply: at('e1/reply.key'), custodian: at('e1/custodian.key') },
    villager: async () => {
      const reporter = await deriveReporter(makeReceipt(random))
      return {
        reporter,
        send: async (text, more = {}, photo) => {
          const sealedPhoto = photo === undefined ? null : sealAttachment(photo, 'image/png', random)
          const attachments = sealedPhoto === null ? [] : [sealedPhoto.attachment]
          const sealed = sealReport({ ...plain, day: today, text, attachments, ...more }, reporter, manifest, random)
          if (sealed === null) throw new Error('too long')
          if (sealedPhoto !== null) {
            const { length } = sealedPhoto.file
            const headers = { ...octets, 'x-work': await workFor(length), 'x-offset': '0', 'x-length': String(length) }
            const body = Buffer.from(sealedPhoto.file)
            await sure(await fetch(`${base}/parts/${sealedPhoto.attachment.id}`, { method: 'PUT', headers, body }))
          }
          const headers = {
            ...octets,
            'x-work': await workFor(sealed.envelope.length),
            'x-mailbox': reporter.mailbox,
            'idempotency-key': randomBytes(16).toString('hex'),
            'x-attachments': attachments.map(({ id }) => id).join(','),
          }
          await sure(await fetch(`${base}/reports`, { method: 'POST', headers, body: Buffer.from(sealed.envelope) }))
          return sealed.hash
        },
        replies: async () => {
          const body = JSON.stringify({ fetch: reporter.fetch })
          const headers = { 'content-type': 'application/json' }
          const answer = await sure(await fetch(`${base}/mailbox`, { method: 'POST', headers, body }))
          const { replies } = (await answer.json()) as { replies: string[] }
          const envelopes = replies.map((one) => new Uint8Array(Buffer.from(one, 'base64')))
          return readReplies(envelopes, reporter, { root, round: code, manifests: [signed] })
        },
      }
    },
    cards: async (place) => {
      const codes = [makeCardCode(random), makeCardCode(random)]
      const hashes = await Promise.all(codes.map(async (one) => Buffer.from(await cardHash(one, code))))
      const office = `(select id from access.account where username = 'tianjin.office')`
      await client.query(
        `insert into intake.poster (authority, desk, code, medium, village, place, by_account, by_name, made_on)
         values ($1, $2, 'mingbai7', 'card', '120112100201', $3, ${office}, '巡察办', current_date)`,
        [authority, code, place],
      )
      await client.query(
        `insert into intake.card_batch (authority, desk, id, poster, cards, hashes, by_account, by_name, made_on)
         values ($1, $2, gen_random_uuid(), 'mingbai7', 2, $3, ${office}, '巡察办', current_date)`,
        [authority, code, Buffer.concat(hashes.toSorted((a, b) => Buffer.compare(a, b)))],
      )
      return codes
    },
    sealedName: ({ reporter: { verify } }, name, reach) => sealName({ name, reach, verify }, manifest, random),
    revokeOrders: async () => {
      await client.query(`update access.engagement_order set revoked_at = now(), revoked_reason = '调整分工' where round = $1`, [
        round,
      ])
    },
    nameLiaison: async (signInName) => {
      await client.query(
        `insert into rounds.charge (authority, id, kind, place, level, place_name, name, account, recorded_by, recorded_name, recorded_at)
         select o.authority, gen_random_uuid(), 'liaison', o.place, case when o.place % 1000 = 0 then 'township' else 'village' end, '被巡察村',
           a.name, a.id, a.id, $2, now()
         from access.engagement_order o, access.account a where o.round = $1 and o.revoked_at is null and a.username = $3 limit 1`,
        [round, LIAISONS_OF, signInName],
      )
    },
    close: async () => {
      await client.query('begin; set local session_replication_role = replica')
      await client.query('delete from rounds.charge where recorded_name = $1', [LIAISONS_OF])
      await client.query('update rounds.round set state = $2 where id = $1', [round, state])
      await client.query('commit')
      await client.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const plain: Told = {
  village: '120112100201',
  poster: 'p7',
  day: '2026-11-28',
  seq: 1,
  prev: null,
  channel: 'page',
  lives: 'here',
  category: null,
  text: '',
  attachments: [],
  card: null,
  named: null,
  rating: null,
  answers: null,
}

/** A key file as people make it: the stock `age -p`, which asks on a terminal. */
function underPassphrase(key: string, out: string): Promise<void> {
  const child = spawn('script', ['-qec', `age -p -o '${out}' '${key}'`, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (said: Buffer) => {
      if (said.toString().includes('passphrase')) child.stdin.write(`${PASSPHRASE}\n`)
    })
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`age -p ended with ${code}`))))
  })
}

/** The one round that the demonstration has of Tianjin goes under way, with its inspector ordered to the first target. */
async function getUnderWay(client: pg.Client): Promise<{ round: string; authority: number; state: string }> {
  const { rows } = await client.query<{ round: string; authority: string; unit: string; place: string; state: string }>(
    `select t.round, t.authority::text, t.unit, t.place::text, r.state from rounds.target t join rounds.round r on r.id = t.round
     where t.authority = 120100000000 order by r.year, r.number, t.position limit 1`,
  )
  const [target] = rows
  if (target === undefined) throw new Error('the demonstration has no target')
  await client.query('begin; set local session_replication_role = replica')
  await client.query(`update rounds.round set state = 'running' where id = $1`, [target.round])
  await client.query(
    `delete from access.engagement_order where person = (select person from access.account where username = 'tianjin.inspector')`,
  )
  await plantOrder(client, { ...target, number: '津巡授〔2026〕7号' })
  await client.query('commit')
  return { round: target.round, authority: Number(target.authority), state: target.state }
}
