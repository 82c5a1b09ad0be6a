// Who drops a lead, who reads it, and who opens the name of a reporter. All of it lies behind a door of its own: the application
// that serves everything else reaches none of these tables.
import { all, any, covers, derived, empty, not, ownAccount, type TablePolicy } from '../condition.ts'

const doors = ['lead'] as const
/** Case management of the body that holds the lead now, after the step before leads. A hand-over ends it for the giver. */
const held = derived('held_leads', { lead: 'lead' })
const heldBy = derived('held_leads', { lead: 'lead', authority: 'authority' })
/** A part joins its lead in the transaction that drops it, and never later. */
const dropping = derived('dropping_leads', { lead: 'lead' })

export const leadPolicies: readonly TablePolicy[] = [
  {
    table: 'leads.lead',
    key: 'lead',
    doors,
    select: derived('held_leads', { id: 'lead' }),
    // Whoever inspects the target under an order in force. He does not see the row again.
    insert: all(
      derived('ordered_targets', { authority: 'authority', round: 'round', unit: 'unit', place: 'place' }),
      ownAccount('dropped_by'),
    ),
    owner: ['select'],
  },
  {
    table: 'leads.custody',
    key: 'lead',
    doors,
    select: held,
    insert: all(held, ownAccount('given_by'), derived('lead_desks', { body: 'authority' })),
    owner: ['select'],
  },
  {
    table: 'leads.opening',
    key: 'lead',
    doors,
    // The audit administrator reads who opened what, when and why; of the lead itself he reads nothing.
    select: any(held, covers('authority', 'audit-admin')),
    insert: all(heldBy, ownAccount('account')),
    owner: ['select'],
  },
  {
    table: 'leads.unsealing',
    key: 'lead',
    doors,
    select: any(held, covers('authority', 'audit-admin')),
    insert: all(heldBy, ownAccount('asked_by'), empty('approved_by')),
    update: all(held, not(ownAccount('asked_by'))),
    owner: ['select'],
  },
  { table: 'leads.content', key: 'lead', doors, select: derived('opened_leads', { lead: 'lead' }), insert: dropping },
  { table: 'leads.reporter', key: 'lead', doors, select: derived('unsealed_leads', { lead: 'lead' }), insert: dropping },
]
