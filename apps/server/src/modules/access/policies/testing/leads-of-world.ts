// The rows of the leads in a world: dropped under orders, handed on, opened, unsealed; and now and then not quite.
import type { Row } from '../oracle.ts'
import type { Entities } from './entities.ts'
import { NOW } from './values.ts'

const MINUTE = 60_000

export function relatedLead(
  table: string,
  row: Record<string, unknown>,
  entities: Entities,
  made: ReadonlyMap<string, readonly Row[]>,
): Row {
  const { pick, chance, accounts, people, bodies, places, units, rounds } = entities
  const account = () => pick(chance(0.6) ? accounts.slice(0, 6) : accounts)
  const at = (...minutes: readonly number[]) => new Date(NOW - pick(minutes) * MINUTE).toISOString()
  if (table === 'leads.lead') {
    const order = chance(0.7) ? pick(made.get('access.engagement_order') ?? []) : undefined
    const person = accounts[people.indexOf(String(order?.['person']))]
    const lead = {
      ...row,
      ...Object.fromEntries(['authority', 'round', 'unit', 'place'].map((name) => [name, order?.[name] ?? row[name]])),
      dropped_by: person !== undefined && chance(0.7) ? person : account(),
      dropped_at: at(0, 0, 60),
    }
    const wrong = { authority: pick(bodies).authority, round: pick(rounds).round, unit: pick(units).unit, place: pick(places) }
    const name = pick(['authority', 'round', 'unit', 'place'] as const)
    return chance(0.4) ? { ...lead, [name]: wrong[name] } : lead
  }
  // Parts that somebody opened are what their policies decide about.
  const opened = table === 'leads.content' ? 'leads.opening' : table === 'leads.reporter' ? 'leads.unsealing' : null
  const known = opened !== null && chance(0.7) ? pick(latest(made.get(opened) ?? [])) : null
  const leads = made.get('leads.lead') ?? []
  const lead = leads.find((candidate) => candidate['id'] === known?.['lead']) ?? pick(leads)
  const custody = (made.get('leads.custody') ?? []).findLast((candidate) => candidate['lead'] === lead?.['id'])
  const holder = custody?.['body'] ?? lead?.['authority']
  const desks = (made.get('access.standing_role') ?? []).filter((role) => role['role'] === 'case-management')
  const keepers = desks.flatMap((role) =>
    role['authority'] === holder && typeof role['account'] === 'string' ? [role['account']] : [],
  )
  const keeper = () => (keepers.length > 0 && chance(0.8) ? pick(keepers) : account())
  const asked = keeper()
  const approved = chance(0.7)
  return {
    ...row,
    lead: lead?.['id'] ?? null,
    authority: chance(0.8) ? holder : pick(bodies).authority,
    body: chance(0.6) ? (pick(desks)?.['authority'] ?? null) : pick(bodies).authority,
    given_by: keeper(),
    account: keeper(),
    // as often too long ago as not, so that the quarter of an hour decides something
    opened_at: at(1, 20),
    asked_by: asked,
    approved_by: approved ? (chance(0.4) ? asked : account()) : null,
    approved_at: approved ? at(1, 1, 20) : null,
  }
}

/** Of every account its last row: an opening closes the one before. */
function latest(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row['account'] ?? row['id'], row])).values()]
}
