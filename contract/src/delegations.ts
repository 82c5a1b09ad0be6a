// Standing roles lent to a colleague for at most thirty days: who holds one proposes, who could have granted it approves.
import { Type, type Static } from 'typebox'
import { RoleName } from './access.ts'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, pageOf, PageQuery, PlaceCode, Reason } from './forms.ts'

const Named = Type.Object({ id: Id, name: Type.String() }, { additionalProperties: false })

const Delegation = Type.Object(
  {
    id: Id,
    role: RoleName,
    /** The body at which the role is held; `00` is the whole country. */
    authority: PlaceCode,
    from: Named,
    to: Named,
    starts: Instant,
    ends: Instant,
    reason: Type.String(),
    proposedAt: Instant,
    approvedAt: Type.Union([Instant, Type.Null()]),
    revokedAt: Type.Union([Instant, Type.Null()]),
    revokedReason: Type.Union([Type.String(), Type.Null()]),
    state: Type.Enum(['proposed', 'ahead', 'in-force', 'ended', 'revoked'], { title: 'DelegationState' }),
    /** What the caller can do with it now. */
    acts: Type.Array(Type.Enum(['approve', 'revoke'], { title: 'DelegationAct' })),
  },
  { additionalProperties: false, title: 'Delegation' },
)

export const listDelegations = defineEndpoint({
  method: 'GET',
  path: '/delegations',
  id: 'listDelegations',
  zh: '查看委托',
  tag: 'delegations',
  summary:
    'Delegations that the caller lends or receives, and those of accounts within his range; to offices, security and audit administrators. Newest first.',
  query: PageQuery,
  reply: pageOf(Delegation),
  problems: ['bad-cursor'],
})

export const lendRole = defineEndpoint({
  method: 'POST',
  path: '/delegations',
  id: 'lendRole',
  zh: '委托角色',
  tag: 'delegations',
  summary:
    'Proposes to lend a standing role that the caller holds himself to a colleague of its body or below, for at most thirty days. It opens nothing until approved. Case management, inspectors and administrators cannot lend.',
  body: Type.Object(
    {
      id: Id,
      /** The id of the standing role, as `/session` lists it. */
      role: Id,
      /** The sign-in name of the colleague. */
      to: Type.String({ minLength: 3, maxLength: 30 }),
      from: Type.Optional(Instant),
      until: Instant,
      reason: Reason,
    },
    { additionalProperties: false, title: 'Lending' },
  ),
  reply: Delegation,
  status: 201,
  problems: ['unfit', 'not-found', 'not-allowed', 'already-there'],
})

export const approveDelegation = defineEndpoint({
  method: 'POST',
  path: '/delegations/:delegation/approval',
  id: 'approveDelegation',
  zh: '批准委托',
  tag: 'delegations',
  summary:
    'Approves a delegation and signs its receiver out everywhere; to whoever could have granted the role, never to who lends or receives.',
  params: { delegation: Id },
  reply: Delegation,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export const revokeDelegation = defineEndpoint({
  method: 'POST',
  path: '/delegations/:delegation/revocation',
  id: 'revokeDelegation',
  zh: '撤销委托',
  tag: 'delegations',
  summary:
    'Ends a delegation at once and signs its receiver out everywhere; to who lends and to whoever could have granted the role.',
  params: { delegation: Id },
  body: Type.Object({ reason: Reason }, { additionalProperties: false, title: 'DelegationRevocation' }),
  reply: Delegation,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export type Delegation = Static<typeof Delegation>
