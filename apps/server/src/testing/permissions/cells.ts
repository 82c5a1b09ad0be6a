// One request by every caller: HTTP, the database and the oracle must say the same of each, and whoever should can.
import * as contract from '@shengmian/contract'
import type { Endpoint } from '@shengmian/contract'
import type { Row, Standing } from '../../modules/access/policies/oracle.ts'
import { decide } from '../../modules/access/policies/oracle.ts'
import type { MatrixCaller } from './callers.ts'
import type { Act } from './act.ts'
import { guards, seenOtherwise } from './declared.ts'
import { asOwn, doorOf, ERASURES, mayWrite, policyOf, snapshotOf, standing, type Snapshot } from './oracle-world.ts'
import type { Answer, Effect, MatrixServer } from './server.ts'

export interface Found {
  /** Cells compared. */
  cells: number
  denials: number
  foreign: number
  readonly acted: Set<string>
  readonly roles: Set<string>
  callers: number
  readonly faults: string[]
}

export const endpoints: ReadonlyMap<string, Endpoint> = new Map(
  Object.values(contract).flatMap((value) => (isEndpoint(value) ? [[value.id, value] as const] : [])),
)

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'id' in value
}

export function pathOf(endpoint: Endpoint, params: Readonly<Record<string, string | number>> = {}): string {
  return endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${endpoint.id} needs :${name}`)
    return String(value)
  })
}

export interface Walk {
  readonly server: MatrixServer
  /** Every caller is asked at every so-manieth act: 1 asks all at each. */
  readonly every: number
  readonly callers: readonly MatrixCaller[]
  readonly found: Found
}

/** Tries the request as every caller, compares, and then does it as the one who may. Answers the parsed reply. */
export async function walkAct(walk: Walk, actor: MatrixCaller, act: Act): Promise<Record<string, unknown>> {
  const { server, found } = walk
  const endpoint = endpoints.get(act.id)
  if (endpoint === undefined) throw new Error(`no endpoint ${act.id}`)
  const request = { method: endpoint.method, path: pathOf(endpoint, act.params), body: act.body, file: act.file }
  const before = await snapshotOf(server.admin)
  const control = await server.attempt(actor.token, request)
  if (control.status >= 300) {
    // Without somebody who may, a refusal proves nothing.
    found.faults.push(
      `${act.id} by ${actor.name} has no positive control: ${control.status} ${control.body.toString().slice(0, 400)}`,
    )
    return {}
  }
  found.acted.add(act.id)
  for (const [index, caller] of walk.callers.entries()) {
    if (caller.account === actor.account || (index + found.acted.size) % walk.every !== 0) continue
    await compare(walk, act, before, { actor, control, caller, answer: await server.attempt(caller.token, request) })
  }
  await tryForeign(walk, actor, act, before)
  const done = await server.act(actor.token, request)
  if (done.status >= 300) found.faults.push(`${act.id} by ${actor.name}: ${done.status} when it was done`)
  return done.type.includes('json') ? (JSON.parse(done.body.toString()) as Record<string, unknown>) : {}
}

interface Compared {
  readonly actor: MatrixCaller
  readonly control: Answer
  readonly caller: MatrixCaller
  readonly answer: Answer
}

async function compare(walk: Walk, act: Act, before: Snapshot, { actor, control, caller, answer }: Compared): Promise<void> {
  const { found } = walk
  found.cells += 1
  const by = standing(before, caller, control.effects)
  const say = (what: string) => found.faults.push(`${act.id} by ${caller.name}: ${what}`)
  const refusedEffects = control.effects.filter(
    (effect) => !mayWrite(effect, standingBefore(before, caller, control.effects, effect), actor.account),
  )
  const guard = guards[act.id]
  const passesGuard = guard === undefined || guard(by, before, act)
  if (answer.status < 300) {
    // Soundness: what he wrote, the oracle lets him write.
    const beyond = answer.effects.filter(
      (effect) => !mayWrite(effect, standingBefore(before, caller, answer.effects, effect), caller.account),
    )
    if (beyond.length > 0) say(`wrote what the oracle refuses: ${beyond.map(shown).join(', ')}`)
    else if (!passesGuard) say('passed a guard that should have stopped him')
  } else {
    found.denials += 1
    if (answer.status === 500) say('answered 500')
    const isState = answer.status === 409 || answer.status === 422
    if (!isState && refusedEffects.length === 0 && passesGuard)
      say(`was refused with ${answer.status} what the oracle allows: ${control.effects.map(shown).join(', ')}`)
  }
  if (control.effects.length === 0) return
  // The database alone, as if the application had no checks of its own.
  found.cells += 1
  const said = await replay(walk.server, caller, control.effects, by.account, actor.account)
  const isRefused = said.some((one) => one === 'refused' || one === 'done 0')
  if (isRefused !== refusedEffects.length > 0) {
    const isChecked = isRefused && refusedEffects.length === 0 && control.effects.some(({ table }) => CHECKED.includes(table))
    if (!isChecked)
      say(
        `the database ${isRefused ? 'refuses' : 'allows'} (${said.join('; ').slice(0, 200)}) what the oracle ${isRefused ? 'allows' : 'refuses'}: ${control.effects.map(shown).join(', ')}`,
      )
  }
}

/** What a caller has when a row of one table is written: what the request wrote to other tables counts, a row never opens its own way. */
function standingBefore(before: Snapshot, caller: MatrixCaller, effects: readonly Effect[], { table }: Effect): Standing {
  const others = effects.filter((effect) => effect.table !== table)
  const key = `${caller.name} ${table}`
  const known = standings.get(effects)?.get(key)
  if (known !== undefined) return known
  const made = standing(before, caller, others)
  standings.set(effects, (standings.get(effects) ?? new Map<string, Standing>()).set(key, made))
  return made
}

/** Kept while the effects are: a request may write a thousand rows. */
const standings = new WeakMap<readonly Effect[], Map<string, Standing>>()

/** Tables on which triggers check hands as well. */
const CHECKED = [
  'access.standing_role',
  'access.delegation',
  'access.emergency',
  'access.credential_change',
  'access.engagement_order',
  'rounds.round',
  'rounds.extension',
  'rounds.withdrawal',
  'rounds.relaxation',
  'intake.notice',
  'intake.desk_proposal',
]

function shown({ command, table }: Effect): string {
  return `${command} ${table}`
}

async function replay(
  server: MatrixServer,
  caller: MatrixCaller,
  effects: readonly Effect[],
  account: string | null,
  writer: string | null,
): Promise<readonly string[]> {
  const client = await server.composed.database.pool(doorOf(effects[0]?.table ?? '')).connect()
  const said: string[] = []
  try {
    await client.query('begin')
    await client.query(`select set_config('shengmian.session', $1, true)`, [caller.token ?? ''])
    for (const effect of effects) {
      const statement = statementOf(effect, account, writer)
      if (statement === null) continue
      const { rows } = await client.query<{ said: string }>('select probe.attempt($1) as said', [statement])
      said.push(rows[0]?.said ?? '')
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
  return said
}

/** Columns that tell the rows of a table apart; the keys of our tables are among them. */
const KEYS = [
  'id',
  'authority',
  'county',
  'round',
  'unit',
  'person',
  'team',
  'version',
  'account',
  'programme',
  'body',
  'key',
  'subject',
  'year',
  'series',
]

const generated = new Map<string, readonly string[]>()

/** Columns that the database works out itself. */
export async function readGenerated(server: MatrixServer): Promise<void> {
  const { rows } = await server.admin.query<{ name: string; columns: string[] }>(
    `select table_schema || '.' || table_name as name, array_agg(column_name::text) as columns from information_schema.columns where is_generated = 'ALWAYS' group by 1`,
  )
  for (const row of rows) generated.set(row.name, row.columns)
}

function statementOf(effect: Effect, account: string | null, writer: string | null): string | null {
  const { table, command, old } = effect
  const policy = policyOf(table)
  const by = { account } as never
  const literal = (row: Row) => `'${JSON.stringify(row).replaceAll("'", "''")}'::jsonb`
  const columns = (row: Row) => Object.keys(row).filter((name) => !(generated.get(table) ?? []).includes(name))
  const key = (row: Row) =>
    KEYS.flatMap((name) => {
      const value = row[name]
      return typeof value === 'string' || typeof value === 'number'
        ? [`t."${name}"::text = '${String(value).replaceAll("'", "''")}'`]
        : []
    }).join(' and ')
  if (command === 'delete') return old === null ? null : `delete from ${table} t where ${key(old)}`
  const row = asOwn(policy, command, effect.new, by, writer, old)
  if (row === null) return null
  if (command === 'insert') {
    const list = columns(row)
      .map((name) => `"${name}"`)
      .join(', ')
    return `insert into ${table} (${list}) select ${list} from jsonb_populate_record(null::${table}, ${literal(row)})`
  }
  if (old === null) return null
  const changed = columns(row).filter((name) => JSON.stringify(row[name]) !== JSON.stringify(old[name]))
  if (changed.length === 0) return null
  return `update ${table} t set ${changed.map((name) => `"${name}" = n."${name}"`).join(', ')} from jsonb_populate_record(null::${table}, ${literal(row)}) n where ${key(old)}`
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every reference in the request turned to a row of the same table that the actor cannot see: none of it may be done. */
async function tryForeign(walk: Walk, actor: MatrixCaller, act: Act, before: Snapshot): Promise<void> {
  const endpoint = endpoints.get(act.id)
  if (endpoint === undefined) return
  const text = JSON.stringify({ params: act.params ?? {}, body: act.body ?? null })
  const by = standing(before, actor)
  for (const id of new Set(text.match(UUID) ?? [])) {
    for (const [table, rows] of before) {
      if (!rows.some((row) => row['id'] === id)) continue
      const policy = policyOf(table)
      const foreign = rows.find(
        (row) =>
          row['id'] !== id &&
          (policy.select === undefined || !decide(policy.select, by, row)) &&
          !rows.some((other) => other['id'] === row['id'] && other !== row),
      )
      if (foreign === undefined) continue
      const turned = JSON.parse(text.replaceAll(id, String(foreign['id']))) as {
        params: Record<string, string>
        body: object | null
      }
      walk.found.foreign += 1
      const answer = await walk.server.attempt(actor.token, {
        method: endpoint.method,
        path: pathOf(endpoint, turned.params),
        ...(turned.body === null ? {} : { body: turned.body }),
        file: act.file,
      })
      if (seenOtherwise[act.id] === table) continue
      // What a function of the database does leaves no effects to look at.
      const taken = table === ERASURES.table ? answer.body.toString() : JSON.stringify(answer.effects)
      if (answer.status < 300 && taken.includes(String(foreign['id'])))
        walk.found.faults.push(`${act.id} by ${actor.name}: took ${table} ${String(foreign['id'])}, which he cannot see`)
    }
  }
}
