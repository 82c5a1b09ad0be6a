// What a caller has in a world, worked out in plain code: nothing here is shared with the functions of the database.
import type { RoleName } from '@shengmian/contract'
import type { Command, Derived, Roles, TablePolicy } from '../condition.ts'
import { areaOf, decide, type HeldRole, type Row, type Standing } from '../oracle.ts'
import { deriveLeads, isOfLeads, type OfLeads } from './standing-of-leads.ts'
import { isWithin, NOW } from './values.ts'
import type { World } from './world.ts'

const UNDER_WAY = ['authorised', 'running', 'reporting']

/** The standing of whoever holds a session; `policies` decide what he can look through. */
export function standingOf(world: World, caller: World['callers'][number], policies: readonly TablePolicy[]): Standing {
  const table = (name: string): readonly Row[] => world.rows.get(name) ?? []
  const accountRow = signedInAs(world, caller)
  const account = accountRow === null ? null : String(accountRow['id'])
  const person = typeof accountRow?.['person'] === 'string' ? accountRow['person'] : null
  const held = heldBy(account, table)
  const roles: readonly HeldRole[] = held.map((row) => ({
    role: row['role'] as RoleName,
    authority: Number(row['authority']),
    area: areaOf(Number(row['authority']), String(row['level'])),
  }))
  const recused =
    person === null
      ? []
      : table('access.recusal')
          .filter((row) => row['person'] === person && row['lifted_at'] === null)
          .map((row) => areaOf(Number(row['place']), String(row['level'])))
  const leadsUntil = sessionOf(world, caller)?.['leads_until'] ?? null
  const memory = new Map<string, readonly Row[]>()
  const visibleRows = new Map<string, ReadonlyMap<string, Row>>()

  const standing: Standing = {
    account,
    person,
    roles,
    recused,
    derived: (from, wanted) => {
      const key = `${from} ${wanted.join(' ')}`
      const known =
        memory.get(key) ??
        (from === 'own_units'
          ? held.filter((row) => String(row['role']).startsWith('inspected-')).map(countyOf)
          : isOfLeads(from)
            ? deriveLeads(table, standing, from, typeof leadsUntil === 'string' && Date.parse(leadsUntil) > NOW)
            : derive(table, standing, from, wanted))
      memory.set(key, known)
      return known
    },
    visible: (name, id) => {
      const known = visibleRows.get(name) ?? visibleById(policies, standing, name, table(name))
      visibleRows.set(name, known)
      return known.get(id) ?? null
    },
  }
  return standing
}

/** Roles in force with both hands under them: the account's own, and those that somebody who still holds them has lent it. */
function heldBy(account: string | null, table: (name: string) => readonly Row[]): readonly Row[] {
  if (account === null) return []
  const inForce = table('access.standing_role').filter(
    (row) => row['revoked_at'] === null && isWithin(row['valid']) && (row['granted_by'] === null || row['approved_by'] !== null),
  )
  const lent = table('access.delegation').flatMap((loan) => {
    if (loan['to_account'] !== account || loan['approved_by'] === null) return []
    if (loan['revoked_at'] !== null || !isWithin(loan['valid'])) return []
    const lenders = table('access.account').filter((row) => row['id'] === loan['from_account'] && row['disabled_at'] === null)
    return lenders.flatMap((lender) =>
      inForce.filter((role) => role['id'] === loan['standing_role'] && role['account'] === lender['id']),
    )
  })
  const emergencies = table('access.emergency').filter(
    (row) =>
      row['account'] === account &&
      row['confirmed_by'] !== null &&
      row['confirmed_by'] !== account &&
      row['ended_at'] === null &&
      Date.parse(String(row['ends_at'])) > NOW,
  )
  return [...inForce.filter((row) => row['account'] === account), ...lent, ...emergencies]
}

/** The session of a caller where it is live: not ended, waiting for a second factor, locked, or idle for ten minutes. */
function sessionOf(world: World, caller: World['callers'][number]): Row | null {
  const live = (world.rows.get('access.session') ?? []).find(
    (row) =>
      row['account'] === caller.account &&
      String(row['expires_at']) > new Date(NOW).toISOString() &&
      row['awaits_second'] === false &&
      row['awaits_passphrase'] === false &&
      row['awaits_factor'] === false &&
      row['locked_at'] === null &&
      Date.parse(String(row['updated_at'])) > NOW - 600_000 &&
      isOwn(world, row, caller.secret),
  )
  return live ?? null
}

function signedInAs(world: World, caller: World['callers'][number]): Row | null {
  const row = (world.rows.get('access.account') ?? []).find((candidate) => candidate['id'] === caller.account)
  return sessionOf(world, caller) !== null && row !== undefined && row['disabled_at'] === null ? row : null
}

/** A session belongs to the caller whose place in the list it has. */
function isOwn(world: World, row: Row, secret: string): boolean {
  const index = (world.rows.get('access.session') ?? []).indexOf(row)
  return world.callers[index]?.secret === secret
}

/** The county of a role is that of its place; the database works it out itself. */
function countyOf(row: Row): Row {
  return { unit: row['unit'], county: Math.floor(Number(row['authority']) / 1_000_000) }
}

function visibleById(
  policies: readonly TablePolicy[],
  standing: Standing,
  name: string,
  rows: readonly Row[],
): ReadonlyMap<string, Row> {
  const policy = policies.find((candidate) => candidate.table === name)
  const visible = policy === undefined ? [] : rows.filter((row) => allows(policy, 'select', standing, row))
  return new Map(visible.map((row) => [String(row['id']), row]))
}

/** The oracle's word on one command and one row: the permissive condition, and no exception. */
export function allows(policy: TablePolicy, command: Command, standing: Standing, row: Row): boolean {
  const condition = policy[command]
  return (
    condition !== undefined &&
    decide(condition, standing, row) &&
    !(policy.except !== undefined && decide(policy.except, standing, row))
  )
}

function derive(
  table: (name: string) => readonly Row[],
  standing: Standing,
  from: Exclude<Derived, 'own_units' | OfLeads>,
  wanted: Roles,
): readonly Row[] {
  const mine = new Set(standing.roles.filter((held) => wanted.includes(held.role)).map((held) => held.authority))
  const isMine = (row: Row | undefined) =>
    row !== undefined && [row['sending'], row['host']].some((body) => typeof body === 'number' && mine.has(body))
  const roundOf = (row: Row, column = 'round') =>
    table('rounds.round').find((round) => round['id'] === row[column] && round['authority'] === row['authority'])
  const isProposed = (round: Row | undefined) => round !== undefined && round['state'] !== 'draft'
  switch (from) {
    case 'ordered_targets':
      return table('access.engagement_order')
        .filter(
          (order) =>
            standing.person !== null &&
            order['person'] === standing.person &&
            order['revoked_at'] === null &&
            isWithin(order['valid']),
        )
        .filter((order) => UNDER_WAY.includes(String(roundOf(order)?.['state'])))
        .flatMap((order) =>
          table('rounds.target')
            .filter((target) => ['authority', 'round', 'unit'].every((column) => target[column] === order[column]))
            .filter(
              (target) =>
                !standing.recused.some((area) => area.lo <= Number(target['place']) && Number(target['place']) < area.hi),
            )
            .map((target) => ({ ...target, team: order['team'] })),
        )
    case 'ordered_desks':
      return table('intake.desk')
        .filter((desk) =>
          standing
            .derived('ordered_targets', [])
            .some((target) => target['authority'] === desk['authority'] && target['round'] === desk['round']),
        )
        .map((desk) => ({ desk: desk['code'], authority: desk['authority'] }))
    case 'led_groups':
      return chargesOf(standing, table, 'group-leader')
    case 'liaison_targets':
      return chargesOf(standing, table, 'liaison').flatMap((charge) => {
        const area = areaOf(Number(charge['place']), String(charge['level']))
        return table('rounds.target').filter(
          (target) =>
            target['authority'] === charge['authority'] &&
            area.lo <= Number(target['place']) &&
            Number(target['place']) < area.hi &&
            UNDER_WAY.includes(String(roundOf(target)?.['state'])),
        )
      })
    case 'partner_teams':
      return table('rounds.team')
        .filter((team) => isProposed(roundOf(team)) && (isMine(team) || isMine(roundOf(team))))
        .map((team) => ({ authority: team['authority'], round: team['round'], team: team['id'] }))
    case 'partner_rounds': {
      const whole = table('rounds.round').filter((round) => isProposed(round) && isMine(round))
      return [
        ...whole.map((round) => ({ authority: round['authority'], round: round['id'] })),
        ...standing.derived('partner_teams', wanted).map(({ authority, round }) => ({ authority, round })),
      ]
    }
    case 'partner_targets':
      return table('rounds.target').filter(
        (target) =>
          (isProposed(roundOf(target)) && isMine(roundOf(target))) ||
          standing
            .derived('partner_teams', wanted)
            .some((team) => ['authority', 'round', 'team'].every((column) => team[column] === target[column])),
      )
    case 'partner_letters':
      return table('documents.issued').filter(
        (letter) =>
          letter['kind'] === 'engagement-order' &&
          letter['person'] !== null &&
          table('access.engagement_order').some(
            (order) => isMine(order) && ['authority', 'round', 'person'].every((column) => order[column] === letter[column]),
          ),
      )
    case 'addressed_programmes':
      return table('rounds.programme_body').filter((row) => typeof row['body'] === 'number' && mine.has(row['body']))
    case 'submitted_rounds_below':
      return table('rounds.round')
        .filter((round) => isProposed(round))
        .filter((round) =>
          standing.roles.some(
            (held) =>
              wanted.includes(held.role) &&
              held.area.lo <= Number(round['authority']) &&
              Number(round['authority']) < held.area.hi,
          ),
        )
        .map((round) => ({ authority: round['authority'], round: round['id'] }))
  }
}

/** Duties of one kind that the account has now. */
function chargesOf(standing: Standing, table: (name: string) => readonly Row[], kind: string): readonly Row[] {
  return table('rounds.charge').filter(
    (row) =>
      standing.account !== null && row['account'] === standing.account && row['kind'] === kind && row['revoked_at'] === null,
  )
}
