// Who sees and changes rounds: the commissioning body whole, senders and hosts their slice once it is proposed, the upper office
// only what is addressed to it (its summaries come from rounds.summaries()), inspectors what they are ordered to.
import {
  all,
  any,
  covers,
  derived,
  holdsAt,
  listed,
  not,
  ownAccount,
  ownPerson,
  signedIn,
  through,
  type Condition,
  type TablePolicy,
} from '../condition.ts'

const office = holdsAt('authority', 'office')
const group = holdsAt('authority', 'leading-group')
const own = holdsAt('authority', 'office', 'leading-group')
const partner = (round: string): Condition =>
  derived('partner_rounds', { authority: 'authority', [round]: 'round' }, 'office', 'leading-group')
const partnerTeam = (team: string): Condition =>
  derived('partner_teams', { authority: 'authority', [team]: 'team' }, 'office', 'leading-group')
const orderedRound = (round: string): Condition => derived('ordered_targets', { authority: 'authority', [round]: 'round' })
const orderedTeam = (team: string): Condition =>
  derived('ordered_targets', { authority: 'authority', round: 'round', [team]: 'team' })
const addressed = (programme: string): Condition =>
  derived('addressed_programmes', { authority: 'authority', [programme]: 'programme' }, 'office', 'leading-group')
/** Nobody commissions an inspection of a place beyond his own range. */
const withinRange = covers('place', 'office')
const kept = (table: string): TablePolicy => ({ table, key: 'authority', select: own, insert: own })

export const roundPolicies: readonly TablePolicy[] = [
  { table: 'rounds.step', key: 'public', select: signedIn, worker: ['select'], owner: ['select', 'insert', 'update', 'delete'] },
  {
    table: 'rounds.round',
    key: 'round',
    select: any(own, partner('id'), orderedRound('id')),
    insert: all(office, ownAccount('created_by')),
    update: own,
    worker: ['select'],
    owner: ['select'],
  },
  {
    table: 'rounds.round_event',
    key: 'round',
    select: any(own, partner('round'), orderedRound('round')),
    insert: all(own, ownAccount('by_account')),
  },
  {
    table: 'rounds.extension',
    key: 'round',
    select: any(own, partner('round'), orderedRound('round')),
    insert: all(own, ownAccount('asked_by')),
    update: all(group, not(ownAccount('asked_by'))),
  },
  {
    table: 'rounds.target',
    key: 'county',
    select: any(
      own,
      derived('partner_targets', { authority: 'authority', round: 'round', unit: 'unit' }, 'office', 'leading-group'),
      derived('ordered_targets', { authority: 'authority', round: 'round', unit: 'unit' }),
    ),
    insert: all(office, withinRange),
    update: any(all(office, withinRange), group),
    delete: office,
    owner: ['select'],
  },
  {
    table: 'rounds.candidate',
    key: 'county',
    select: own,
    insert: all(office, withinRange),
    update: all(office, withinRange),
    delete: office,
  },
  {
    table: 'rounds.team',
    key: 'round',
    select: any(own, partnerTeam('id'), orderedTeam('id')),
    insert: office,
    update: own,
    delete: office,
    owner: ['select'],
  },
  { table: 'rounds.pool', key: 'round', select: own, insert: office, update: office, delete: office },
  {
    table: 'rounds.member',
    key: 'round',
    select: any(own, ownPerson('person'), partnerTeam('team'), orderedTeam('team')),
    insert: own,
    update: own,
    delete: own,
    owner: ['select'],
  },
  {
    table: 'rounds.withdrawal',
    key: 'round',
    select: any(own, ownAccount('asked_by'), ownPerson('person')),
    insert: all(
      ownAccount('asked_by'),
      any(
        office,
        all(ownPerson('person'), orderedRound('round')),
        all(partner('round'), through('person', 'registry.person', covers('authority', 'office'))),
      ),
    ),
    update: all(office, not(ownAccount('asked_by'))),
  },
  // With every tie in it, and never changed: whoever sees the round may know its hash, not what it says.
  { table: 'rounds.problem', key: 'round', select: office, insert: office, worker: ['select'] },
  {
    table: 'rounds.proposal',
    key: 'round',
    select: own,
    // Who approves a plan does not make it.
    insert: all(office, ownAccount('asked_by')),
    update: own,
    worker: ['select', 'update'],
  },
  { table: 'rounds.plan', key: 'round', select: own, insert: all(own, ownAccount('by_account')) },
  { table: 'rounds.waiver', key: 'round', select: own, insert: all(group, ownAccount('by_account')), update: group },
  // Asked by the office, signed by another hand of the leading group.
  {
    table: 'rounds.relaxation',
    key: 'round',
    select: own,
    insert: all(office, ownAccount('asked_by')),
    update: all(group, not(ownAccount('asked_by'))),
  },
  {
    table: 'rounds.late_tie',
    key: 'round',
    select: any(own, ownPerson('person')),
    insert: all(any(own, all(ownPerson('person'), orderedRound('round'))), ownAccount('by_account')),
  },
  {
    table: 'rounds.rotation_bar',
    key: 'round',
    select: own,
    insert: all(office, ownAccount('by_account')),
    delete: office,
  },
  { table: 'rounds.rotation_adoption', key: 'round', select: own, insert: all(office, ownAccount('by_account')) },
  {
    table: 'rounds.mode_comparison',
    key: 'round',
    select: own,
    // As for proposals: asked by the leading group, every mode would come out free of exposure.
    insert: all(office, ownAccount('asked_by')),
    update: office,
    worker: ['select', 'update'],
  },
  { table: 'rounds.mode_adoption', key: 'round', select: own, insert: all(office, ownAccount('by_account')) },
  {
    table: 'rounds.cooperation_event',
    key: 'authority',
    select: own,
    insert: all(office, ownAccount('recorded_by')),
    update: office,
  },
  kept('rounds.past_round'),
  kept('rounds.past_visit'),
  kept('rounds.past_dispatch'),
  kept('rounds.travel'),
  {
    table: 'rounds.section',
    key: 'authority',
    select: any(
      own,
      all(listed('subject_kind', 'programme'), addressed('subject')),
      all(
        listed('subject_kind', 'round'),
        derived('submitted_rounds_below', { authority: 'authority', subject: 'round' }, 'office'),
      ),
    ),
    insert: office,
    update: office,
    delete: office,
  },
  { table: 'rounds.meeting', key: 'authority', select: own, insert: all(own, ownAccount('by_account')) },
  {
    table: 'rounds.comment',
    key: 'authority',
    select: any(own, holdsAt('from_authority', 'office', 'leading-group')),
    insert: all(holdsAt('from_authority', 'office'), covers('authority', 'office'), ownAccount('by_account')),
    update: office,
  },
  {
    table: 'rounds.programme',
    key: 'authority',
    select: any(own, addressed('id')),
    insert: all(own, ownAccount('created_by')),
    update: own,
    owner: ['select'],
  },
  {
    table: 'rounds.programme_body',
    key: 'authority',
    select: any(own, addressed('programme')),
    // A programme binds bodies within the range of whoever runs it.
    insert: all(office, covers('body', 'office')),
    update: any(office, holdsAt('body', 'office')),
    owner: ['select'],
  },
  {
    table: 'rounds.programme_item',
    key: 'authority',
    select: any(own, addressed('programme')),
    insert: any(office, all(addressed('programme'), holdsAt('added_by', 'office'))),
    update: any(office, all(addressed('programme'), holdsAt('added_by', 'office'))),
  },
]
