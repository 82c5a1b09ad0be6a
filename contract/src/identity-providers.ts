// Signing in by the identity provider of the province (OpenID Connect), and which identity there is which account here (decision 0100).
import { Type, type Static } from 'typebox'
import { SignedIn } from './access.ts'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, orUnknown, pageOf, PageQuery, Reason } from './forms.ts'
import { closed, orNull } from './round-forms.ts'

export const readIdentityProvider = defineEndpoint({
  method: 'GET',
  path: '/session/provider',
  id: 'readIdentityProvider',
  zh: '查看统一身份认证',
  tag: 'session',
  summary: 'The name of the identity provider that this installation is joined to; `null`: none.',
  open: true,
  reply: Type.Object({ name: orUnknown(Type.String()) }, { additionalProperties: false, title: 'IdentityProvider' }),
})

export const departToProvider = defineEndpoint({
  method: 'POST',
  path: '/session/provider/departure',
  id: 'departToProvider',
  zh: '前往统一身份认证',
  perMinute: 120,
  tag: 'session',
  summary: 'The address of the provider to send the browser to; good once, for ten minutes, with the cookie that comes with it.',
  open: true,
  reply: Type.Object({ address: Type.String() }, { additionalProperties: false, title: 'Departure' }),
  problems: ['not-found', 'unavailable'],
})

export const arriveFromProvider = defineEndpoint({
  method: 'POST',
  path: '/session/provider/arrival',
  id: 'arriveFromProvider',
  zh: '从统一身份认证登录',
  perMinute: 120,
  tag: 'session',
  summary:
    'Signs in with the address at which the provider sent the browser back. The account is the one whose link its person confirmed; its second step is asked for all the same.',
  open: true,
  body: Type.Object(
    { address: Type.String({ minLength: 1, maxLength: 8000 }), as: Type.Optional(Type.Enum(['cookie', 'token'])) },
    { additionalProperties: false, title: 'Arrival' },
  ),
  reply: SignedIn,
  status: 201,
  problems: ['sign-in-failed', 'not-found', 'unavailable'],
})

const IdentityLink = closed(
  {
    id: Id,
    account: closed({ id: Id, signInName: Type.String(), name: Type.String() }),
    issuer: Type.String(),
    /** The provider’s own, unchanging name for the person (`sub`). */
    subject: Type.String(),
    /** `null`: of before two hands were asked for. */
    proposedBy: orNull(Type.String()),
    proposedAt: Instant,
    /** Until when its person can confirm it. */
    confirmBy: Instant,
    confirmedAt: orNull(Instant),
    endedAt: orNull(Instant),
    endedReason: orNull(Type.String()),
    state: Type.Enum(['proposed', 'expired', 'linked', 'ended'], { title: 'IdentityLinkState' }),
    /** What the caller can do with it now. */
    acts: Type.Array(Type.Enum(['confirm', 'end'], { title: 'IdentityLinkAct' })),
  },
  'IdentityLink',
)
export type IdentityLink = Static<typeof IdentityLink>

export const listIdentityLinks = defineEndpoint({
  method: 'GET',
  path: '/identity-links',
  id: 'listIdentityLinks',
  zh: '查看统一身份关联',
  tag: 'accounts',
  summary:
    'Links of accounts with identities of the provider: the caller’s own, and those within the range of a security or audit administrator. Newest first, ended ones included.',
  /** `own`: the caller’s own only. */
  query: { ...PageQuery, own: Type.Optional(Type.Boolean()) },
  reply: pageOf(IdentityLink),
  problems: ['bad-cursor'],
})

export const proposeIdentityLink = defineEndpoint({
  method: 'POST',
  path: '/identity-links',
  id: 'proposeIdentityLink',
  zh: '提出统一身份关联',
  tag: 'accounts',
  summary:
    'Proposes that an account is the provider’s `subject`; to the security administrator whose range covers it, never for himself. It opens nothing until its person has signed in there while signed in here, within fourteen days.',
  body: closed(
    { id: Id, account: Id, subject: Type.String({ minLength: 1, maxLength: 255, pattern: '\\S' }) },
    'IdentityLinkProposed',
  ),
  reply: IdentityLink,
  status: 201,
  problems: ['not-found', 'not-allowed', 'already-there'],
})

export const endIdentityLink = defineEndpoint({
  method: 'POST',
  path: '/identity-links/:link/end',
  id: 'endIdentityLink',
  zh: '解除统一身份关联',
  tag: 'accounts',
  summary: 'Ends a link and every session of the account; to the security administrator and to its own person.',
  params: { link: Id },
  body: closed({ reason: Reason }, 'IdentityLinkEnd'),
  reply: null,
  status: 204,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export const departToConfirm = defineEndpoint({
  method: 'POST',
  path: '/identity-links/departure',
  id: 'departToConfirm',
  zh: '前往确认统一身份',
  tag: 'accounts',
  summary: 'The address of the provider to send the browser of somebody signed in to, so that he confirms his own link there.',
  reply: Type.Object({ address: Type.String() }, { additionalProperties: false, title: 'Departure' }),
  unkept: true,
  problems: ['not-found', 'wrong-state', 'unavailable'],
})

export const confirmIdentityLink = defineEndpoint({
  method: 'POST',
  path: '/identity-links/confirmation',
  id: 'confirmIdentityLink',
  zh: '确认统一身份关联',
  tag: 'accounts',
  summary:
    'Confirms the caller’s own link with the address at which the provider sent the browser back, if the provider names the very subject that was proposed.',
  body: closed({ address: Type.String({ minLength: 1, maxLength: 8000 }) }, 'IdentityConfirmation'),
  reply: null,
  status: 204,
  problems: ['identity-unproven', 'not-found', 'wrong-state', 'unavailable'],
})
