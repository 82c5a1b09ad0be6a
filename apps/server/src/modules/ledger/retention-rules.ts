// How long records are kept: the periods that hold unless an installation's own file says otherwise, and from which day each counts.
// A kind is here only if its rows can be destroyed alone; what is not here is kept.
import { existsSync, readFileSync } from 'node:fs'
import type { RetentionKind } from '@shengmian/contract'

export interface RetentionRule {
  readonly kind: RetentionKind
  readonly table: string
  readonly years: number
  readonly basis: string
  /** Not confirmed by a line of the installation's own file. */
  readonly isDefault: boolean
}

/** How the rows `r` of a kind are read: their name, the day their period begins (null: not yet), and the places they belong to. */
export interface KindSql {
  readonly label: string
  readonly since: string
  readonly area: string
  /** Where the rows come from, if not from their table under the caller's rights, and their key there. */
  readonly from?: { readonly rows: string; readonly key: string }
}

const ofAuthority = `int8range(r.authority, r.authority, '[]')`
const ofCounty = `int8range(r.county::bigint * 1000000, (r.county::bigint + 1) * 1000000)`

/** Of the leads that the caller's case management holds, those that still have this part. */
function ofDesk(part: 'has_content' | 'has_reporter'): Pick<KindSql, 'area' | 'from'> {
  return {
    area: 'null::int8range',
    from: { rows: `(select * from access.kept_leads() k where k.${part})`, key: 'array[r.lead::text]' },
  }
}

export const KINDS: Readonly<Record<RetentionKind, KindSql>> = {
  // Only what recusal asks for, and recusal asks no more once the person has left the pool.
  tie: {
    label: `(select p.name from registry.person p where p.authority = r.authority and p.id = r.person) || ' — ' || r.other_name`,
    since: `(select p.changed_at::date from registry.person p where p.authority = r.authority and p.id = r.person and p.state = 'out')`,
    area: ofAuthority,
  },
  // A change after the leaving lets the period begin anew. What refers to the person goes first; offices, who alone are asked, see all of it.
  person: {
    label: 'r.name',
    since: `case when r.state = 'out'
      and not exists (select from registry.tie t where t.authority = r.authority and t.person = r.id)
      and not exists (select from registry.person m where m.authority = r.authority and m.mentor = r.id) then r.changed_at::date end`,
    area: ofAuthority,
  },
  official: {
    label: `r.name || ' ' || r.title`,
    since: `(pg_catalog.to_date(r.until, 'YYYY-MM') + interval '1 month')::date`,
    area: ofCounty,
  },
  'cooperation-event': { label: 'r.title', since: 'r.ends', area: ofAuthority },
  recusal: {
    label: `coalesce((select p.name from registry.person p where p.id = r.person), '') || ' — ' || r.basis`,
    since: 'r.lifted_at::date',
    area: ofAuthority,
  },
  // One that stands bars its person for as long as he can be sent.
  objection: {
    label: `coalesce((select p.name from registry.person p where p.id = r.person), '') || ' — ' || r.why`,
    since: `case when r.state = 'withdrawn' then r.day
      else (select p.changed_at::date from registry.person p where p.id = r.person and p.state = 'out') end`,
    area: ofCounty,
  },
  'engagement-order': {
    label: 'r.number',
    since: `least(pg_catalog.upper(r.valid), r.revoked_at)::date`,
    area: ofAuthority,
  },
  // Known by its number alone: what it says stays sealed to whoever erases it. Its book of hand-overs and openings is kept.
  lead: { label: 'r.number', since: 'r.since', ...ofDesk('has_content') },
  reporter: { label: 'r.number', since: 'r.since', ...ofDesk('has_reporter') },
  // The passphrase of a closed account; second factors, links and the book of sign-ins go with it, and the name stays.
  'ways-in': {
    label: `(select a.name || ' ' || a.username from access.account a where a.id = r.account)`,
    since: `(select a.disabled_at::date from access.account a where a.id = r.account)`,
    area: `(select a.area from access.account a where a.id = r.account)`,
  },
}

const PERSONAL = '个人信息保护法第十九条、第四十七条：处理目的已实现，保存期限届满'

const DOCUMENTS = '机关文件材料归档范围和文书档案保管期限规定：定期10年，保管期限届满并经鉴定'

const defaults: readonly Omit<RetentionRule, 'isDefault'>[] = [
  { kind: 'tie', table: 'registry.tie', years: 3, basis: PERSONAL },
  { kind: 'person', table: 'registry.person', years: 5, basis: PERSONAL },
  { kind: 'official', table: 'registry.official', years: 5, basis: PERSONAL },
  {
    kind: 'cooperation-event',
    table: 'rounds.cooperation_event',
    years: 10,
    basis: DOCUMENTS,
  },
  { kind: 'recusal', table: 'access.recusal', years: 5, basis: PERSONAL },
  { kind: 'objection', table: 'registry.objection', years: 5, basis: PERSONAL },
  { kind: 'engagement-order', table: 'access.engagement_order', years: 10, basis: DOCUMENTS },
  { kind: 'lead', table: 'leads.content', years: 10, basis: DOCUMENTS },
  { kind: 'reporter', table: 'leads.reporter', years: 3, basis: PERSONAL },
  { kind: 'ways-in', table: 'access.credential', years: 3, basis: PERSONAL },
]

/** What holds until the body's archivist has said otherwise, kind by kind. */
export const DEFAULT_RULES: readonly RetentionRule[] = defaults.map((rule) => ({ ...rule, isDefault: true }))

/** The rules in force: lines `keep KIND YEARS BASIS` of the file, the defaults for kinds it does not name. @throws Error naming the line that cannot be read */
export function readRetentionRules(file: string): readonly RetentionRule[] {
  const rules = new Map(DEFAULT_RULES.map((rule) => [rule.kind as string, rule]))
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  for (const [k, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, kind = '', years = '', basis = ''] = /^keep (\S+) (\d{1,3}) (\S.{1,900})$/.exec(line.trim()) ?? []
    const rule = rules.get(kind)
    if (rule === undefined || Number(years) < 1 || Number(years) > 100)
      throw new Error(
        `${file}:${k + 1}: expected "keep KIND YEARS BASIS", KIND one of ${[...rules.keys()].join(', ')}, YEARS from 1 to 100`,
      )
    rules.set(kind, { ...rule, years: Number(years), basis, isDefault: false })
  }
  return [...rules.values()]
}
