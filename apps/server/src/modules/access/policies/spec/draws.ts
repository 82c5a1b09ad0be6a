// Who sees and changes a draw: the office that holds it; its published record is for everybody signed in.
import { all, any, empty, holdsAt, listed, not, ownAccount, signedIn, through, type TablePolicy } from '../condition.ts'

const office = holdsAt('authority', 'office')
const own = holdsAt('authority', 'office', 'leading-group')

export const drawPolicies: readonly TablePolicy[] = [
  {
    table: 'rounds.draw',
    key: 'round',
    select: own,
    insert: all(office, ownAccount('asked_by')),
    update: office,
    worker: ['select', 'update'],
    owner: ['select'],
  },
  { table: 'rounds.draw_frozen', key: 'authority', select: office, insert: office, worker: ['select'] },
  {
    table: 'rounds.draw_seat',
    key: 'authority',
    select: any(own, ownAccount('account')),
    insert: office,
    worker: ['select'],
  },
  {
    // What is published is for everybody who is signed in; a withdrawal names a person. Nobody speaks from another's seat.
    table: 'rounds.draw_record',
    key: 'public',
    select: any(own, all(signedIn, not(listed('kind', 'withdrawal')))),
    insert: all(
      ownAccount('by_account'),
      any(all(office, empty('seat')), through('seat', 'rounds.draw_seat', ownAccount('account'))),
    ),
    worker: ['select', 'insert'],
  },
]
