// Who is signed in, in what capacity, until when; accounts and what stands to their name.
import { Type, type Static } from 'typebox'
import { ChargeKind } from './charges.ts'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Line, orUnknown, pageOf, PageQuery, PlaceCode, Reason } from './forms.ts'

/** The standing roles. A team member's sight of a target comes from an engagement order, never from a role. */
export const RoleName = Type.Enum(
  [
    'office',
    'leading-group',
    'inspected-head',
    'inspected-liaison',
    'department',
    'inspector',
    'rectification-reviewer',
    'case-management',
    'scorer',
    'system-admin',
    'security-admin',
    'audit-admin',
  ],
  { title: 'RoleName' },
)
export type RoleName = Static<typeof RoleName>

/** The login name: lower-case Latin letters, digits, `.`, `-`, `_`; 3 to 30 characters. */
const SignInName = Type.String({ pattern: '^[a-z0-9][a-z0-9_.-]{2,29}$', title: 'SignInName' })
/** At least 12 characters, five of them different, and not containing the login name. Not trimmed, any script. */
export const Passphrase = Type.String({ minLength: 12, maxLength: 128, title: 'Passphrase' })

/** A body: its place (`00` is the whole country) and its name as it stands on documents. */
const Body = Type.Object({ code: PlaceCode, name: Type.String() }, { additionalProperties: false, title: 'Body' })

export const StandingRole = Type.Object(
  {
    id: Id,
    role: RoleName,
    authority: Body,
    /** The inspected unit spoken for, where the role is that of its head or liaison. */
    unit: Type.Union([Id, Type.Null()]),
    from: Instant,
    /** `null`: until revoked. */
    until: Type.Union([Instant, Type.Null()]),
    revokedAt: Type.Union([Instant, Type.Null()]),
    revokedReason: Type.Union([Type.String(), Type.Null()]),
    /** Proposed, and waiting for the approval of a second person: it opens nothing yet. */
    isPending: Type.Boolean(),
    /** The account that proposed it, and when; `null` in the caller’s own session, and for the roles of the first start. */
    proposedBy: orUnknown(Id),
    proposedAt: orUnknown(Instant),
    /** Who lent it, where the caller holds it for another. */
    lentBy: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false, title: 'StandingRole' },
)

const OwnOrder = Type.Object(
  {
    id: Id,
    /** The number of the order letter. */
    number: Type.String(),
    round: Id,
    unit: Id,
    capacity: Type.Enum(['leader', 'deputy', 'liaison', 'member'], { title: 'Capacity' }),
    /** The three bodies: who commissions, who sends, who is host. */
    commissioning: PlaceCode,
    sending: orUnknown(PlaceCode),
    host: orUnknown(PlaceCode),
    from: Instant,
    until: Instant,
    /** `true` inside the window, not revoked. */
    inForce: Type.Boolean(),
    revokedAt: Type.Union([Instant, Type.Null()]),
  },
  { additionalProperties: false, title: 'OwnOrder' },
)

export const SessionView = Type.Object(
  {
    account: Type.Object({ id: Id, name: Type.String(), signInName: Type.String() }, { additionalProperties: false }),
    /** The person of the talent pool, where the account belongs to one. */
    person: Type.Union([Id, Type.Null()]),
    /** Roles held now. */
    roles: Type.Array(StandingRole),
    /** Orders in force now. */
    orders: Type.Array(OwnOrder),
    /** What the account answers for now: liaison of a place, leader of an area, head of a leading group. */
    charges: Type.Array(
      Type.Object(
        {
          id: Id,
          kind: ChargeKind,
          authority: PlaceCode,
          place: Type.Object({ code: PlaceCode, name: Type.String() }, { additionalProperties: false }),
        },
        { additionalProperties: false },
      ),
    ),
    /** After so many minutes without a request the session locks, and the passphrase unlocks it. */
    lockMinutes: Type.Integer(),
    /** The emergency in force; every request under it is written down. */
    emergency: orUnknown(Type.Object({ id: Id, body: Type.String(), endsAt: Instant }, { additionalProperties: false })),
    /** Until when the desk of leads is open to this session; `null`: its own step is missing. */
    leadsUntil: orUnknown(Instant),
    /** After so many minutes without a request the session ends. */
    idleMinutes: Type.Integer(),
    /** When it ends if nothing is done. */
    expiresAt: Instant,
    /** When it ends in any case. */
    endsAt: Instant,
  },
  { additionalProperties: false, title: 'Session' },
)

export const SignedIn = Type.Object(
  {
    /** `null` while the second step is missing, a passphrase of one's own, or a second factor that must be. */
    session: orUnknown(SessionView),
    /** The passphrase was given by somebody else: until another is set, the session can do nothing but that and end. */
    awaitsPassphrase: Type.Boolean(),
    /** A role of the account must have a second factor and there is none: until one is set up, the session can do nothing but that and end. */
    awaitsFactor: Type.Boolean(),
    /** How the second step can be taken, where one is missing. */
    ways: Type.Array(Type.Enum(['totp', 'passkey', 'recovery'], { title: 'SecondWay' })),
    /** The secret for `Authorization: Bearer`, only when `as` was `token`; otherwise the cookie carries it. */
    token: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false, title: 'SignedIn' },
)

const Account = Type.Object(
  {
    id: Id,
    signInName: Type.String(),
    name: Type.String(),
    authority: PlaceCode,
    person: Type.Union([Id, Type.Null()]),
    createdAt: Instant,
    disabledAt: Type.Union([Instant, Type.Null()]),
    disabledReason: Type.Union([Type.String(), Type.Null()]),
    roles: Type.Array(StandingRole),
  },
  { additionalProperties: false, title: 'Account' },
)

export const signIn = defineEndpoint({
  method: 'POST',
  path: '/session',
  id: 'signIn',
  zh: '登录',
  perMinute: 120,
  tag: 'session',
  summary:
    'Signs in. Sets an HttpOnly cookie, or with `as: token` answers a bearer token and sets none. After five failures every further one from there waits longer, up to 15 minutes, whether or not the account exists; a browser in which the account signed in before is counted apart.',
  open: true,
  body: Type.Object(
    {
      signInName: Type.String({ minLength: 1, maxLength: 100 }),
      passphrase: Type.String({ minLength: 1, maxLength: 128 }),
      as: Type.Optional(Type.Enum(['cookie', 'token'])),
    },
    { additionalProperties: false, title: 'SignIn' },
  ),
  reply: SignedIn,
  status: 201,
  problems: ['sign-in-failed', 'too-many'],
})

export const readSession = defineEndpoint({
  method: 'GET',
  path: '/session',
  id: 'readSession',
  zh: '查看本人登录身份',
  tag: 'session',
  summary: 'Who is signed in, in what capacity and until when. To the signed in.',
  reply: SessionView,
})

export const signOut = defineEndpoint({
  method: 'DELETE',
  path: '/session',
  id: 'signOut',
  zh: '退出',
  tag: 'session',
  open: true,
  summary: 'Ends the session, whatever its state.',
  reply: null,
})

export const changePassphrase = defineEndpoint({
  method: 'PUT',
  path: '/session/passphrase',
  id: 'changePassphrase',
  zh: '更换本人口令',
  perMinute: 120,
  tag: 'session',
  // Also to those whose passphrase was given by somebody else, to whom nothing else is open.
  open: true,
  unkept: true,
  summary:
    'Changes the caller’s own passphrase (12 to 128 characters, five different, without the login name) and ends every session of the account; sign in again with the new one. The only way on for a passphrase that somebody else gave.',
  body: Type.Object(
    { present: Type.String({ minLength: 1, maxLength: 128 }), next: Passphrase },
    { additionalProperties: false, title: 'NewPassphrase' },
  ),
  reply: null,
  problems: ['not-signed-in', 'sign-in-failed', 'unfit', 'too-many'],
})

export const listOwnOrders = defineEndpoint({
  method: 'GET',
  path: '/session/orders',
  id: 'listOwnOrders',
  zh: '查看本人派遣令',
  tag: 'session',
  summary: 'The caller’s own engagement orders, newest first, past ones included. To the signed in.',
  query: PageQuery,
  reply: pageOf(OwnOrder),
  problems: ['bad-cursor'],
})

export const listAccounts = defineEndpoint({
  method: 'GET',
  path: '/accounts',
  id: 'listAccounts',
  zh: '查看账号',
  tag: 'accounts',
  summary:
    'Accounts kept by an authority within the caller’s own range, by login name; to offices and security administrators. Others see their own.',
  query: { ...PageQuery, search: Type.Optional(Type.String({ maxLength: 100 })) },
  reply: pageOf(Account),
  problems: ['bad-cursor'],
})

export const createAccount = defineEndpoint({
  method: 'POST',
  path: '/accounts',
  id: 'createAccount',
  zh: '开立账号',
  tag: 'accounts',
  summary:
    'Makes an account without any role; to the security administrator or the office of an authority that covers the account’s.',
  body: Type.Object(
    {
      id: Id,
      signInName: SignInName,
      name: Line,
      authority: PlaceCode,
      person: Type.Optional(orUnknown(Id)),
      passphrase: Passphrase,
    },
    { additionalProperties: false, title: 'NewAccount' },
  ),
  reply: Account,
  status: 201,
  problems: ['unfit', 'already-there', 'not-allowed'],
})

export const disableAccount = defineEndpoint({
  method: 'POST',
  path: '/accounts/:account/disabling',
  id: 'disableAccount',
  zh: '停用账号',
  tag: 'accounts',
  summary:
    'Closes an account for good and ends its sessions; to the security administrator or office whose range covers it, never for himself.',
  params: { account: Id },
  body: Type.Object({ reason: Reason }, { additionalProperties: false, title: 'Disabling' }),
  reply: Account,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export const grantRole = defineEndpoint({
  method: 'POST',
  path: '/accounts/:account/roles',
  id: 'grantRole',
  zh: '授予常设角色',
  tag: 'accounts',
  summary:
    'Proposes a standing role within the granter’s own range; it holds once another who could have granted it approves. An office grants the roles of offices, the inspected, departments, inspectors, reviewers and scorers; the security administrator grants any. Nobody grants himself.',
  params: { account: Id },
  body: Type.Object(
    {
      id: Id,
      role: RoleName,
      authority: PlaceCode,
      body: Type.String({ minLength: 1, maxLength: 120 }),
      unit: Type.Optional(orUnknown(Id)),
      from: Type.Optional(Instant),
      until: Type.Optional(orUnknown(Instant)),
    },
    { additionalProperties: false, title: 'RoleGrant' },
  ),
  reply: Account,
  status: 201,
  problems: ['unfit', 'not-found', 'not-allowed', 'already-there'],
})

export const approveRole = defineEndpoint({
  method: 'POST',
  path: '/accounts/:account/roles/:role/approval',
  id: 'approveRole',
  zh: '批准常设角色',
  tag: 'accounts',
  summary:
    'Approves a standing role that another proposed and signs the account out everywhere; to whoever could have granted it, never to who proposed it.',
  params: { account: Id, role: Id },
  reply: Account,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export const revokeRole = defineEndpoint({
  method: 'POST',
  path: '/accounts/:account/roles/:role/revocation',
  id: 'revokeRole',
  zh: '撤销常设角色',
  tag: 'accounts',
  summary: 'Ends a standing role at once and signs the account out everywhere; to whoever could have granted it.',
  params: { account: Id, role: Id },
  body: Type.Object({ reason: Reason }, { additionalProperties: false, title: 'RoleRevocation' }),
  reply: Account,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export type StandingRole = Static<typeof StandingRole>
export type OwnOrder = Static<typeof OwnOrder>
export type SessionView = Static<typeof SessionView>
export type SignedIn = Static<typeof SignedIn>
export type Account = Static<typeof Account>
