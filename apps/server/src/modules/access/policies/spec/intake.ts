// Who reads sealed reports: the public role writes them and reads them back for its register; a person only under an order in force for the
// round of the desk. The office that commissioned sees decisions and, through `intake.tally`, how many there are; no envelope.
import { all, any, covers, derived, holdsAt, not, ownAccount, type TablePolicy } from '../condition.ts'

const team = derived('ordered_desks', { desk: 'desk' })
const teamOfBody = derived('ordered_desks', { desk: 'desk', authority: 'authority' })
const office = holdsAt('authority', 'office', 'leading-group')
const byOffice = all(office, ownAccount('by_account'))
const asked = all(holdsAt('authority', 'office'), ownAccount('asked_by'))
/** Never by whoever asked. */
const decided = all(office, not(ownAccount('asked_by')))

export const intakePolicies: readonly TablePolicy[] = [
  {
    table: 'intake.desk',
    key: 'round',
    // The audit administrator sees that it is there: what was done with reports is read by desk.
    select: any(office, derived('ordered_desks', { code: 'desk' }), covers('authority', 'audit-admin')),
    insert: office,
    intake: ['select'],
    owner: ['select', 'insert'],
  },
  // The public reads both anyway.
  {
    table: 'intake.manifest',
    key: 'authority',
    select: any(office, team),
    insert: byOffice,
    intake: ['select'],
    owner: ['select', 'insert'],
  },
  {
    table: 'intake.revoked_poster',
    key: 'authority',
    select: any(office, team),
    insert: byOffice,
    intake: ['select'],
    owner: ['select', 'insert'],
  },
  { table: 'intake.desk_proposal', key: 'round', select: office, insert: asked, update: decided },
  { table: 'intake.rehearsal', key: 'authority', select: office, insert: byOffice, update: office },
  { table: 'intake.poster', key: 'authority', select: any(office, team), insert: byOffice },
  { table: 'intake.card_batch', key: 'authority', select: any(office, team), insert: byOffice },
  { table: 'intake.revoked_card_batch', key: 'authority', select: any(office, team), insert: byOffice },
  // Sealed to the team; the office has no key to it and nothing to read in it.
  { table: 'intake.card_mark', key: 'round', select: team, insert: teamOfBody },
  { table: 'intake.notice', key: 'authority', select: any(office, team), insert: asked, update: decided },
  // Whoever puts a text up says so: a member of the team in the village, or the office.
  {
    table: 'intake.publication',
    key: 'authority',
    select: any(office, team),
    insert: all(any(office, teamOfBody), ownAccount('by_account')),
  },
  { table: 'intake.tally_mark', key: 'closed', owner: ['select', 'insert', 'update'] },
  { table: 'intake.register_day', key: 'closed', intake: ['select', 'insert'] },
  // What arrived, in the order in which it arrived: of no session. Teams see what has been released to them.
  { table: 'intake.report', key: 'closed', intake: ['select', 'insert'], owner: ['select'] },
  { table: 'intake.release', key: 'round', select: team, intake: ['select', 'insert'], owner: ['select'] },
  { table: 'intake.released_attachment', key: 'round', select: team, intake: ['select', 'insert'], owner: ['select'] },
  { table: 'intake.attachment', key: 'closed', intake: ['select', 'insert', 'update', 'delete'], owner: ['select'] },
  { table: 'intake.piece', key: 'closed', intake: ['select', 'insert'], owner: ['select'] },
  { table: 'intake.reply', key: 'round', select: team, insert: team, intake: ['select'], owner: ['select', 'insert'] },
  {
    table: 'intake.decision',
    key: 'authority',
    select: any(office, team),
    insert: all(teamOfBody, ownAccount('by_account')),
  },
  {
    table: 'intake.handling',
    key: 'round',
    // The audit administrator reads that a name was opened and a text handed on, by whom and why.
    select: any(team, covers('authority', 'audit-admin')),
    insert: all(teamOfBody, ownAccount('by_account')),
  },
]
