// Who sees and changes accounts, roles, orders and recusals.
import {
  all,
  any,
  covers,
  coversArea,
  empty,
  holdsAt,
  listed,
  not,
  ownAccount,
  ownPerson,
  through,
  type TablePolicy,
} from '../condition.ts'

const keepers = coversArea('authority', 'level', 'security-admin', 'office')
const security = coversArea('authority', 'level', 'security-admin')
/** What an office may hand out within its range; approving, case management and administration are not among them. */
export const GRANTED_BY_OFFICE = [
  'office',
  'inspected-head',
  'inspected-liaison',
  'department',
  'inspector',
  'rectification-reviewer',
  'scorer',
] as const
const byOffice = listed('role', ...GRANTED_BY_OFFICE)
/** Nobody grants more than his range, nor anything to himself, and he signs with his own name. */
const mayGrant = all(
  any(security, all(coversArea('authority', 'level', 'office'), byOffice)),
  not(ownAccount('account')),
  through('account', 'access.account', keepers),
)
const commissioner = holdsAt('authority', 'office', 'leading-group')

export const accessPolicies: readonly TablePolicy[] = [
  {
    table: 'access.account',
    key: 'authority',
    select: any(ownAccount('id'), keepers, coversArea('authority', 'level', 'audit-admin')),
    // An account of a person of the talent pool is made by the office that keeps that person: his orders will open with it.
    insert: all(
      keepers,
      ownAccount('created_by'),
      any(empty('person'), through('person', 'registry.person', covers('authority', 'office'))),
    ),
    update: all(keepers, not(ownAccount('id'))),
    auth: ['select'],
    owner: ['select'],
  },
  {
    table: 'access.credential',
    key: 'account',
    // The columns that may be read say which accounts have a passphrase, never the passphrase.
    select: through('account', 'access.account', keepers),
    insert: all(through('account', 'access.account', keepers), not(ownAccount('account'))),
    auth: ['select', 'update'],
    // The function that carries out what two hands signed.
    owner: ['select', 'insert', 'update'],
  },
  // Sessions, failures and verifications are for signing in alone; triggers of the owner end sessions.
  { table: 'access.session', key: 'closed', auth: ['select', 'insert', 'update', 'delete'], owner: ['select', 'delete'] },
  { table: 'access.verification', key: 'closed', auth: ['select', 'insert', 'update', 'delete'] },
  // Second factors likewise; what happened to them is read by their owner and the administrators, and holds no secret.
  { table: 'access.totp', key: 'closed', auth: ['select', 'insert', 'update', 'delete'] },
  { table: 'access.passkey', key: 'closed', auth: ['select', 'insert', 'update', 'delete'] },
  { table: 'access.recovery_code', key: 'closed', auth: ['select', 'insert', 'update', 'delete'] },
  { table: 'access.challenge', key: 'closed', auth: ['select', 'insert', 'update', 'delete'] },
  {
    table: 'access.sign_in_event',
    key: 'account',
    select: any(
      ownAccount('account'),
      through('account', 'access.account', coversArea('authority', 'level', 'security-admin', 'audit-admin')),
    ),
    auth: ['insert'],
    // Failed sign-ins are counted before they are written.
    owner: ['select', 'insert'],
  },
  // Asked for by anybody for himself; signed by a security administrator. The trigger says what each of them may change.
  {
    table: 'access.emergency',
    key: 'account',
    select: any(ownAccount('account'), coversArea('authority', 'level', 'security-admin', 'audit-admin')),
    insert: all(ownAccount('account'), empty('confirmed_by')),
    update: any(ownAccount('account'), security),
    auth: ['select'],
    owner: ['select'],
  },
  {
    table: 'access.emergency_reading',
    key: 'account',
    select: any(
      ownAccount('account'),
      through('emergency', 'access.emergency', coversArea('authority', 'level', 'security-admin', 'audit-admin')),
    ),
    auth: ['insert'],
  },
  { table: 'access.sign_in_failure', key: 'closed', auth: ['select', 'insert', 'update', 'delete'] },
  {
    table: 'access.standing_role',
    key: 'account',
    select: any(ownAccount('account'), keepers, coversArea('authority', 'level', 'audit-admin')),
    insert: all(mayGrant, ownAccount('granted_by'), empty('approved_by')),
    // Approving and revoking; that the approver is not the one who granted is a check of the table.
    update: mayGrant,
    owner: ['select'],
  },
  {
    table: 'access.delegation',
    key: 'account',
    select: any(ownAccount('from_account'), ownAccount('to_account'), keepers, coversArea('authority', 'level', 'audit-admin')),
    insert: all(
      ownAccount('from_account'),
      not(ownAccount('to_account')),
      empty('approved_by'),
      through('standing_role', 'access.standing_role', ownAccount('account')),
    ),
    // Whoever lends may take back; whoever could grant the role approves, and may take back too.
    update: any(
      ownAccount('from_account'),
      all(any(security, all(coversArea('authority', 'level', 'office'), byOffice)), not(ownAccount('to_account'))),
    ),
    owner: ['select'],
  },
  {
    table: 'access.engagement_order',
    key: 'round',
    select: any(
      commissioner,
      ownPerson('person'),
      holdsAt('sending', 'office', 'leading-group'),
      holdsAt('host', 'office', 'leading-group'),
    ),
    insert: all(
      holdsAt('authority', 'leading-group'),
      ownAccount('approved_by'),
      not(ownAccount('proposed_by')),
      not(ownPerson('person')),
    ),
    update: all(commissioner, not(ownPerson('person'))),
    owner: ['select'],
  },
  {
    table: 'access.recusal',
    key: 'person',
    select: any(ownPerson('person'), covers('authority', 'office')),
    insert: all(
      any(ownPerson('person'), through('person', 'registry.person', covers('authority', 'office'))),
      ownAccount('recorded_by'),
    ),
    // Whoever is recused cannot lift his own.
    update: all(covers('authority', 'office'), not(ownPerson('person'))),
    owner: ['select'],
  },
  // Written once: the trigger takes account and time from the session, and nobody changes or removes a row.
  { table: 'access.denial', key: 'account', select: security, audit: ['insert'], owner: ['select'] },
  // What is beyond those: counted by a function of the owner.
  { table: 'access.denial_tally', key: 'account', select: security, owner: ['select', 'insert', 'update'] },
  {
    table: 'access.reading',
    key: 'account',
    select: coversArea('authority', 'level', 'audit-admin'),
    insert: ownAccount('account'),
  },
  // Proposed by the security administrator for somebody else; confirmed by signing in alone. He and its person see it and end it.
  {
    table: 'access.identity_link',
    key: 'account',
    select: any(
      ownAccount('account'),
      through('account', 'access.account', coversArea('authority', 'level', 'security-admin', 'audit-admin')),
    ),
    insert: all(
      through('account', 'access.account', security),
      not(ownAccount('account')),
      ownAccount('proposed_by'),
      empty('confirmed_at'),
    ),
    update: any(ownAccount('account'), through('account', 'access.account', security)),
    auth: ['select', 'update'],
  },
  // A kept reply may hold business, so it is read by the account that it was for.
  {
    table: 'platform.idempotency',
    key: 'account',
    doors: ['app', 'lead'],
    select: ownAccount('account'),
    insert: ownAccount('account'),
    update: ownAccount('account'),
    worker: ['select', 'delete'],
  },
]

/** Whoever gives an account a new way in could use it, so another who answers for the account looks at it first. */
export const credentialPolicies: readonly TablePolicy[] = [
  {
    table: 'access.credential_change',
    key: 'account',
    select: any(
      ownAccount('account'),
      coversArea('authority', 'level', 'security-admin', 'audit-admin', 'office', 'leading-group'),
    ),
    insert: all(security, ownAccount('asked_by'), not(ownAccount('account')), empty('approved_by')),
    update: all(
      coversArea('authority', 'level', 'security-admin', 'office', 'leading-group'),
      not(ownAccount('account')),
      not(ownAccount('asked_by')),
    ),
  },
]
