// Who orders, answers and verifies immediate corrections. The liaison of the place sees the order and its steps; the report that an order
// may have begun with is in `rounds.matter`, for the team and the body that commissions the round.
import { all, any, derived, holdsAt, listed, ownAccount, type TablePolicy } from '../condition.ts'

const target = { authority: 'authority', round: 'round', unit: 'unit' }
const orderedUnit = derived('ordered_targets', target)
const liaisonUnit = derived('liaison_targets', target)
const own = holdsAt('authority', 'office', 'leading-group')

export const correctionPolicies: readonly TablePolicy[] = [
  {
    table: 'rounds.correction',
    key: 'round',
    select: any(own, orderedUnit, liaisonUnit),
    insert: all(orderedUnit, ownAccount('by_account')),
    // The check of a step and of a matter reads its order.
    owner: ['select'],
  },
  {
    table: 'rounds.correction_step',
    key: 'round',
    select: any(own, orderedUnit, liaisonUnit),
    insert: all(
      ownAccount('by_account'),
      any(all(liaisonUnit, listed('kind', 'answer')), all(orderedUnit, listed('kind', 'return', 'verify', 'withdraw'))),
    ),
  },
  {
    table: 'rounds.matter',
    key: 'round',
    select: any(own, orderedUnit),
    insert: all(orderedUnit, ownAccount('by_account')),
    update: orderedUnit,
  },
]
