// Who sees and changes the plans of years: the office that plans, and upper offices, to whom the five-year plan is reported.
import { all, covers, holdsAt, ownAccount, type TablePolicy } from '../condition.ts'

const office = holdsAt('authority', 'office')
const own = holdsAt('authority', 'office', 'leading-group')
/** Nobody commissions an inspection of a place beyond his own range. */
const withinRange = covers('place', 'office')

export const termPolicies: readonly TablePolicy[] = [
  // The five-year plan is reported upwards, so upper offices read it.
  {
    table: 'rounds.term_plan',
    key: 'authority',
    select: covers('authority', 'office', 'leading-group'),
    insert: all(office, ownAccount('created_by')),
    update: office,
    owner: ['select'],
  },
  {
    table: 'rounds.term_item',
    key: 'county',
    select: covers('authority', 'office', 'leading-group'),
    insert: office,
    update: office,
    delete: office,
  },
  {
    table: 'rounds.blackout',
    key: 'authority',
    select: covers('authority', 'office', 'leading-group'),
    insert: all(office, ownAccount('by_account')),
    update: office,
    delete: office,
  },
  {
    table: 'rounds.term_calendar',
    key: 'authority',
    select: covers('authority', 'office', 'leading-group'),
    insert: office,
    update: office,
  },
  {
    table: 'rounds.calendar_wish',
    key: 'county',
    select: covers('authority', 'office', 'leading-group'),
    insert: all(office, withinRange),
    update: all(office, withinRange),
    delete: office,
  },
  {
    table: 'rounds.urgency_decision',
    key: 'authority',
    select: own,
    insert: all(office, withinRange, ownAccount('by_account')),
    update: office,
  },
  {
    table: 'rounds.calendar_proposal',
    key: 'authority',
    select: covers('authority', 'office', 'leading-group'),
    insert: all(office, ownAccount('asked_by')),
    update: office,
    worker: ['select', 'update'],
  },
  {
    table: 'rounds.calendar_version',
    key: 'authority',
    select: covers('authority', 'office', 'leading-group'),
    insert: all(office, ownAccount('by_account')),
    worker: ['select', 'insert'],
  },
]
