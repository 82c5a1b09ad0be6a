// The whole server on a database of its own, with every change of a request noted, and taken back where the request is only a trial.
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { compose, loadDivisions, prepareDatabase, type Composed } from '../../compose.ts'
import { tablePolicies } from '../../modules/access/policies/tables.ts'
import { NOW } from '../../modules/access/policies/testing/values.ts'
import type { Row } from '../../modules/access/policies/oracle.ts'
import { sqlOf } from '../../platform/database.ts'
import type { Transact, Transaction } from '../../platform/transaction.ts'

/** One row that a request wrote. */
export interface Effect {
  readonly table: string
  readonly command: 'insert' | 'update' | 'delete'
  readonly old: Row | null
  readonly new: Row | null
}

interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: object | undefined
  readonly file?: Buffer | undefined
}

export interface Answer {
  readonly status: number
  readonly body: Buffer
  readonly type: string
  readonly effects: readonly Effect[]
}

export interface MatrixServer {
  readonly admin: pg.Pool
  readonly composed: Composed
  /** Asks and takes everything back. */
  readonly attempt: (token: string | null, request: Request) => Promise<Answer>
  /** Asks and keeps what was changed. */
  readonly act: (token: string | null, request: Request) => Promise<Answer>
  /** Puts into the log what was committed, and signs it. */
  readonly settle: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Thrown to roll a trial back; carries its answer out. */
class TakenBack extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('taken back')
    this.result = result
  }
}

export async function openMatrixServer(adminUrl: string, secret: string, divisions: readonly string[]): Promise<MatrixServer> {
  await prepareDatabase(adminUrl, secret)
  await loadDivisions(adminUrl, divisions)
  const admin = new pg.Pool({ connectionString: adminUrl, max: 2 })
  admin.on('error', () => undefined)
  await noteEffects(admin)
  let isTrial = false
  let effects: readonly Effect[] = []
  const around =
    (inner: Transact): Transact =>
    async (actor, work) => {
      try {
        return await inner(actor, async (tx) => {
          const result = await work(tx)
          effects = await takeEffects(tx)
          if (isTrial) throw new TakenBack(result)
          return result
        })
      } catch (error) {
        if (error instanceof TakenBack) return error.result as never
        throw error
      }
    }
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-matrix-'))
  const composed = await compose({
    adminUrl,
    secret,
    pages: plantPages(path.join(folder, 'pages')),
    ledgerFolder: path.join(folder, 'ledger'),
    isSecure: false,
    holdHours: 0,
    version: 'matrix',
    // Never asked: a link is proposed without it.
    identityProvider: {
      issuer: 'https://sso.invalid',
      clientId: 'matrix',
      clientSecret: 'matrix',
      name: '统一身份认证',
      returnTo: 'https://matrix.invalid/sign-in/return',
    },
    clock: { now: () => new Date(NOW) },
    around,
  })
  let count = 0
  const ask = async (token: string | null, request: Request, trial: boolean): Promise<Answer> => {
    isTrial = trial
    effects = []
    count += 1
    const boundary = 'matrix'
    const part = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`
    const response = await composed.app.inject({
      method: request.method,
      url: `/api${request.path}`,
      // Requests are counted by address; these come from many.
      remoteAddress: `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(request.method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
        ...(request.file === undefined ? {} : { 'content-type': `multipart/form-data; boundary=${boundary}` }),
      },
      ...(request.body === undefined ? {} : { payload: request.body }),
      ...(request.file === undefined
        ? {}
        : { payload: Buffer.concat([Buffer.from(part), request.file, Buffer.from(`\r\n--${boundary}--\r\n`)]) }),
    })
    return {
      status: response.statusCode,
      body: response.rawPayload,
      type: response.headers['content-type'] ?? '',
      effects: response.statusCode < 300 ? effects : [],
    }
  }
  return {
    admin,
    composed,
    attempt: (token, request) => ask(token, request, true),
    act: (token, request) => ask(token, request, false),
    settle: async () => composed.ledger?.settle(),
    stop: async () => {
      await composed.stop()
      await admin.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Pages without content: only who is handed them is asked. */
function plantPages(folder: string): string {
  mkdirSync(path.join(folder, 'assets'), { recursive: true })
  for (const name of ['index.html', 'ledger-verifier.html']) writeFileSync(path.join(folder, name), '<!doctype html>')
  return folder
}

/** Triggers that note what the application writes, and the clock held still. What the owner's own functions write is not a right of a caller. */
async function noteEffects(admin: pg.Pool): Promise<void> {
  await admin.query(`
    create schema probe;
    create unlogged table probe.effect (seq bigserial, tbl text, command text, old jsonb, new jsonb);
    create function probe.note() returns trigger language plpgsql as $$ begin
      if current_user in ('shengmian_app', 'shengmian_lead') then
        insert into probe.effect (tbl, command, old, new) values (tg_table_schema || '.' || tg_table_name, lower(tg_op),
          case when tg_op = 'INSERT' then null else to_jsonb(old) end, case when tg_op = 'DELETE' then null else to_jsonb(new) end);
      end if;
      return null; end $$;
    create function probe.attempt(statement text) returns text language plpgsql as $$
      declare touched integer;
      begin
        execute statement; get diagnostics touched = row_count; return 'done ' || touched;
      exception when insufficient_privilege then return 'refused'; when others then return 'fault ' || sqlerrm; end $$;
    grant usage on schema probe to shengmian_app, shengmian_lead;
    grant insert, select, delete on probe.effect to shengmian_app, shengmian_lead;
    grant usage on sequence probe.effect_seq_seq to shengmian_app, shengmian_lead;
    grant execute on function probe.attempt(text) to shengmian_app, shengmian_lead;
    create or replace function access.clock() returns timestamptz language sql stable as $$ select timestamptz '${new Date(NOW).toISOString()}' $$`)
  for (const { table } of tablePolicies) {
    if (table === 'platform.idempotency') continue
    await admin.query(
      `create trigger zz_note after insert or update or delete on ${table} for each row execute function probe.note()`,
    )
  }
}

async function takeEffects(tx: Transaction): Promise<readonly Effect[]> {
  const db = sqlOf(tx)
  const { rows } = await sql<{ tbl: string; command: Effect['command']; old: Row | null; new: Row | null }>`
    with taken as (delete from probe.effect returning *) select tbl, command, old, new from taken order by seq`
    .execute(db)
    .catch(() => ({ rows: [] }))
  return rows.map(({ tbl, ...rest }) => ({ table: tbl, ...rest }))
}
