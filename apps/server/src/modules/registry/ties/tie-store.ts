import { sql } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { Transaction } from '../../../platform/transaction.ts'

type OtherKind = 'person' | 'official' | 'unit' | 'outsider'

export interface TieWritten {
  readonly authority: number
  readonly id: string
  readonly person: string
  readonly otherKind: OtherKind
  readonly other: string | null
  readonly otherAuthority: number | null
  readonly otherCounty: number | null
  readonly otherName: string
  readonly kind: string
  readonly degree: string | null
  readonly class: 'interest' | 'kinship' | 'friendship'
  readonly strength: number
  readonly from: string | null
  readonly to: string | null
  readonly detail: string | null
  readonly source: string
  readonly day: string
}

export interface TieRow extends TieWritten {
  readonly matchKey: string
  readonly review: 'declared' | 'confirmed' | 'refuted'
  readonly reviewedBy: string | null
  readonly reviewNote: string | null
  readonly state: 'active' | 'withdrawn'
  readonly recordedAt: Date
}

const columns = sql`t.authority, t.id, t.person, t.other_kind as "otherKind", t.other, t.other_authority as "otherAuthority",
  t.other_county as "otherCounty", t.other_name as "otherName", t.match_key as "matchKey", t.kind, t.degree, t.class, t.strength,
  t.since as "from", t.until as "to", t.detail, t.source, t.day::text, t.review, t.reviewed_by as "reviewedBy", t.review_note as "reviewNote",
  t.state, t.recorded_at as "recordedAt"`

/** The ties of people, in the order in which they were declared. */
export async function selectTies(tx: Transaction, authority: number, people: readonly string[]): Promise<readonly TieRow[]> {
  const { rows } =
    await sql<TieRow>`select ${columns} from registry.tie t where t.authority = ${authority} and t.person = any (${people}::uuid[])
    order by t.person, t.day, t.id`.execute(sqlOf(tx))
  return rows
}

/** All live ties of a pool, for the export. */
export async function selectTiesOfPool(tx: Transaction, authority: number): Promise<readonly TieRow[]> {
  const { rows } = await sql<TieRow>`select ${columns} from registry.tie t where t.authority = ${authority} and t.state = 'active'
    order by t.person, t.day, t.id limit 200000`.execute(sqlOf(tx))
  return rows
}

/** Live ties that touch one of these ends: people and officials by id, outsiders as `@` and their name. Refuted ones are none. */
export async function selectTiesTouching(tx: Transaction, ends: readonly string[]): Promise<readonly TieRow[]> {
  const ids = ends.filter((end) => !end.startsWith('@'))
  const names = ends.filter((end) => end.startsWith('@'))
  const { rows } = await sql<TieRow>`select ${columns} from registry.tie t
    where (t.person = any (${ids}::uuid[]) or t.other = any (${ids}::uuid[]) or (t.other is null and t.match_key = any (${names}::text[])))
      and t.state = 'active' and t.review <> 'refuted'
    order by t.authority, t.id`.execute(sqlOf(tx))
  return rows
}

export async function upsertTies(tx: Transaction, ties: readonly TieWritten[], by: string, now: Date): Promise<void> {
  await sql`insert into registry.tie as t (authority, id, person, other_kind, other, other_authority, other_county, other_name, kind, degree, class,
      strength, since, until, detail, source, day, recorded_by, recorded_at)
    select authority, id, person, "otherKind", other, "otherAuthority", "otherCounty", "otherName", kind, degree, class, strength, "from", "to",
      detail, source, day, ${by}, ${now} from jsonb_to_recordset(${JSON.stringify(ties)}::jsonb) as n (authority bigint, id uuid, person uuid,
      "otherKind" text, other uuid, "otherAuthority" bigint, "otherCounty" integer, "otherName" text, kind text, degree text, class text,
      strength smallint, "from" text, "to" text, detail text, source text, day date)
    on conflict (authority, id) do update set strength = excluded.strength, since = excluded.since, until = excluded.until,
      detail = excluded.detail, source = excluded.source, day = excluded.day, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at
    where t.person = excluded.person`.execute(sqlOf(tx))
}

export async function updateTieReview(
  tx: Transaction,
  tie: Pick<TieRow, 'authority' | 'id'>,
  review: { readonly review: 'confirmed' | 'refuted'; readonly by: string; readonly note: string },
): Promise<void> {
  await sql`update registry.tie set review = ${review.review}, reviewed_by = ${review.by}, review_note = ${review.note}
    where authority = ${tie.authority} and id = ${tie.id}`.execute(sqlOf(tx))
}

export async function markTieWithdrawn(tx: Transaction, tie: Pick<TieRow, 'authority' | 'id'>, reason: string): Promise<void> {
  await sql`update registry.tie set state = 'withdrawn', state_reason = ${reason}
    where authority = ${tie.authority} and id = ${tie.id}`.execute(sqlOf(tx))
}
