// Who sees and changes duties, contacts and what a team needs on the spot.
import { all, any, covers, derived, holdsAt, listed, ownAccount, type TablePolicy } from '../condition.ts'

const office = holdsAt('authority', 'office')
const group = holdsAt('authority', 'leading-group')
const own = holdsAt('authority', 'office', 'leading-group')
/** Nobody commissions an inspection of a place beyond his own range. */
const withinRange = covers('place', 'office')
const target = { authority: 'authority', round: 'round', unit: 'unit' }
const orderedUnit = derived('ordered_targets', target)
const liaisonUnit = derived('liaison_targets', target)
const orderedPlace = derived('ordered_targets', { authority: 'authority', unit: 'unit' })
const liaisonPlace = derived('liaison_targets', { authority: 'authority', unit: 'unit' })

export const liaisonPolicies: readonly TablePolicy[] = [
  // Duties and contacts. A team calls the people of the body that ordered it; whoever is named sees his own row.
  {
    table: 'rounds.charge',
    key: 'authority',
    select: any(own, ownAccount('account'), derived('ordered_targets', { authority: 'authority' })),
    insert: all(office, withinRange, ownAccount('recorded_by')),
    update: office,
    owner: ['select'],
  },
  {
    table: 'rounds.liaison_message',
    key: 'account',
    select: any(own, ownAccount('account')),
    insert: all(office, ownAccount('recorded_by')),
    update: ownAccount('account'),
  },
  {
    table: 'rounds.arrangement',
    key: 'round',
    select: any(own, orderedUnit, liaisonUnit),
    insert: all(any(office, orderedUnit), ownAccount('recorded_by')),
    update: any(office, orderedUnit, liaisonUnit),
    owner: ['select'],
  },
  {
    table: 'rounds.local_note',
    key: 'authority',
    select: any(own, orderedPlace, liaisonPlace),
    insert: any(all(office, withinRange), liaisonPlace),
    update: any(all(office, withinRange), liaisonPlace),
  },
  {
    // Handed in by the office; the last word is the leader's own.
    table: 'rounds.report_step',
    key: 'round',
    select: own,
    insert: all(
      ownAccount('by_account'),
      any(
        all(office, listed('event', 'submit')),
        all(own, listed('event', 'review', 'return')),
        all(group, derived('led_groups', { authority: 'authority' }), listed('event', 'approve')),
      ),
    ),
  },
  { table: 'rounds.duty_matrix', key: 'authority', select: own, insert: all(office, ownAccount('by_account')) },
]
