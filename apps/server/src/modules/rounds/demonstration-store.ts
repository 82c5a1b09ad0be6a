// Loads the rounds of the demonstration world as drafts, each with a proposal that the solver works on as soon as the server runs.
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { sqlOf } from '../../platform/database.ts'
import { demonstrationId } from '../../platform/demonstration-id.ts'
import { placeNumber } from '../../platform/places.ts'
import type { Transaction } from '../../platform/transaction.ts'
import type { DemonstrationRound, DemonstrationRounds } from './demonstration-world.ts'
import { buildProblem } from './dispatch/build-problem.ts'
import { outlineOf } from './dispatch/outline.ts'
import { keepProblem } from './dispatch/problem-store.ts'
import { insertProposal } from './dispatch/proposal-store.ts'
import { gatherWorld } from './dispatch/round-world.ts'
import { putSection } from './papers/papers-store.ts'
import { roundSections } from './papers/section-plan.ts'
import type { RoundSettings } from './round/round-record.ts'
import { findRound, insertRound, touchRound } from './round/round-store.ts'
import { basisOf } from './round/templates.ts'
import { rankCandidates } from './targets/score-candidates.ts'
import { replaceCandidates, replaceTargets } from './targets/target-store.ts'
import { replacePool, replaceTeams } from './teams/team-store.ts'
import { insertTermPlan, findTermPlan, replaceTermItems } from './terms/term-store.ts'

/** Nobody's account: the world was written before anybody signed in. */
const LOADER = '00000000-0000-8000-8000-000000000000'
const LOADED_AT = new Date('2026-11-20T01:00:00Z')

/** Loads every round of the worlds in one transaction, as the owner of the tables; a round that is there stays as it is. */
export async function loadDemonstrationRounds(adminUrl: string, worlds: readonly DemonstrationRounds[]): Promise<void> {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 1 })
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await db.transaction().execute(async (trx) => {
      await sql`set local role shengmian_owner`.execute(trx)
      const tables = await sql<{
        name: string
      }>`select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
        where schemaname in ('rounds', 'registry')`.execute(trx)
      // the policies name no role that owns several authorities: the owner steps past them here, in this transaction only
      for (const { name } of tables.rows) await sql.raw(`alter table ${name} no force row level security`).execute(trx)
      const tx = trx as unknown as Transaction
      for (const world of worlds) for (const round of world.rounds) await loadRound(tx, world, round)
      for (const { name } of tables.rows) await sql.raw(`alter table ${name} force row level security`).execute(trx)
    })
  } finally {
    await db.destroy()
  }
}

async function loadRound(tx: Transaction, world: DemonstrationRounds, plan: DemonstrationRound): Promise<void> {
  const authority = placeNumber(world.authority)
  const id = demonstrationId(plan.ref)
  const there = await sqlOf(tx).selectFrom('rounds.round').select('id').where('id', '=', id).executeTakeFirst()
  if (there !== undefined) return
  const number = Number(plan.id.split('-')[1])
  await insertRound(tx, { id, authority, by: LOADER, at: LOADED_AT, settings: settingsOf(world, plan), number })
  for (const [position, section] of roundSections.entries()) {
    const text = `${section.zh}：按${plan.commissioning.name}批准的方案执行。`
    await putSection(
      tx,
      { authority, id, kind: 'round' },
      { ...section, text, locked: true, position, changed_by: LOADER, changed_name: '示范数据', changed_at: LOADED_AT },
    )
  }
  await loadPast(tx, authority, plan)
  const round = await findRound(tx, id)
  await replaceTeams(
    tx,
    round,
    plan.teams.map((team, index) => ({
      id: teamId(plan, team.id),
      number: index + 1,
      name: team.name,
      sending: numberOf(team.home),
      host: numberOf(team.host),
      slots: team.slots,
    })),
  )
  const pinned = new Map(plan.pins.map((pin) => [pin.person, teamId(plan, pin.team)]))
  await replacePool(
    tx,
    round,
    plan.pool.map((person) => ({ person: demonstrationId(person), pinned: pinned.get(person) ?? null })),
  )
  await touchRound(tx, round, { apart: plan.apart.map(([a, b]) => [demonstrationId(a), demonstrationId(b)] as const) })
  const places = new Map(world.units.map((unit) => [unit.ref, placeNumber(unit.place)]))
  const placed = (ref: string) => {
    const place = places.get(ref) ?? Number(ref)
    return { county: Math.floor(place / 1e6), unit: demonstrationId(ref), place, authority }
  }
  await replaceTargets(
    tx,
    id,
    plan.targets.map((target, position) => ({
      ...placed(target.unit),
      round: id,
      workload: target.workload,
      needs: [...target.needs],
      position,
    })),
  )
  await loadCandidates(tx, id, plan, placed)
  await loadTerm(tx, authority, plan, placed)
  await loadProposal(tx, id)
}

function settingsOf(world: DemonstrationRounds, plan: DemonstrationRound): RoundSettings {
  const { mode, elevated, ...rules } = plan.rules
  const zones = Map.groupBy(
    world.regions.filter((region) => region.zone !== null),
    (region) => region.zone ?? '',
  )
  const sending = numberOf(plan.sending?.region ?? null)
  return {
    title: plan.name,
    kinds: plan.kinds,
    mode,
    types: plan.types,
    elevated: elevated ?? false,
    // a commissioning body that sends everybody itself names no sender of its own
    sending: sending === placeNumber(world.authority) ? null : sending,
    host: numberOf(plan.host?.region ?? null),
    starts: plan.start,
    ends: plan.end,
    template: plan.template,
    programme: null,
    authorisation: plan.types.includes('level-raised')
      ? { number: `示范〔${plan.start.slice(0, 4)}〕1号`, date: plan.start, by: plan.commissioning.name }
      : null,
    basis: basisOf(mode, plan.types),
    rules,
    zones: [...zones].map(([name, members]) => ({
      name,
      members: members.map((region) => region.code),
      similarity: world.zones.find((zone) => zone.name === name)?.similarity ?? '',
    })),
    positions: Object.fromEntries(
      world.regions.flatMap((region) => (region.at === null ? [] : [[region.code, region.at] as const])),
    ),
  }
}

async function loadPast(tx: Transaction, authority: number, plan: DemonstrationRound): Promise<void> {
  const db = sqlOf(tx)
  const labels = plan.earlier.map((earlier, position) => ({ authority, label: earlier.id, position, title: earlier.name }))
  if (labels.length > 0) await db.insertInto('rounds.past_round').values(labels).execute()
  const visits = plan.history.map((visit) => ({
    authority,
    label: visit.round,
    person: demonstrationId(visit.person),
    region: visit.region,
  }))
  if (visits.length > 0) await db.insertInto('rounds.past_visit').values(visits).execute()
  const dispatched = plan.dispatched.map((pair) => ({ authority, label: pair.round, home: pair.home, host: pair.host }))
  if (dispatched.length > 0) await db.insertInto('rounds.past_dispatch').values(dispatched).execute()
  const travel = plan.travel.map(([home, host, kilometres]) => ({ authority, home, host, kilometres }))
  if (travel.length > 0) await db.insertInto('rounds.travel').values(travel).execute()
}

type Placed = (ref: string) => {
  readonly county: number
  readonly unit: string
  readonly place: number
  readonly authority: number
}

async function loadCandidates(tx: Transaction, round: string, plan: DemonstrationRound, placed: Placed): Promise<void> {
  if (plan.candidates.length === 0) return
  const units = new Map(plan.candidates.map((candidate) => [demonstrationId(candidate.unit), placed(candidate.unit)]))
  const ranked = rankCandidates({
    weights: { economy: 40, conflicts: 30, complaints: 30 },
    candidates: plan.candidates.map((candidate) => ({ ...candidate, unit: demonstrationId(candidate.unit) })),
  })
  await replaceCandidates(
    tx,
    round,
    ranked.flatMap(({ unit, factors, score, rank }) => {
      const owner = units.get(unit)
      return owner === undefined
        ? []
        : [{ ...owner, round, factors: JSON.stringify(factors), score, rank, scored_by: LOADER, scored_at: LOADED_AT }]
    }),
  )
}

/** A term plan around the round, in which its targets are what that year inspects. */
async function loadTerm(tx: Transaction, authority: number, plan: DemonstrationRound, placed: Placed): Promise<void> {
  const year = Number(plan.start.slice(0, 4))
  const id = demonstrationId(`${plan.ref} term`)
  await insertTermPlan(tx, {
    authority,
    id,
    title: `${year - 2}—${year + 2}年巡察工作规划`,
    first_year: year - 2,
    last_year: year + 2,
    cooling_years: 3,
    note: '一届任期内巡察全覆盖。',
    created_by: LOADER,
    created_at: LOADED_AT,
  })
  const items = plan.targets.map((target, position) => ({ ...placed(target.unit), plan: id, year, key_unit: false, position }))
  await replaceTermItems(tx, await findTermPlan(tx, id), year, items)
}

async function loadProposal(tx: Transaction, id: string): Promise<void> {
  const round = await findRound(tx, id)
  const problem = buildProblem(await gatherWorld(tx, round))
  await insertProposal(tx, {
    authority: round.authority,
    round: id,
    id: demonstrationId(`${id} proposal`),
    purpose: 'plan',
    revision: round.revision,
    state: 'queued',
    seed: '0'.repeat(64),
    effort: 'normal',
    problem_hash: await keepProblem(tx, round, problem),
    outline: JSON.stringify(outlineOf(problem)),
    asked_by: LOADER,
    asked_name: '示范数据',
    asked_at: LOADED_AT,
  })
}

const numberOf = (code: string | null): number | null => (code === null ? null : placeNumber(code))
const teamId = (plan: DemonstrationRound, id: string): string => demonstrationId(`${plan.ref} ${id}`)
