// Signing in by the identity provider of the province (OpenID Connect).
import { Type } from 'typebox'
import { SignedIn } from './access.ts'
import { defineEndpoint } from './endpoint.ts'
import { Id, orUnknown } from './forms.ts'

export const readIdentityProvider = defineEndpoint({
  method: 'GET',
  path: '/session/provider',
  id: 'readIdentityProvider',
  tag: 'session',
  summary: 'The name of the identity provider that this installation is joined to; `null`: none.',
  open: true,
  reply: Type.Object({ name: orUnknown(Type.String()) }, { additionalProperties: false, title: 'IdentityProvider' }),
})

export const departToProvider = defineEndpoint({
  method: 'POST',
  path: '/session/provider/departure',
  id: 'departToProvider',
  perMinute: 120,
  tag: 'session',
  summary: 'The address of the provider to send the browser to; good once, for ten minutes.',
  open: true,
  reply: Type.Object({ address: Type.String() }, { additionalProperties: false, title: 'Departure' }),
  problems: ['not-found', 'unavailable'],
})

export const arriveFromProvider = defineEndpoint({
  method: 'POST',
  path: '/session/provider/arrival',
  id: 'arriveFromProvider',
  perMinute: 120,
  tag: 'session',
  summary:
    'Signs in with the address at which the provider sent the browser back. The account is the one that an administrator linked; its second step is asked for all the same.',
  open: true,
  body: Type.Object(
    { address: Type.String({ minLength: 1, maxLength: 8000 }), as: Type.Optional(Type.Enum(['cookie', 'token'])) },
    { additionalProperties: false, title: 'Arrival' },
  ),
  reply: SignedIn,
  status: 201,
  problems: ['sign-in-failed', 'not-found', 'unavailable'],
})

export const linkIdentity = defineEndpoint({
  method: 'POST',
  path: '/accounts/:account/identity',
  id: 'linkIdentity',
  tag: 'accounts',
  summary:
    'Links an account with the provider’s own, unchanging name (`sub`) for its person; to the security administrator or office whose range covers it, never for himself.',
  params: { account: Id },
  body: Type.Object(
    { subject: Type.String({ minLength: 1, maxLength: 255 }) },
    { additionalProperties: false, title: 'IdentityLink' },
  ),
  reply: null,
  status: 204,
  problems: ['not-found', 'not-allowed', 'already-there'],
})
