// Who sees and changes rounds: the commissioning body whole, senders and hosts their slice once it is proposed, the upper office
// only what is addressed to it (its summaries come from rounds.summaries()), inspectors what they are ordered to.
import {
  all,
  any,
  covers,
  derived,
  empty,
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

const target = { authority: 'authority', round: 'round', unit: 'unit' }
const orderedUnit = derived('ordered_targets', target)
const liaisonUnit = derived('liaison_targets', target)
const orderedPlace = derived('ordered_targets', { authority: 'authority', unit: 'unit' })
const liaisonPlace = derived('liaison_targets', { authority: 'authority', unit: 'unit' })

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
