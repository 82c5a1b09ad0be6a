// The guards inside the functions that derive rights, each with tables where its absence would show.

export interface Guard {
  readonly in: string
  readonly guard: string
  readonly seenIn: readonly string[]
  /** What would show it; reading, unless said otherwise. */
  readonly command?: 'insert'
}

const ORDERED = ['rounds.target', 'registry.dossier']
const PARTNER = ['rounds.team', 'rounds.round']
const ownUnits = 'access.own_units()'
const granted = 'access.granted_roles(uuid)'
/** Of the account's own roles, and of those lent to it. */
const HELD = [
  'r.account = holder',
  'r.revoked_at is null',
  'r.valid @> access.clock()',
  '(r.granted_by is null or r.approved_by is not null)',
  'l.account = d.from_account',
  'd.to_account = holder',
  'd.approved_by is not null',
  'd.revoked_at is null',
  'd.valid @> access.clock()',
  'l.revoked_at is null',
  'l.valid @> access.clock()',
  '(l.granted_by is null or l.approved_by is not null)',
  'a.disabled_at is null',
]
const STANDING = ['registry.person', 'rounds.plan', 'registry.objection', 'rounds.round', 'registry.dossier']

const EMERGENCY = ['e.account = holder', 'e.confirmed_by <> e.account', 'e.ended_at is null', 'e.ends_at > access.clock()']

export const GUARDS: readonly Guard[] = [
  { in: 'access.session_account()', guard: 's.expires_at > access.clock()', seenIn: ['registry.unit'] },
  { in: 'access.session_account()', guard: 'a.disabled_at is null', seenIn: ['registry.unit'] },
  { in: 'access.session_account()', guard: 'not s.awaits_second', seenIn: ['registry.unit'] },
  { in: 'access.session_account()', guard: 'not s.awaits_passphrase', seenIn: ['registry.unit'] },
  { in: 'access.session_account()', guard: 'not s.awaits_factor', seenIn: ['registry.unit'] },
  { in: 'access.session_account()', guard: 's.locked_at is null', seenIn: ['registry.unit'] },
  { in: 'access.session_account()', guard: `s.updated_at > access.clock() - interval '10 minutes'`, seenIn: ['registry.unit'] },
  ...HELD.map((guard) => ({ in: granted, guard, seenIn: STANDING })),
  ...EMERGENCY.map((guard) => ({ in: 'access.emergency_of(uuid)', guard, seenIn: STANDING })),
  { in: ownUnits, guard: `h.role in ('inspected-head', 'inspected-liaison')`, seenIn: ['registry.objection'] },
  { in: 'access.recused_from(uuid)', guard: 'q.person = who', seenIn: ['registry.dossier', 'registry.official'] },
  {
    in: 'access.recused_from(uuid)',
    guard: 'q.lifted_at is null',
    seenIn: ['registry.dossier', 'registry.official', 'registry.dossier_section'],
  },
  { in: 'access.ordered_targets()', guard: 'o.person = (select access.person_id())', seenIn: ORDERED },
  { in: 'access.ordered_targets()', guard: 'o.revoked_at is null', seenIn: ORDERED },
  { in: 'access.ordered_targets()', guard: 'o.valid @> access.clock()', seenIn: ORDERED },
  { in: 'access.ordered_targets()', guard: `r.state in ('authorised', 'running', 'reporting')`, seenIn: ORDERED },
  { in: 'access.ordered_targets()', guard: 'not t.place <@ (select access.recused())', seenIn: ORDERED },
  { in: 'access.ordered_desks()', guard: 't.authority = d.authority', seenIn: ['intake.release', 'intake.desk'] },
  { in: 'access.ordered_desks()', guard: 't.round = d.round', seenIn: ['intake.release', 'intake.desk'] },
  { in: 'access.partner_teams(text[])', guard: `r.state <> 'draft'`, seenIn: PARTNER },
  {
    in: 'access.partner_teams(text[])',
    guard: 'array[t.sending, t.host, r.sending, r.host] && (select access.authorities(variadic wanted))',
    seenIn: PARTNER,
  },
  { in: 'access.partner_rounds(text[])', guard: `r.state <> 'draft'`, seenIn: PARTNER },
  {
    in: 'access.partner_rounds(text[])',
    guard: 'array[r.sending, r.host] && (select access.authorities(variadic wanted))',
    seenIn: PARTNER,
  },
  { in: 'access.partner_targets(text[])', guard: `r.state <> 'draft'`, seenIn: ['rounds.target'] },
  {
    in: 'access.partner_targets(text[])',
    guard: 'array[r.sending, r.host] && (select access.authorities(variadic wanted))',
    seenIn: ['rounds.target'],
  },
  { in: 'access.partner_letters(text[])', guard: `d.kind = 'engagement-order'`, seenIn: ['documents.issued'] },
  {
    in: 'access.partner_letters(text[])',
    guard: 'array[o.sending, o.host] && (select access.authorities(variadic wanted))',
    seenIn: ['documents.issued'],
  },
  {
    in: 'access.addressed_programmes(text[])',
    guard: 'b.body = any ((select access.authorities(variadic wanted))::bigint[])',
    seenIn: ['rounds.programme'],
  },
  { in: 'access.submitted_rounds_below(text[])', guard: `r.state <> 'draft'`, seenIn: ['rounds.section'] },
  {
    in: 'access.submitted_rounds_below(text[])',
    guard: 'r.authority <@ (select access.scopes(variadic wanted))',
    seenIn: ['rounds.section'],
  },
  ...['c.account = (select access.account_id())', `c.kind = 'group-leader'`, 'c.revoked_at is null'].map((guard) => ({
    in: 'access.led_groups()',
    guard,
    seenIn: ['rounds.report_step'],
    command: 'insert' as const,
  })),
  ...[
    'c.account = (select access.account_id())',
    `c.kind = 'liaison'`,
    'c.revoked_at is null',
    't.authority = c.authority',
    't.place <@ c.area',
    `r.state in ('authorised', 'running', 'reporting')`,
  ].map((guard) => ({ in: 'access.liaison_targets()', guard, seenIn: ['rounds.arrangement', 'rounds.local_note'] })),
  { in: 'access.leads_until()', guard: 's.leads_until > access.clock()', seenIn: ['leads.lead'] },
  {
    in: 'access.held_leads()',
    guard: `h.body = any ((select access.authorities('case-management'))::bigint[])`,
    seenIn: ['leads.lead'],
  },
  { in: 'access.held_leads()', guard: '(select access.leads_until()) is not null', seenIn: ['leads.lead'] },
  { in: 'access.held_leads()', guard: 'not l.place <@ (select access.recused())', seenIn: ['leads.lead'] },
  { in: 'access.opened_leads()', guard: 'p.account = (select access.account_id())', seenIn: ['leads.content'] },
  { in: 'access.opened_leads()', guard: `o.opened_at > access.clock() - interval '15 minutes'`, seenIn: ['leads.content'] },
  { in: 'access.opened_leads()', guard: 'o.lead in (select h.lead from access.held_leads() h)', seenIn: ['leads.content'] },
  { in: 'access.unsealed_leads()', guard: 'u.asked_by = (select access.account_id())', seenIn: ['leads.reporter'] },
  { in: 'access.unsealed_leads()', guard: 'u.approved_by <> u.asked_by', seenIn: ['leads.reporter'] },
  { in: 'access.unsealed_leads()', guard: `u.approved_at > access.clock() - interval '15 minutes'`, seenIn: ['leads.reporter'] },
  { in: 'access.unsealed_leads()', guard: 'u.lead in (select h.lead from access.held_leads() h)', seenIn: ['leads.reporter'] },
  {
    in: 'access.dropping_leads()',
    guard: 'l.dropped_by = (select access.account_id())',
    seenIn: ['leads.content'],
    command: 'insert',
  },
  { in: 'access.dropping_leads()', guard: 'l.dropped_at = access.clock()', seenIn: ['leads.content'], command: 'insert' },
  { in: 'access.lead_desks()', guard: `r.role = 'case-management'`, seenIn: ['leads.custody'], command: 'insert' },
  { in: 'access.lead_desks()', guard: 'r.revoked_at is null', seenIn: ['leads.custody'], command: 'insert' },
  {
    in: 'access.lead_desks()',
    guard: '(r.granted_by is null or r.approved_by is not null)',
    seenIn: ['leads.custody'],
    command: 'insert',
  },
  { in: 'access.lead_desks()', guard: 'r.valid @> access.clock()', seenIn: ['leads.custody'], command: 'insert' },
]

/** The text of a function with one guard made true. Throws when the guard is not there, so that the list stays honest. */
export function withoutGuard(text: string, guard: string): string {
  if (!text.includes(guard)) throw new Error(`the function has no guard "${guard}"`)
  return text.replaceAll(guard, 'true')
}
