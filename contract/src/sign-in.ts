// The second step, the lock, and a person's own second factors and sessions.
import { Type, type Static } from 'typebox'
import { SessionView, SignedIn } from './access.ts'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, orUnknown } from './forms.ts'

const passphrase = Type.String({ minLength: 1, maxLength: 128 })
/** Six digits of the authenticator app, or a recovery code. */
const code = Type.String({ minLength: 6, maxLength: 40 })
/** What the browser's `navigator.credentials` answered, as JSON. */
const passkeyAnswer = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 2000 }),
    rawId: Type.String({ maxLength: 2000 }),
    type: Type.Literal('public-key'),
    response: Type.Record(Type.String(), Type.Unknown()),
    clientExtensionResults: Type.Record(Type.String(), Type.Unknown()),
    authenticatorAttachment: Type.Optional(Type.String()),
  },
  { additionalProperties: false, title: 'PasskeyAnswer' },
)
/** What the browser is to be asked: options of WebAuthn. */
const PasskeyQuestion = Type.Record(Type.String(), Type.Unknown(), { title: 'PasskeyQuestion' })

const secondStep = Type.Object(
  { code: Type.Optional(code), passkey: Type.Optional(passkeyAnswer) },
  { additionalProperties: false, title: 'SecondStep' },
)

const SecondFactors = Type.Object(
  {
    hasTotp: Type.Boolean(),
    passkeys: Type.Array(
      Type.Object({ id: Id, name: Type.String(), addedAt: Instant, usedAt: orUnknown(Instant) }, { additionalProperties: false }),
    ),
    recoveryCodesLeft: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false, title: 'SecondFactors' },
)

const RecoveryCodes = Type.Object(
  { recoveryCodes: Type.Array(Type.String()) },
  { additionalProperties: false, title: 'RecoveryCodes' },
)

const OwnSession = Type.Object(
  { began: Instant, lastUsed: Instant, agent: orUnknown(Type.String()), isThis: Type.Boolean() },
  { additionalProperties: false, title: 'OwnSession' },
)

export const takeSecondStep = defineEndpoint({
  method: 'POST',
  path: '/session/second-step',
  id: 'takeSecondStep',
  zh: '第二步验证',
  perMinute: 120,
  tag: 'session',
  summary:
    'Completes signing in with a code of the authenticator app, a recovery code or a passkey. Each code is good once; after five failures every further one waits longer.',
  open: true,
  body: secondStep,
  reply: SignedIn,
  status: 201,
  problems: ['not-signed-in', 'code-wrong', 'too-many'],
})

export const takeLeadsStep = defineEndpoint({
  method: 'POST',
  path: '/session/leads-step',
  id: 'takeLeadsStep',
  zh: '线索收件验证',
  perMinute: 120,
  tag: 'session',
  unkept: true,
  summary:
    'The step of its own before the desk of leads, with a code of the authenticator app or a passkey, no recovery code. Holds for half an hour, and no longer than the session stays unlocked.',
  body: secondStep,
  reply: SessionView,
  status: 201,
  problems: ['code-wrong', 'too-many', 'leads-step-missing'],
})

export const askPasskey = defineEndpoint({
  method: 'POST',
  path: '/session/passkey-question',
  id: 'askPasskey',
  zh: '通行密钥验证',
  perMinute: 120,
  tag: 'session',
  summary: 'What a passkey of the account has to sign, within five minutes, for the second step or the step before leads.',
  open: true,
  reply: PasskeyQuestion,
  problems: ['not-signed-in'],
})

export const lockSession = defineEndpoint({
  method: 'POST',
  path: '/session/lock',
  id: 'lockSession',
  zh: '锁屏',
  tag: 'session',
  unkept: true,
  summary:
    'Locks the session; it opens nothing until the passphrase unlocks it. Without a request it locks itself after ten minutes.',
  reply: null,
})

export const unlockSession = defineEndpoint({
  method: 'POST',
  path: '/session/unlocking',
  id: 'unlockSession',
  zh: '解锁',
  perMinute: 120,
  tag: 'session',
  summary: 'Unlocks a locked session with the passphrase of its account.',
  open: true,
  body: Type.Object({ passphrase }, { additionalProperties: false, title: 'Unlocking' }),
  reply: SessionView,
  problems: ['not-signed-in', 'sign-in-failed', 'too-many'],
})

export const readSecondFactors = defineEndpoint({
  method: 'GET',
  path: '/session/second-factors',
  id: 'readSecondFactors',
  zh: '查看本人第二步验证',
  tag: 'session',
  summary: 'The caller’s own second factors, without any secret.',
  reply: SecondFactors,
})

export const startTotp = defineEndpoint({
  method: 'POST',
  path: '/session/second-factors/totp',
  id: 'startTotp',
  zh: '设置动态验证码',
  tag: 'session',
  unkept: true,
  towardsFactor: true,
  summary: 'A new secret for the caller’s authenticator app. It counts for nothing until its first code is given.',
  body: Type.Object({ passphrase }, { additionalProperties: false, title: 'TotpStart' }),
  reply: Type.Object({ secret: Type.String(), address: Type.String() }, { additionalProperties: false, title: 'TotpSecret' }),
  status: 201,
  problems: ['sign-in-failed', 'already-there', 'too-many'],
})

export const confirmTotp = defineEndpoint({
  method: 'POST',
  path: '/session/second-factors/totp/first-code',
  id: 'confirmTotp',
  zh: '启用动态验证码',
  perMinute: 60,
  tag: 'session',
  unkept: true,
  towardsFactor: true,
  summary: 'Takes the authenticator app into use. Answers recovery codes, shown this once, if it is the first second factor.',
  body: Type.Object({ code }, { additionalProperties: false, title: 'FirstCode' }),
  reply: RecoveryCodes,
  status: 201,
  problems: ['code-wrong', 'wrong-state'],
})

export const offerPasskey = defineEndpoint({
  method: 'POST',
  path: '/session/second-factors/passkey-offer',
  id: 'offerPasskey',
  zh: '准备添加通行密钥',
  tag: 'session',
  unkept: true,
  towardsFactor: true,
  summary: 'What the browser is to be asked to make a passkey for this product.',
  body: Type.Object({ passphrase }, { additionalProperties: false, title: 'PasskeyOffer' }),
  reply: PasskeyQuestion,
  status: 201,
  problems: ['sign-in-failed', 'too-many'],
})

export const addPasskey = defineEndpoint({
  method: 'POST',
  path: '/session/second-factors/passkeys',
  id: 'addPasskey',
  zh: '添加通行密钥',
  tag: 'session',
  unkept: true,
  towardsFactor: true,
  summary:
    'Keeps the passkey that answered the offer. Answers recovery codes, shown this once, if it is the first second factor.',
  body: Type.Object(
    { name: Type.String({ minLength: 1, maxLength: 60 }), answer: passkeyAnswer },
    { additionalProperties: false, title: 'NewPasskey' },
  ),
  reply: RecoveryCodes,
  status: 201,
  problems: ['code-wrong', 'already-there'],
})

export const removeSecondFactor = defineEndpoint({
  method: 'POST',
  path: '/session/second-factors/removal',
  id: 'removeSecondFactor',
  zh: '停用第二步验证',
  tag: 'session',
  unkept: true,
  summary: 'Takes away the authenticator app (`passkey: null`) or one passkey.',
  body: Type.Object({ passphrase, passkey: orUnknown(Id) }, { additionalProperties: false, title: 'SecondFactorRemoval' }),
  reply: null,
  problems: ['sign-in-failed', 'not-found', 'too-many'],
})

export const renewRecoveryCodes = defineEndpoint({
  method: 'POST',
  path: '/session/second-factors/recovery-codes',
  id: 'renewRecoveryCodes',
  zh: '更换恢复码',
  tag: 'session',
  unkept: true,
  summary: 'Ten new recovery codes, shown this once; those of before are void.',
  body: Type.Object({ passphrase }, { additionalProperties: false, title: 'RecoveryRenewal' }),
  reply: RecoveryCodes,
  status: 201,
  problems: ['sign-in-failed', 'wrong-state', 'too-many'],
})

export const listOwnSessions = defineEndpoint({
  method: 'GET',
  path: '/session/all',
  id: 'listOwnSessions',
  zh: '查看本人登录',
  tag: 'session',
  summary: 'The caller’s sessions that are still alive, the last used first.',
  reply: Type.Object({ items: Type.Array(OwnSession) }, { additionalProperties: false, title: 'OwnSessions' }),
})

export const signOutEverywhere = defineEndpoint({
  method: 'POST',
  path: '/session/all/end',
  id: 'signOutEverywhere',
  zh: '全部退出',
  tag: 'session',
  unkept: true,
  summary: 'Ends every session of the caller, this one too.',
  reply: null,
})

export type SecondFactors = Static<typeof SecondFactors>
export type OwnSession = Static<typeof OwnSession>
