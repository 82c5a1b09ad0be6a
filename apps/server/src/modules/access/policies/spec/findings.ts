// Who writes and reads findings: whoever is ordered to the target, inside his window; the commissioning office and its leading group read.
import { all, any, derived, holdsAt, ownAccount, type TablePolicy } from '../condition.ts'

const orderedUnit = derived('ordered_targets', { authority: 'authority', round: 'round', unit: 'unit' })
const own = holdsAt('authority', 'office', 'leading-group')

export const findingPolicies: readonly TablePolicy[] = ['rounds.finding', 'rounds.finding_source'].map((table) => ({
  table,
  key: 'round',
  select: any(own, orderedUnit),
  insert: all(orderedUnit, ownAccount('by_account')),
  update: orderedUnit,
  // The check of a source reads its finding.
  owner: ['select'],
}))
