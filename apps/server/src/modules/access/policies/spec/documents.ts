// Who numbers, issues and reads documents.
import { all, any, derived, holdsAt, ownAccount, ownPerson, type TablePolicy } from '../condition.ts'

const own = holdsAt('authority', 'office', 'leading-group')

export const documentPolicies: readonly TablePolicy[] = [
  { table: 'documents.counter', key: 'authority', select: own, insert: own, update: own },
  {
    table: 'documents.issued',
    key: 'authority',
    select: any(
      own,
      ownPerson('person'),
      derived('partner_letters', { authority: 'authority', id: 'id' }, 'office', 'leading-group'),
    ),
    insert: all(own, ownAccount('issued_by')),
    owner: ['select'],
  },
]
