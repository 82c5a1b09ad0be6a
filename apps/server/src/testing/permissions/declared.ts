// Where the application is stricter than the policies on purpose: who alone may take a step that more people could write down.
import { RoleName, roundSteps } from '@shengmian/contract'
import { covers, holdsAt, signedIn, type Condition } from '../../modules/access/policies/condition.ts'
import { decide, type Row, type Standing } from '../../modules/access/policies/oracle.ts'
import { allows } from '../../modules/access/policies/testing/standing.ts'
import { authorityOf } from '../../modules/access/authority.ts'
import type { Act } from './act.ts'
import { ERASURES, policyOf, type Snapshot } from './oracle-world.ts'

type Guard = (by: Standing, snapshot: Snapshot, act: Act) => boolean

const find = (snapshot: Snapshot, table: string, id: unknown): Row | undefined =>
  (snapshot.get(table) ?? []).find((row) => row['id'] === id)

const holds = (by: Standing, authority: unknown, ...roles: readonly RoleName[]): boolean =>
  by.roles.some((held) => roles.includes(held.role) && held.authority === authority)

const bodyOf = (act: Act, name: string): unknown => (act.body as Record<string, unknown> | undefined)?.[name]

/** A role at the body that the row of a parameter belongs to. */
const at =
  (param: string, table: string, ...roles: readonly RoleName[]): Guard =>
  (by, snapshot, act) =>
    holds(by, find(snapshot, table, act.params?.[param])?.['authority'], ...roles)

/** A role whose area holds the body that the row of a parameter belongs to. */
const over =
  (param: string, table: string, ...roles: readonly RoleName[]): Guard =>
  (by, snapshot, act) => {
    const authority = Number(find(snapshot, table, act.params?.[param])?.['authority'])
    return by.roles.some(({ role, area }) => roles.includes(role) && area.lo <= authority && authority < area.hi)
  }

const ofRound = (...roles: readonly RoleName[]) => at('round', 'rounds.round', ...roles)

/** Not the one who did the step before. */
const another =
  (param: string, table: string, ...columns: readonly string[]): Guard =>
  (by, snapshot, act) =>
    columns.every((column) => find(snapshot, table, act.params?.[param])?.[column] !== by.account)

/** Whose area holds the body of a record, and who sees it: what functions of the database ask before an erasure is proposed. */
const ofRecord = (table: string, record: unknown, ...roles: readonly RoleName[]): Guard => {
  const id = String(record).split('/').at(-1)
  return (by, snapshot) => {
    const row = find(snapshot, table, id)
    return row !== undefined && decide(covers('authority', ...roles), by, row) && allows(policyOf(table), 'select', by, row)
  }
}

export const guards: Readonly<Record<string, Guard>> = {
  proposeErasure: (by, snapshot, act) =>
    ofRecord(String(bodyOf(act, 'table')), bodyOf(act, 'record'), 'office', 'leading-group')(by, snapshot, act),
  proposeDueErasures: (by, snapshot, act) =>
    (bodyOf(act, 'items') as readonly { readonly record: string }[]).every(({ record }) =>
      ofRecord('rounds.cooperation_event', record, 'office')(by, snapshot, act),
    ),
  approveErasure: (by, snapshot, act) =>
    over('erasure', ERASURES.table, 'office', 'leading-group')(by, snapshot, act) &&
    another('erasure', ERASURES.table, 'proposed_by')(by, snapshot, act),
  // Nobody judges a tie of his own.
  reviewTie: (by, _snapshot, act) => by.person !== act.params?.['person'],
  approveRole: another('role', 'access.standing_role', 'granted_by'),
  // An administrator takes no part in business by this way either.
  askEmergency: (by) => by.account !== null && !by.roles.some(({ role }) => role.endsWith('-admin')),
  approveCredentialChange: another('change', 'access.credential_change', 'asked_by', 'account'),
  confirmEmergency: another('emergency', 'access.emergency', 'account'),
  reportEmergency: (by, snapshot, act) =>
    find(snapshot, 'access.emergency', act.params?.['emergency'])?.['account'] === by.account,
  approveDelegation: another('delegation', 'access.delegation', 'from_account', 'to_account'),
  acknowledgeProgramme: (by, _snapshot, act) => holds(by, authorityOf(String(bodyOf(act, 'body'))).authority, 'office'),
  addProgrammeItem: (by, _snapshot, act) => holds(by, authorityOf(String(bodyOf(act, 'body'))).authority, 'office'),
  removeProgrammeItem: (by, snapshot, act) =>
    holds(by, find(snapshot, 'rounds.programme_item', act.params?.['item'])?.['added_by'], 'office'),
  approveProgramme: at('programme', 'rounds.programme', 'leading-group'),
  takeRoundStep: (by, snapshot, act) => {
    const state = find(snapshot, 'rounds.round', act.params?.['round'])?.['state']
    const step = roundSteps.find((candidate) => candidate.from === state && candidate.event === bodyOf(act, 'event'))
    return step !== undefined && ofRound(...step.roles)(by, snapshot, act)
  },
  decideWithdrawal: (by, snapshot, act) =>
    ofRound('office')(by, snapshot, act) && another('withdrawal', 'rounds.withdrawal', 'asked_by')(by, snapshot, act),
  decideExtension: ofRound('leading-group'),
  changeProgrammeDates: at('programme', 'rounds.programme', 'office'),
  changeRound: ofRound('office'),
  takeProposal: ofRound('office'),
  cancelProposal: ofRound('office'),
  makeMoves: ofRound('office'),
  undoMoves: ofRound('office'),
  askExtension: ofRound('office'),
  rehearseDraw: ofRound('office'),
  // A liaison or a member says what is done; what was asked is taken back by the office or whoever asked it.
  withdrawArrangement: (by, snapshot, act) => {
    const row = find(snapshot, 'rounds.arrangement', act.params?.['arrangement'])
    return holds(by, row?.['authority'], 'office') || row?.['recorded_by'] === by.account
  },
  takeReportStep: (by, snapshot, act) =>
    bodyOf(act, 'event') !== 'review' ||
    !(snapshot.get('rounds.report_step') ?? []).some(
      (row) => row['round'] === act.params?.['round'] && row['event'] === 'submit' && row['by_account'] === by.account,
    ),
  checkMoves: ofRound('office', 'leading-group'),
  checkVisitMoves: over('plan', 'rounds.term_plan', 'office', 'leading-group'),
  adoptCalendar: at('plan', 'rounds.term_plan', 'office'),
}

/** What a request may name though the caller reads no row of it: an upper office comments on the rounds whose summaries it is shown. */
export const seenOtherwise: Readonly<Record<string, string>> = { writeComment: 'rounds.round' }

/** Rows of which a route shows a part to more people than can read them, on purpose. */
export const disclosed: readonly {
  readonly table: string
  readonly routes: readonly string[]
  readonly to: Condition | ((by: Standing) => boolean)
}[] = [
  // An upper office reads summaries and clashes of the rounds below it, its comments on them, and nothing else of them.
  {
    table: 'rounds.round',
    routes: ['listRounds', 'readCalendar', 'listComments', 'listSections', 'listMeetings'],
    to: covers('authority', 'office', 'leading-group'),
  },
  // A proposal of erasure says who made it and who approved it.
  { table: 'access.account', routes: ['listErasures'], to: covers('authority', 'office', 'leading-group') },
  { table: 'rounds.member', routes: ['readCalendar'], to: covers('authority', 'office', 'leading-group') },
  // A draw is public to all who are signed in; what is not published stays with the round.
  { table: 'rounds.draw', routes: ['readDraw', 'downloadDraw', 'downloadReceipt'], to: signedIn },
  // Desks that a lead can be handed to: names of bodies, to whoever keeps such a desk.
  {
    table: 'access.standing_role',
    routes: ['listLeadDesks'],
    to: (by) => by.roles.some(({ role }) => role === 'case-management'),
  },
  // The leader of an area reads who supervises what lies in it.
  { table: 'rounds.charge', routes: ['readOwnAreas'], to: signedIn },
  // A session says what is lent to its account; the row stays the lender's.
  { table: 'access.standing_role', routes: ['readSession'], to: holdsAt('authority', ...RoleName.enum) },
]

/** Routes that show less than the policies open: who sees the subject is not for that alone their reader. Each with the reason. */
export const narrower: Readonly<Record<string, string>> = {
  listCooperationEvents: 'is asked for the list of one authority, and only its own staff are answered',
  downloadCooperationEvents: 'the same',
  listCharges: 'is asked for one authority, and only its own staff are answered',
  listLiaisonMessages: 'the same',
  readDutyMatrix: 'the same',
  downloadDutyMatrix: 'the same',
  downloadDutySheet: 'the same',
  readReportChain: 'is for the staff of the commissioning body, not for all who see the round',
  listPetitionFigures: 'shows small numbers, which the leading group is shown hidden',
  listPetitionTrends: 'is for the body whose plan it is; the plan is reported upwards, the petitions are not',
  downloadPetitionTrends: 'the same',
  readBoard: 'a sending or host body sees its teams once they are proposed, not the plan',
  readWhoInspectsWhom: 'the same',
  readRoster: 'the same',
  explainSeat: 'the same',
  readLead: 'is shown to whoever opened it last, for a quarter of an hour',
  readReporter: 'is shown to whoever asked, once another approved',
  downloadProblem: 'holds every tie, which the plan that it belongs to does not',
  downloadBranches: 'is taken from what was frozen, which only the office reads',
  downloadReceipt: 'is for the parties of the draw',
}

/** Tables with text of which no route of this contract shows any, each with the reason. */
export const unshown: Readonly<Record<string, string>> = {
  'leads.custody': 'whose a lead was before is no matter of the desk that holds it',
  'registry.objection': 'read when teams are checked, shown as a mark only',
  'documents.issued': 'titles are printed on the documents, whose bytes were fixed before',
}

/** Requests about the caller's own session or passphrase only: tested in sign-in.db.test.ts, since a trial of them cannot be taken back. */
export const ownSession: Readonly<Record<string, string>> = {
  signIn: 'opens a session',
  signOut: 'ends it',
  departToProvider: 'a step of signing in',
  arriveFromProvider: 'a step of signing in',
  departToConfirm: 'a link of the own account',
  confirmIdentityLink: 'a link of the own account, in identity-provider.db.test.ts',
  changePassphrase: 'asks for the present passphrase',
  takeSecondStep: 'a step of signing in',
  takeLeadsStep: 'a step of the own session',
  askPasskey: 'a step of signing in',
  lockSession: 'locks the own session',
  unlockSession: 'unlocks it',
  startTotp: 'a factor of the own account',
  confirmTotp: 'a factor of the own account',
  offerPasskey: 'a factor of the own account',
  addPasskey: 'a factor of the own account',
  removeSecondFactor: 'a factor of the own account',
  renewRecoveryCodes: 'a factor of the own account',
  signOutEverywhere: 'ends the sessions of the own account',
}
