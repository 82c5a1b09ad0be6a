// Who builds questionnaires (the office of the round), who enters sheets (the office, and who is ordered to the village), who reads.
import { all, any, derived, holdsAt, ownAccount, type TablePolicy } from '../condition.ts'

const office = holdsAt('authority', 'office')
const own = holdsAt('authority', 'office', 'leading-group')
const orderedRound = derived('ordered_targets', { authority: 'authority', round: 'round' })
const orderedUnit = derived('ordered_targets', { authority: 'authority', round: 'round', unit: 'unit' })

export const questionnairePolicies: readonly TablePolicy[] = [
  {
    table: 'rounds.questionnaire',
    key: 'round',
    select: any(own, orderedRound),
    insert: all(office, ownAccount('created_by')),
    update: office,
  },
  {
    table: 'rounds.questionnaire_version',
    key: 'round',
    select: any(own, orderedRound),
    insert: all(office, ownAccount('by_account')),
  },
  {
    table: 'rounds.survey_closing',
    key: 'round',
    select: any(own, orderedRound),
    insert: all(office, ownAccount('by_account')),
  },
  {
    table: 'rounds.questionnaire_batch',
    key: 'round',
    select: any(own, orderedUnit),
    insert: all(office, ownAccount('by_account')),
  },
  {
    table: 'rounds.answer_sheet',
    key: 'round',
    select: any(own, orderedUnit),
    insert: all(any(office, orderedUnit), ownAccount('entered_by')),
    update: any(office, orderedUnit),
  },
  {
    table: 'rounds.side_review',
    key: 'round',
    select: any(own, orderedUnit),
    insert: all(office, ownAccount('by_account')),
  },
]
