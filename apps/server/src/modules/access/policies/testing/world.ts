// A world for the tests of the policies: bodies, accounts, rounds and rows of every table, made from a seed. Only the columns that
// rights depend on are filled, so a new table joins without a line here unless it brings a column of its own.
import type { Row } from '../oracle.ts'
import { tablePolicies } from '../tables.ts'
import { entitiesOf, type Entities } from './entities.ts'
import { relatedToDesk } from './desks-of-world.ts'
import { relatedLead } from './leads-of-world.ts'
import { NOW, ROLE_ROWS, VALUES } from './values.ts'

const DAY = 86_400_000
/** Columns that name the account which acted. */
const BY = [
  'account',
  'created_by',
  'granted_by',
  'approved_by',
  'proposed_by',
  'asked_by',
  'by_account',
  'recorded_by',
  'changed_by',
  'issued_by',
  'from_account',
  'to_account',
]
const BODY_COLUMNS = ['sending', 'host', 'body', 'from_authority', 'added_by']

export interface World {
  /** Accounts with the secret of a session each; null: a request without one. */
  readonly callers: readonly { readonly account: string | null; readonly secret: string }[]
  /** Rows by table; `test_row` numbers them. */
  readonly rows: ReadonlyMap<string, readonly Row[]>
  /** Rows that are not there, to be inserted or turned into; new ones at every call. */
  readonly candidates: (table: string, count: number) => readonly Row[]
}

export interface Columns {
  readonly of: (table: string) => readonly string[]
}

/** Makes the world; `columns` tells which columns a table has. */
export function makeWorld(seed: number, columns: Columns, callers: number, rowsPerTable: number): World {
  const entities = entitiesOf(seed, callers, rowsPerTable)
  const rows = new Map<string, readonly Row[]>()
  const used = new Set<string>()
  const make = (table: string, first: number, count: number): readonly Row[] => {
    const has = new Set(columns.of(table))
    return Array.from({ length: count }, (_, offset) => {
      const index = first + offset
      const row = { ...related(table, draftRow(table, has, entities), index, entities, rows) }
      // The one key that stays true: a body uses an id once.
      const key = `${table} ${String(row['authority'])} ${String(row['id'])}`
      if (used.has(key)) row['id'] = entities.uuid()
      used.add(key)
      return { ...Object.fromEntries(Object.entries(row).filter(([name]) => has.has(name))), test_row: index }
    })
  }
  // What other rows are copied from comes first.
  for (const table of new Set(['rounds.target', 'access.engagement_order', ...tablePolicies.map((policy) => policy.table)])) {
    const count =
      table === 'access.standing_role'
        ? callers * ROLE_ROWS
        : table.startsWith('access.')
          ? Math.max(rowsPerTable, callers)
          : rowsPerTable
    rows.set(table, make(table, 0, count))
  }
  const { accounts, secrets } = entities
  return {
    callers: [
      ...accounts.map((account, index) => ({ account, secret: secrets[index] ?? '' })),
      { account: null, secret: '' },
      { account: null, secret: 'unknown' },
    ],
    rows,
    candidates: (table, count) => make(table, 100_000, count),
  }
}

/** A row whose columns mostly belong together, and sometimes name an id under another body: that must open nothing. */
function draftRow(table: string, has: ReadonlySet<string>, entities: Entities): Record<string, unknown> {
  const { pick, chance, bodies, rounds, teams, units, programmes, people, accounts, places } = entities
  const body = pick(bodies)
  const round = pick(rounds)
  const programme = pick(programmes)
  const unit = pick(units)
  const near = teams.filter((team) => (chance(0.8) ? team.round === round.round : team.authority === round.authority))
  const place = chance(0.85) ? unit.place : pick(places)
  const owner = has.has('round') ? round : has.has('programme') ? programme : body
  const row: Record<string, unknown> = {
    authority: chance(0.85) ? owner.authority : body.authority,
    ...(table.startsWith('access.') ? { level: body.level, authority: body.authority } : {}),
    id: entities.uuid(),
    person: chance(0.8) ? pick(chance(0.5) ? people.slice(0, 8) : people) : null,
    round: round.round,
    programme: programme.programme,
    team: near.length > 0 && chance(0.9) ? pick(near).team : null,
    unit: unit.unit,
    place,
    county: Math.floor((has.has('place') ? place : body.authority) / 1_000_000),
    ...Object.fromEntries(BY.map((name) => [name, pick(chance(0.6) ? accounts.slice(0, 6) : accounts)])),
    ...Object.fromEntries(BODY_COLUMNS.map((name) => [name, chance(0.6) ? pick(bodies).authority : null])),
    ...Object.fromEntries(
      ['revoked_at', 'lifted_at', 'disabled_at'].map((name) => [name, chance(0.25) ? new Date(NOW - DAY).toISOString() : null]),
    ),
    ...Object.fromEntries(Object.entries(VALUES[table] ?? {}).map(([name, values]) => [name, pick(values)])),
  }
  if (table === 'access.standing_role' && chance(0.5)) row['granted_by'] = null
  const isSigned = ['access.standing_role', 'access.delegation', 'access.credential_change'].includes(table)
  if (isSigned && chance(0.5)) row['approved_by'] = null
  if (has.has('valid')) {
    const start = NOW + (chance(0.7) ? -10 : chance(0.5) ? -20 : 1) * DAY
    const end = start + (start < NOW - 15 * DAY ? 10 : 20) * DAY
    row['valid'] = `["${new Date(start).toISOString()}","${new Date(end).toISOString()}")`
  }
  if (has.has('subject')) {
    const isRound = (row['subject_kind'] ?? 'round') === 'round'
    const subject =
      isRound === chance(0.75)
        ? { id: round.round, authority: round.authority }
        : { id: programme.programme, authority: programme.authority }
    row['subject'] = subject.id
    if (chance(0.85)) row['authority'] = subject.authority
  }
  return row
}

/** Ties rows to one another: the tables that rights come from hold the entities, and people act for themselves. */
function related(
  table: string,
  row: Record<string, unknown>,
  index: number,
  entities: Entities,
  made: ReadonlyMap<string, readonly Row[]>,
): Row {
  const { pick, chance, accounts, people, rounds, teams, programmes, units, places } = entities
  const copied = (from: string, names: readonly string[]): Row => {
    const source = pick(made.get(from) ?? [])
    return Object.fromEntries(names.map((name) => [name, source?.[name] ?? null]))
  }
  if (table !== 'access.engagement_order' && table.startsWith('rounds.') && 'round' in row && chance(0.4)) {
    Object.assign(row, copied('access.engagement_order', ['authority', 'round', 'person']))
    if (chance(0.5))
      Object.assign(row, copied('access.engagement_order', ['authority', 'round', 'person', 'unit', 'place', 'team']))
    row['county'] = Math.floor(Number(row['place']) / 1_000_000)
  }
  if (table === 'access.engagement_order' && chance(0.8))
    Object.assign(row, copied('rounds.target', ['authority', 'round', 'unit', 'place', ...(chance(0.7) ? ['team'] : [])]))
  const human = accounts[people.indexOf(String(row['person']))]
  if (human !== undefined && chance(0.5)) for (const name of BY) if (chance(0.8)) row[name] = human
  if (chance(0.15)) for (const name of BY) row[name] = row['created_by']
  /** The entity of this row; later rows sometimes borrow the id of one, under a body of their own. */
  const borrowed = (ids: readonly string[]) => (chance(0.5) ? pick(ids) : row['id'])
  switch (table) {
    case 'access.account':
      return { ...row, id: accounts[index] ?? row['id'], person: chance(0.8) ? (people[index] ?? row['person']) : null }
    case 'access.session':
      return { ...row, account: accounts[index] ?? pick(accounts), ...entities.session(index) }
    case 'access.recusal':
      return { ...row, level: 'village', place: pick(places) }
    case 'access.standing_role': {
      // A third of the accounts has no role, so that orders and people's own rows decide something.
      const unit = pick(units)
      const speaks = String(row['role']).startsWith('inspected-') && chance(0.8)
      const county = { authority: Math.floor(unit.place / 1_000_000) * 1_000_000, level: 'county', unit: unit.unit }
      return {
        ...row,
        account: chance(0.1) ? row['granted_by'] : pick(accounts.slice(0, Math.ceil((accounts.length * 2) / 3))),
        ...(speaks ? county : {}),
        // Desks of leads are few, so that there are bodies without one.
        ...(row['role'] === 'case-management' && chance(0.5) ? { authority: pick(places), level: 'village' } : {}),
      }
    }
    case 'access.emergency':
      return {
        ...row,
        confirmed_by: chance(0.6) ? (chance(0.2) ? row['account'] : pick(accounts)) : null,
        confirmed_at: new Date(NOW - 1000).toISOString(),
        ends_at: new Date(NOW + (chance(0.7) ? 1 : -1) * 60_000).toISOString(),
        ended_at: chance(0.3) ? new Date(NOW - 500).toISOString() : null,
      }
    case 'access.identity_link':
      return { ...row, confirmed_at: index % 3 === 0 ? new Date(NOW - 1000).toISOString() : null }
    case 'access.emergency_reading':
      return { ...row, ...(chance(0.7) ? { emergency: copied('access.emergency', ['id'])['id'] } : {}) }
    case 'access.delegation':
      return {
        ...row,
        ...copied('access.standing_role', ['authority', 'level', 'role']),
        ...(chance(0.8) ? lentRole(pick(made.get('access.standing_role') ?? [])) : {}),
        // Somebody lends what is not his.
        ...(chance(0.2) ? { from_account: pick(accounts) } : {}),
      }
    case 'registry.person':
      return { ...row, id: people[index] ?? row['id'] }
    case 'rounds.round': {
      const round = rounds[index]
      return round === undefined
        ? { ...row, id: borrowed(rounds.map((known) => known.round)) }
        : { ...row, id: round.round, authority: round.authority }
    }
    case 'rounds.team': {
      const team = teams[index]
      if (team !== undefined) return { ...row, id: team.team, round: team.round, authority: team.authority }
      const other = pick(teams)
      return chance(0.5) ? { ...row, id: other.team, round: other.round } : row
    }
    case 'rounds.programme': {
      const programme = programmes[index]
      return programme === undefined
        ? { ...row, id: borrowed(programmes.map((known) => known.programme)) }
        : { ...row, id: programme.programme, authority: programme.authority }
    }
    case 'rounds.draw_record': {
      const seat = copied('rounds.draw_seat', ['id', 'authority', 'account'])
      if (chance(0.4)) return { ...row, seat: null }
      return {
        ...row,
        seat: seat['id'],
        ...(chance(0.6) ? { authority: seat['authority'] } : {}),
        ...(chance(0.6) ? { by_account: seat['account'] } : {}),
      }
    }
    case 'rounds.charge': {
      // A leader on the roster is mostly one of the leading group.
      const group = (made.get('access.standing_role') ?? []).filter(({ role }) => role === 'leading-group')
      const { account, authority } = pick(group)
      return row['kind'] === 'group-leader' && chance(0.8) ? { ...row, account, authority } : row
    }
    case 'rounds.answer_sheet':
      return { ...row, entered_by: row['by_account'] }
    case 'rounds.report_step': {
      // Mostly approved by whoever was named leader, whether or not he still is.
      const { authority, account } = pick((made.get('rounds.charge') ?? []).filter(({ kind }) => kind === 'group-leader')) ?? {}
      return account !== undefined && chance(0.7) ? { ...row, event: 'approve', authority, by_account: account } : row
    }
    case 'documents.issued':
      return {
        ...row,
        ...(chance(0.7) ? copied('access.engagement_order', ['authority', 'round', 'person']) : {}),
        id: entities.letters[Math.floor(index * 0.6)],
      }
    default:
      if (table.startsWith('intake.')) return relatedToDesk(table, row, index, entities, made)
      return table.startsWith('leads.') ? relatedLead(table, row, entities, made) : row
  }
}

/** What a delegation says of the role that it lends. */
function lentRole(role: Row | undefined): Row {
  return {
    standing_role: role?.['id'],
    from_account: role?.['account'],
    role: role?.['role'],
    authority: role?.['authority'],
    level: role?.['level'],
  }
}
