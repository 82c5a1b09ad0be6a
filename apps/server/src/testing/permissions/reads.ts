// Every list, count, search, file and export by every caller: what comes out must be what the policies open, to the row.
import type { Endpoint } from '@shengmian/contract'
import { decide, type Row, type Standing } from '../../modules/access/policies/oracle.ts'
import { tablePolicies } from '../../modules/access/policies/tables.ts'
import { allows } from '../../modules/access/policies/testing/standing.ts'
import { codeOfBody } from '../../modules/access/authority.ts'
import { ELSEWHERE, HOST, OWN, type MatrixCaller } from './callers.ts'
import { marksIn, releaseCanaries } from './canaries.ts'
import { endpoints, pathOf, type Walk } from './cells.ts'
import { recordSubjects } from './record-subjects.ts'
import { disclosed, narrower, ownSession, unshown } from './declared.ts'
import { doorOf, policyOf, standing, snapshotOf, type Snapshot } from './oracle-world.ts'

/** What a parameter of an address names. */
const NAMED: Readonly<Record<string, { readonly table: string; readonly column: string }>> = {
  round: { table: 'rounds.round', column: 'id' },
  draw: { table: 'rounds.draw', column: 'id' },
  proposal: { table: 'rounds.proposal', column: 'id' },
  comparison: { table: 'rounds.mode_comparison', column: 'id' },
  version: { table: 'rounds.plan', column: 'version' },
  order: { table: 'documents.issued', column: 'id' },
  person: { table: 'registry.person', column: 'id' },
  unit: { table: 'registry.unit', column: 'id' },
  plan: { table: 'rounds.term_plan', column: 'id' },
  programme: { table: 'rounds.programme', column: 'id' },
  lead: { table: 'leads.lead', column: 'id' },
  emergency: { table: 'access.emergency', column: 'id' },
  import: { table: 'registry.sheet_import', column: 'id' },
  desk: { table: 'intake.desk', column: 'code' },
  number: { table: 'intake.release', column: 'number' },
  cardBatch: { table: 'intake.card_batch', column: 'id' },
  attachment: { table: 'intake.released_attachment', column: 'id' },
  questionnaire: { table: 'rounds.questionnaire', column: 'id' },
  batch: { table: 'rounds.questionnaire_batch', column: 'id' },
}
/** Parameters that name no row. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  noun: ['units', 'officials', 'people', 'ties', 'petitions'],
  code: [OWN, ELSEWHERE],
  year: ['2026'],
  file: ['problem.json', 'plan.json'],
}

/** Parameters that follow from the row or the paper named. */
const PLACED = ['authority', 'of', 'subject', 'key']

interface Subject {
  readonly params: Readonly<Record<string, string | number>>
  /** The row that the address names; null where it names none. */
  readonly table: string | null
  readonly row: Row | null
  /** Its key, where a query names it. */
  readonly key?: string
  readonly isClosed?: boolean
}

export async function readAll(walk: Walk): Promise<void> {
  const { server, found } = walk
  const marks = await releaseCanaries(server.admin)
  const snapshot = await snapshotOf(server.admin)
  const records = (await recordSubjects(server.admin, snapshot, walk.every === 1 ? 3 : 1)).map((one) => ({ params: {}, ...one }))
  const shownOnce = new Set<string>()
  // Whoever is the positive control is asked each time.
  const always = new Set(
    walk.callers.filter(
      ({ role, relation }) =>
        (['own', 'elsewhere'].includes(relation) && role === 'office') ||
        (role === 'leading-group' && relation === 'own') ||
        (role.endsWith('-admin') && relation === 'own') ||
        (role === 'case-management' && relation === 'own') ||
        (role === 'member' && relation === 'ordered'),
    ),
  )
  let turn = 0
  const reading = [...endpoints.values()].filter((endpoint) => endpoint.method === 'GET')
  const standings = new Map(walk.callers.map((caller) => [caller, standing(snapshot, caller)]))
  const open = new Map<MatrixCaller, ReadonlySet<number>>()
  for (const caller of walk.callers) {
    const seen = [
      await compareTables(walk, 'app', caller, standings.get(caller), snapshot),
      await compareTables(walk, 'lead', caller, standings.get(caller), snapshot),
    ]
    open.set(caller, new Set(seen.flatMap((marks) => [...marks])))
  }
  for (const endpoint of reading) {
    let served = 0
    for (const subject of isByRecord(endpoint) ? records : subjectsOf(endpoint, snapshot, found.faults)) {
      for (const query of queriesOf(endpoint, subject, snapshot)) {
        const path = `${pathOf(endpoint, subject.params)}${query}`
        turn += 1
        for (const [index, caller] of walk.callers.entries()) {
          if (!always.has(caller) && (index + turn) % walk.every !== 0) continue
          const by = standings.get(caller)
          if (by === undefined) continue
          const answer = await server.attempt(caller.token, { method: 'GET', path })
          found.cells += 1
          const say = (what: string) => found.faults.push(`${endpoint.id} ${path} by ${caller.name}: ${what}`)
          if (answer.status === 500) say('answered 500')
          if (answer.status >= 300) found.denials += 1
          else served += 1
          const sees =
            subject.row === null ||
            subject.table === null ||
            (subject.isClosed !== true && allows(policyOf(subject.table), 'select', by, subject.row))
          if (endpoint.open === true) continue
          if (caller.account === null && answer.status !== 401) say(`answered ${answer.status} to nobody`)
          if (answer.status < 300 && !sees && !discloses(endpoint.id, subject.table, by, subject.row))
            say('was served what he cannot see')
          if (
            answer.status >= 300 &&
            caller.account !== null &&
            sees &&
            narrower[endpoint.id] === undefined &&
            !PLANLESS.includes(answer.status)
          )
            say(`was refused with ${answer.status} what he can see`)
          if (answer.status >= 300) continue
          for (const mark of marksIn(answer.body)) {
            const table = marks.get(mark)?.table ?? ''
            shownOnce.add(table)
            found.cells += 1
            const row = (snapshot.get(table) ?? []).find((candidate) => candidate['canary'] === mark) ?? null
            if (open.get(caller)?.has(mark) !== true && !discloses(endpoint.id, table, by, row))
              say(`shows a row of ${table} that he cannot see`)
          }
        }
      }
    }
    if (served === 0) found.faults.push(`${endpoint.id} was served to nobody: no positive control`)
  }
  found.faults.push(...gapsOf([...endpoints.values()], found.acted))
  for (const table of new Set([...marks.values()].map((mark) => mark.table)))
    if (!shownOnce.has(table) && unshown[table] === undefined)
      found.faults.push(`no route shows a row of ${table} to anybody, so no canary of it could be seen`)
}

/** Endpoints that no cell asks: what changes something must be walked, what reads must have parameters that we know rows for. */
export function gapsOf(all: readonly Endpoint[], acted: ReadonlySet<string>): readonly string[] {
  return all.flatMap((endpoint) => {
    if (endpoint.method !== 'GET')
      return acted.has(endpoint.id) || ownSession[endpoint.id] !== undefined
        ? []
        : [`${endpoint.id} has no cells: the walk never does it`]
    const unknown = Object.keys(endpoint.params ?? {}).filter(
      (name) => NAMED[name] === undefined && CHOICES[name] === undefined && !PLACED.includes(name),
    )
    return unknown.map((name) => `${endpoint.id} has no cells: nothing is known of its parameter :${name}`)
  })
}

/** The rows of every table that a caller sees, by the database and by the oracle; answers the marks he may be shown. */
async function compareTables(
  walk: Walk,
  door: 'app' | 'lead',
  caller: MatrixCaller,
  by: Standing | undefined,
  snapshot: Snapshot,
): Promise<ReadonlySet<number>> {
  const { server, found } = walk
  const marks = new Set<number>()
  const client = await server.composed.database.pool(door).connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('shengmian.session', $1, true)`, [caller.token ?? ''])
    for (const policy of tablePolicies.filter(({ table }) => doorOf(table) === door)) {
      const rows = snapshot.get(policy.table)
      if (rows === undefined || by === undefined || policy.select === undefined) continue
      const hasMark = rows.some((row) => typeof row['canary'] === 'number')
      if (!hasMark) continue
      const { rows: seen } = await client.query<{ canary: number }>(
        `select canary::int from ${policy.table} where canary is not null`,
      )
      const visible = new Set(seen.map((row) => row.canary))
      for (const row of rows) {
        const mark = row['canary']
        if (typeof mark !== 'number') continue
        found.cells += 1
        const said = allows(policy, 'select', by, row)
        if (said !== visible.has(mark))
          found.faults.push(
            `${policy.table} row ${mark} by ${caller.name}: oracle ${said ? 'yes' : 'no'}, database ${said ? 'no' : 'yes'}`,
          )
        if (visible.has(mark)) marks.add(mark)
      }
    }
  } finally {
    await client.query('rollback')
    client.release()
  }
  return marks
}

/** A round without a plan, or a thing in another state: there is nothing yet to be shown. */
const PLANLESS = [409]

function discloses(id: string, table: string | null, by: Standing, row: Row | null): boolean {
  return disclosed.some(
    (entry) =>
      entry.table === table &&
      (entry.routes.length === 0 || entry.routes.includes(id)) &&
      row !== null &&
      (typeof entry.to === 'function' ? entry.to(by) : decide(entry.to, by, row)),
  )
}

function isByRecord({ query }: Endpoint): boolean {
  return query?.['table'] !== undefined && query['record'] !== undefined
}

function subjectsOf(endpoint: Endpoint, snapshot: Snapshot, faults: string[]): readonly Subject[] {
  const names = Object.keys(endpoint.params ?? {})
  if (names.includes('of')) {
    return (['rounds', 'programmes'] as const).flatMap((of) => {
      const table = of === 'rounds' ? 'rounds.round' : 'rounds.programme'
      return some(snapshot.get(table) ?? []).map((row) => ({ params: { of, subject: String(row['id']) }, table, row }))
    })
  }
  const free = names.filter((name) => CHOICES[name] !== undefined)
  const choices = free.reduce<readonly Record<string, string>[]>(
    (all, name) => all.flatMap((one) => (CHOICES[name] ?? []).map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
  const named = names.filter((name) => CHOICES[name] === undefined && name !== 'authority')
  const last = named.at(-1)
  if (last === undefined)
    return choices.map((params) => ({
      params: { ...params, ...(names.includes('authority') ? { authority: OWN } : {}) },
      table: null,
      row: null,
    }))
  // A person of a round or of a draw is one of its members; a unit of an authority is one that its petition office gave figures of.
  const source =
    last === 'person' && !names.includes('authority')
      ? { table: 'rounds.member', column: 'person' }
      : last === 'unit' && names.includes('authority')
        ? { table: 'registry.petition_volume', column: 'unit' }
        : NAMED[last]
  if (source === undefined) {
    faults.push(`${endpoint.id} has no cells: nothing is known of its parameter :${last}`)
    return []
  }
  const rows = some(
    (snapshot.get(source.table) ?? []).filter((row) => source.table !== 'documents.issued' || row['kind'] === 'engagement-order'),
  )
  return rows.flatMap((row) =>
    choices.map((choice) => ({
      params: Object.fromEntries(
        names.map((name) => [
          name,
          choice[name] ??
            (name === last
              ? written(row[source.column])
              : name === 'authority'
                ? codeOfBody(Number(row['authority']))
                : name === 'draw'
                  ? drawOf(snapshot, row)
                  : // an attachment has the number of the report that names it
                    written(row[name] ?? row['report'])),
        ]),
      ),
      table: source.table,
      row,
    })),
  )
}

/** As it stands in an address: bytes in hexadecimal. */
function written(value: unknown): string {
  return String(value).replace(/^\\x/, '')
}

function drawOf(snapshot: Snapshot, row: Row): string {
  return String((snapshot.get('rounds.draw') ?? []).find((draw) => draw['round'] === row['round'])?.['id'] ?? row['id'])
}

/** The oldest row of an authority, county and state, so that each kind of row is asked for. */
function some(rows: readonly Row[]): readonly Row[] {
  const counts = new Map<string, number>()
  // Villages of the register have made-up low ids; what was entered by hand comes first.
  const age = (row: Row) => String(row['id']).replace(/^0{8}/, 'z')
  const inOrder = [...rows].sort((one, other) => (age(one) < age(other) ? -1 : 1))
  return inOrder.filter((row) => {
    const kind = `${String(row['authority'])} ${String(row['county'])} ${String(row['state'])}`
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    return (counts.get(kind) ?? 0) <= 1
  })
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  authority: [OWN, ELSEWHERE],
  within: [OWN, HOST, '530502'],
  place: [HOST],
  year: ['2026'],
  from: ['2026-01-01'],
  to: ['2027-12-31'],
  q: ['%E5%BC%A5'],
}

function memberOf(snapshot: Snapshot, subject: Subject): readonly string[] {
  const pool = snapshot.get('rounds.pool') ?? []
  const found = pool.find((row) => row['round'] === subject.params['round']) ?? pool[0]
  return [String(found?.['person'])]
}

/** The query with every required part, and once more with a search for what is marked. */
function queriesOf(endpoint: Endpoint, subject: Subject, snapshot: Snapshot): readonly string[] {
  const entries = Object.entries(endpoint.query ?? {})
  const required = entries.filter(([, schema]) => !('~optional' in schema)).map(([name]) => name)
  if (subject.key !== undefined) return [`?table=${subject.table}&record=${encodeURIComponent(subject.key)}`]
  const base = required.reduce<readonly string[]>(
    (all, name) =>
      all.flatMap((one) =>
        (name === 'person' ? memberOf(snapshot, subject) : (VALUES[name] ?? ['1'])).map((value) => `${one}&${name}=${value}`),
      ),
    [''],
  )
  const search = entries.find(([name, schema]) => (name === 'q' || name === 'search') && '~optional' in schema)?.[0]
  const all = search === undefined ? base : base.flatMap((one) => [one, `${one}&${search}=${encodeURIComponent('⟦')}`])
  return all.map((one) => (one === '' ? '' : `?${one.slice(1)}`))
}
