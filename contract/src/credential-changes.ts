// A new passphrase for somebody else's account: asked by one, approved by another.
import { Type, type Static } from 'typebox'
import { Passphrase } from './access.ts'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, orUnknown } from './forms.ts'

const CredentialChange = Type.Object(
  {
    id: Id,
    account: Type.Object({ id: Id, name: Type.String(), signInName: Type.String() }, { additionalProperties: false }),
    askedBy: Type.String(),
    askedAt: Instant,
    approvedAt: orUnknown(Instant),
    /** `asked`, `approved`, or `lapsed`: nobody approved it within a day. */
    state: Type.Enum(['asked', 'approved', 'lapsed'], { title: 'CredentialChangeState' }),
    /** Whether the caller may approve it now. */
    canApprove: Type.Boolean(),
  },
  { additionalProperties: false, title: 'CredentialChange' },
)

export const resetPassphrase = defineEndpoint({
  method: 'PUT',
  path: '/accounts/:account/passphrase',
  id: 'resetPassphrase',
  zh: '提出重置他人口令',
  tag: 'accounts',
  summary:
    'Asks for a new passphrase of an account; it holds, and the account’s sessions end, once another approves. To the security administrator whose range covers it, never for himself.',
  params: { account: Id },
  body: Type.Object({ id: Id, passphrase: Passphrase }, { additionalProperties: false, title: 'ResetPassphrase' }),
  reply: CredentialChange,
  status: 201,
  problems: ['unfit', 'not-found', 'not-allowed', 'wrong-state'],
})

export const listCredentialChanges = defineEndpoint({
  method: 'GET',
  path: '/credential-changes',
  id: 'listCredentialChanges',
  zh: '查看登录凭据变更',
  tag: 'accounts',
  summary:
    'New passphrases that were asked for, newest first, up to 200: those of the own account, and to security and audit administrators, offices and leading groups those within their range.',
  reply: Type.Object({ items: Type.Array(CredentialChange) }, { additionalProperties: false, title: 'CredentialChanges' }),
})

export const approveCredentialChange = defineEndpoint({
  method: 'POST',
  path: '/credential-changes/:change/approval',
  id: 'approveCredentialChange',
  zh: '批准登录凭据变更',
  tag: 'accounts',
  summary:
    'Approves a new passphrase within a day of its asking and signs the account out everywhere. To another security administrator, an office or a leading group whose range covers the account; never to who asked, nor to the account itself.',
  params: { change: Id },
  reply: CredentialChange,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export type CredentialChange = Static<typeof CredentialChange>
