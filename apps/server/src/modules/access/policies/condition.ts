// The words a policy is written in. A condition is data: it becomes SQL for the database and a decision for the oracle.
import type { RoleName } from '@shengmian/contract'

export type Roles = readonly RoleName[]

/** What follows from rounds and orders: each is a set of rows that a function of schema `access` derives from the session. */
export type Derived =
  /** county, unit: inspected units that the account speaks for as head or liaison. */
  | 'own_units'
  /** authority, round, team, unit, place: what the person signed in has an order for, in force now. */
  | 'ordered_targets'
  /** desk, authority: desks of sealed reports of the rounds of such orders. */
  | 'ordered_desks'
  /** authority, round: rounds, once proposed, in which one of the caller's authorities sends or is host. */
  | 'partner_rounds'
  /** authority, round, team: the teams it sends or receives. */
  | 'partner_teams'
  /** authority, round, unit, place: their targets. */
  | 'partner_targets'
  /** authority, id: order letters of the people it sends or receives. */
  | 'partner_letters'
  /** authority, programme: programmes that bind it. */
  | 'addressed_programmes'
  /** authority, round: submitted rounds of bodies within the caller's range. */
  | 'submitted_rounds_below'
  /** authority: bodies whose leading group the account heads now. */
  | 'led_groups'
  /** authority, round, unit, place: targets under way in the place that the account is liaison of. */
  | 'liaison_targets'
  /** lead, authority: leads that the case management of one of the caller's bodies holds, after the step before leads. */
  | 'held_leads'
  /** lead: the one that he opened last, minutes ago. */
  | 'opened_leads'
  /** lead: those whose reporter he may read, since somebody else approved. */
  | 'unsealed_leads'
  /** lead: what he drops in this very transaction. */
  | 'dropping_leads'
  /** authority: bodies whose case management somebody holds. */
  | 'lead_desks'

export type Condition =
  /** Somebody is signed in. */
  | { readonly kind: 'signed-in' }
  /** The 12-digit place in `column` lies in the area of a standing role held now. */
  | { readonly kind: 'covers'; readonly roles: Roles; readonly column: string }
  /** The county of six digits in `column` lies wholly in such an area. */
  | { readonly kind: 'covers-county'; readonly roles: Roles; readonly column: string }
  /** The whole area of the body in `place` and `level` (generated column `area`) lies in such an area. */
  | { readonly kind: 'covers-area'; readonly roles: Roles; readonly place: string; readonly level: string }
  /** The authority in `column` is exactly one at which such a role is held: not one above it. */
  | { readonly kind: 'holds-at'; readonly roles: Roles; readonly column: string }
  | { readonly kind: 'own-account'; readonly column: string }
  | { readonly kind: 'own-person'; readonly column: string }
  /** The row's columns equal those of a derived row: column of the table → column of the derived row. */
  | { readonly kind: 'derived'; readonly from: Derived; readonly roles: Roles; readonly match: Readonly<Record<string, string>> }
  /** The place in `column` lies where the person signed in is recused. */
  | { readonly kind: 'recused'; readonly column: string }
  | { readonly kind: 'listed'; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'empty'; readonly column: string }
  /** `column` names a row of `table` that the caller can see and for which `when` holds. */
  | { readonly kind: 'through'; readonly column: string; readonly table: string; readonly when: Condition }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  /** Holds where the inner condition is false or unknown. */
  | { readonly kind: 'not'; readonly of: Condition }

export type Command = 'select' | 'insert' | 'update' | 'delete'

/** `app` serves requests, `lead` those about leads. */
export type Door = 'app' | 'lead'

/** Who may do what with the rows of one table. A command that is not named is refused to the application. */
export interface TablePolicy {
  /** `schema.table`. */
  readonly table: string
  /** What a row belongs to. */
  readonly key: 'county' | 'authority' | 'person' | 'account' | 'round' | 'lead' | 'public' | 'closed'
  /** The database roles that come with a session: the application, unless another is named. */
  readonly doors?: readonly Door[]
  readonly select?: Condition
  readonly insert?: Condition
  readonly update?: Condition
  readonly delete?: Condition
  /** Refuses a row whatever else allows it: a restrictive policy. */
  readonly except?: Condition
  /** Commands of the other roles, on every row: jobs, sign-in, and the functions that derive rights. */
  readonly worker?: readonly Command[]
  readonly auth?: readonly Command[]
  readonly audit?: readonly Command[]
  readonly intake?: readonly Command[]
  readonly owner?: readonly Command[]
}

export const signedIn: Condition = { kind: 'signed-in' }
export const covers = (column: string, ...roles: Roles): Condition => ({ kind: 'covers', roles, column })
export const coversArea = (place: string, level: string, ...roles: Roles): Condition => ({
  kind: 'covers-area',
  roles,
  place,
  level,
})
export const holdsAt = (column: string, ...roles: Roles): Condition => ({ kind: 'holds-at', roles, column })
export const ownAccount = (column: string): Condition => ({ kind: 'own-account', column })
export const ownPerson = (column: string): Condition => ({ kind: 'own-person', column })
export const derived = (from: Derived, match: Readonly<Record<string, string>>, ...roles: Roles): Condition => ({
  kind: 'derived',
  from,
  roles,
  match,
})
export const recused = (column: string): Condition => ({ kind: 'recused', column })
export const listed = (column: string, ...values: readonly string[]): Condition => ({ kind: 'listed', column, values })
export const empty = (column: string): Condition => ({ kind: 'empty', column })
export const through = (column: string, table: string, when: Condition): Condition => ({ kind: 'through', column, table, when })
export const all = (...of: readonly Condition[]): Condition => ({ kind: 'all', of })
export const any = (...of: readonly Condition[]): Condition => ({ kind: 'any', of })
export const not = (of: Condition): Condition => ({ kind: 'not', of })
