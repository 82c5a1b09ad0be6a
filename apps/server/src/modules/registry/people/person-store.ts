import { sql, type RawBuilder } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type FactName = 'home' | 'native' | 'postings' | 'ties' | 'unit'
export type RoleOfPerson = 'director' | 'leader' | 'deputy' | 'liaison' | 'member'

export interface PersonFacts {
  readonly number: string | null
  readonly name: string
  readonly employer: string | null
  readonly unit: string | null
  readonly home: number | null
  readonly native: number | null
  readonly postings:
    | readonly { readonly region: string; readonly from: string; readonly to: string | null; readonly title?: string }[]
    | null
  readonly skills: readonly string[] | null
  readonly roles: readonly RoleOfPerson[]
  readonly rank: string | null
  readonly experience: 'senior' | 'ordinary' | 'newcomer' | null
  readonly languages: readonly string[] | null
  readonly absences: readonly { readonly from: string; readonly to: string; readonly why: string }[] | null
  readonly source: string | null
  readonly training: boolean
  readonly mentor: string | null
  readonly unverified: readonly FactName[]
  readonly evidence: { readonly [fact in FactName]?: { readonly source: string | null; readonly date: string | null } }
}

export interface PersonWritten extends PersonFacts {
  readonly authority: number
  readonly id: string
  readonly unitCounty: number | null
}

export interface Evaluation {
  readonly round: string
  readonly ended: string
  readonly text: string
  readonly by: string
  readonly day: string
}

export interface PersonRow extends PersonWritten {
  readonly matchKey: string
  readonly state: 'in' | 'on-duty' | 'out'
  readonly stateReason: string | null
  readonly reviewedOn: string | null
  readonly evaluations: readonly Evaluation[]
  readonly ties: number
  readonly version: number
}

const columns = sql`p.authority, p.id, p.number, p.name, p.employer, p.match_key as "matchKey", p.unit_county as "unitCounty", p.unit,
  p.home, p.native, p.postings, p.skills, p.roles, p.rank, p.experience, p.languages, p.absences, p.source, p.training, p.mentor,
  p.unverified, p.evidence, p.state, p.state_reason as "stateReason", p.reviewed_on::text as "reviewedOn", p.evaluations, p.version,
  (select count(*)::integer from registry.tie t where t.authority = p.authority and t.person = p.id and t.state = 'active') as ties`

export interface PersonFilter {
  readonly lo: number
  readonly hi: number
  readonly q?: string | undefined
  readonly skill?: string | undefined
  readonly role?: string | undefined
  readonly state?: string | undefined
  readonly source?: string | undefined
  readonly home?: { readonly lo: number; readonly hi: number } | undefined
  /** Nobody away on one of these days; people whose absences are not known stay in. */
  readonly free?: { readonly from: string; readonly to: string } | undefined
}

/** People of the pools of a range of authorities, by authority, name and id. People without known skills pass a search for a skill. */
export async function selectPeople(
  tx: Transaction,
  filter: PersonFilter,
  after: { readonly authority: number; readonly name: string; readonly id: string } | null,
  limit: number,
): Promise<readonly PersonRow[]> {
  const where: RawBuilder<unknown>[] = [sql`p.authority between ${filter.lo} and ${filter.hi}`]
  if (filter.q !== undefined) where.push(sql`position(${filter.q} in concat_ws(' ', p.name, p.number, p.employer, p.rank)) > 0`)
  if (filter.skill !== undefined) where.push(sql`(p.skills is null or ${filter.skill} = any (p.skills))`)
  if (filter.role !== undefined) where.push(sql`${filter.role} = any (p.roles)`)
  if (filter.state !== undefined) where.push(sql`p.state = ${filter.state}`)
  if (filter.source !== undefined) where.push(sql`p.source = ${filter.source}`)
  if (filter.home !== undefined) where.push(sql`p.home between ${filter.home.lo} and ${filter.home.hi}`)
  if (filter.free !== undefined) {
    where.push(sql`not exists (select 1 from jsonb_array_elements(p.absences) as away
      where away->>'from' <= ${filter.free.to} and away->>'to' >= ${filter.free.from})`)
  }
  if (after !== null) where.push(sql`(p.authority, p.name, p.id) > (${after.authority}, ${after.name}, ${after.id}::uuid)`)
  const { rows } = await sql<PersonRow>`select ${columns} from registry.person p where ${sql.join(where, sql` and `)}
    order by p.authority, p.name, p.id limit ${limit}`.execute(sqlOf(tx))
  return rows
}

/** The people of these ids that the caller may see. */
export async function selectPeopleById(tx: Transaction, ids: readonly string[]): Promise<readonly PersonRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PersonRow>`select ${columns} from registry.person p where p.id = any (${ids}::uuid[])`.execute(
    sqlOf(tx),
  )
  return rows
}

/** The person whose account the session is; `null` where it belongs to nobody of a pool. */
export async function selectOwnPerson(tx: Transaction): Promise<PersonRow | null> {
  const { rows } =
    await sql<PersonRow>`select ${columns} from registry.person p where p.id = (select access.person_id())`.execute(sqlOf(tx))
  return rows[0] ?? null
}

/** People of a pool by what imported rows know of them: number, or name and employer. */
export async function selectPeopleByKey(
  tx: Transaction,
  authority: number,
  keys: readonly string[],
): Promise<readonly PersonRow[]> {
  const { rows } = await sql<PersonRow>`select ${columns} from registry.person p
    where p.authority = ${authority} and p.match_key = any (${keys}::text[])`.execute(sqlOf(tx))
  return rows
}

/** People of a pool by name or number, for cells that name a mentor or the other end of a tie. */
export async function selectPeopleNamed(
  tx: Transaction,
  authority: number,
  words: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string; readonly number: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; number: string | null }>`select id, name, number from registry.person
    where authority = ${authority} and (name = any (${words}::text[]) or match_key = any (${words.map((word) => `#${word}`)}::text[]))`.execute(
    sqlOf(tx),
  )
  return rows
}

/** Adds people, or changes those that are there; answers how many were written. `version` null adds only. */
export async function upsertPeople(
  tx: Transaction,
  people: readonly (PersonWritten & { readonly version: number | null })[],
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    insert into registry.person as p (authority, id, number, name, employer, unit_county, unit, home, native, postings, skills, roles, rank,
      experience, languages, absences, source, training, mentor, unverified, evidence, version, changed_at)
    select authority, id, number, name, employer, "unitCounty", unit, home, native, nullif(postings, 'null'), skills, roles, rank,
      experience, languages, nullif(absences, 'null'), source, training, mentor, unverified, evidence, coalesce(version, 0) + 1, ${now}
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as n (authority bigint, id uuid, number text, name text, employer text,
      "unitCounty" integer, unit uuid, home bigint, native bigint, postings jsonb, skills text[], roles text[], rank text, experience text,
      languages text[], absences jsonb, source text, training boolean, mentor uuid, unverified text[], evidence jsonb, version integer)
    on conflict (authority, id) do update set number = excluded.number, name = excluded.name, employer = excluded.employer,
      unit_county = excluded.unit_county, unit = excluded.unit, home = excluded.home, native = excluded.native,
      postings = excluded.postings, skills = excluded.skills, roles = excluded.roles, rank = excluded.rank,
      experience = excluded.experience, languages = excluded.languages, absences = excluded.absences, source = excluded.source,
      training = excluded.training, mentor = excluded.mentor, unverified = excluded.unverified, evidence = excluded.evidence,
      version = excluded.version, changed_at = excluded.changed_at
    where p.version = excluded.version - 1
    returning id`.execute(sqlOf(tx))
  return rows.length
}

export async function updatePersonState(
  tx: Transaction,
  person: { readonly authority: number; readonly id: string },
  state: { readonly state: string; readonly reason: string; readonly day: string },
  now: Date,
): Promise<void> {
  await sql`update registry.person set state = ${state.state}, state_reason = ${state.reason}, reviewed_on = ${state.day},
    version = version + 1, changed_at = ${now} where authority = ${person.authority} and id = ${person.id}`.execute(sqlOf(tx))
}

/** Adds an evaluation; answers false where the round has one already. */
export async function appendEvaluation(
  tx: Transaction,
  person: { readonly authority: number; readonly id: string },
  evaluation: Evaluation,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update registry.person set evaluations = evaluations || ${JSON.stringify([evaluation])}::jsonb,
    version = version + 1, changed_at = ${now} where authority = ${person.authority} and id = ${person.id}
    and not evaluations @> ${JSON.stringify([{ round: evaluation.round }])}::jsonb`.execute(sqlOf(tx))
  return Number(numAffectedRows ?? 0) === 1
}

export interface CapacityRow {
  readonly county: number
  readonly people: number
  readonly leaders: number
  readonly seniors: number
  readonly skills: Readonly<Record<string, number>>
}

/** People in the pools of a range of authorities, by the county of their home; people of unknown home are left out. */
export async function selectCapacity(tx: Transaction, lo: number, hi: number): Promise<readonly CapacityRow[]> {
  const { rows } = await sql<CapacityRow>`
    with available as (
      select (home / 1000000)::integer as county, roles, experience, case when skills is null then array['unknown'] else skills end as skills
      from registry.person where authority between ${lo} and ${hi} and state = 'in' and home is not null),
    by_skill as (
      select county, skill, count(*)::integer as people from available, unnest(skills) as skill group by county, skill)
    select county, count(*)::integer as people, count(*) filter (where 'leader' = any (roles))::integer as leaders,
      count(*) filter (where experience = 'senior')::integer as seniors,
      coalesce((select jsonb_object_agg(skill, people) from by_skill where by_skill.county = available.county), '{}') as skills
    from available group by county order by county`.execute(sqlOf(tx))
  return rows
}

/** Gives trainees their mentors; whoever has that mentor already is left alone. */
export async function updateMentors(
  tx: Transaction,
  authority: number,
  pairs: readonly { readonly id: string; readonly mentor: string }[],
): Promise<void> {
  if (pairs.length === 0) return
  await sql`update registry.person p set mentor = n.mentor, version = p.version + 1
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as n (id uuid, mentor uuid)
    where p.authority = ${authority} and p.id = n.id and p.mentor is distinct from n.mentor`.execute(sqlOf(tx))
}
