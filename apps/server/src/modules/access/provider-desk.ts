// Out to the province's identity provider and back: to sign in, as the account whose link its person confirmed; or, signed in, to confirm
// it. A departure is good once, for what it was begun for and for who began it.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Problem } from '@shengmian/contract'
import { sealSession } from './auth-store.ts'
import type { Departure, IdentityProvider } from './identity-provider.ts'
import { confirmLink, findLinkedAccount, insertSession, putDeparture, takeDeparture } from './provider-store.ts'
import { writeEvent } from './second-factor-store.ts'
import { waysOf, type SecondWay, type StepParts } from './second-step.ts'

/** What is kept while somebody is away: `agent` is the hash of a cookie of his browser, `session` the one he is signed in with. */
type Kept = Departure & ({ readonly agent: string } | { readonly session: string })

/** The address of the provider to go to, and the secret that the browser brings back. */
export async function departToProvider(
  steps: StepParts,
  provider: IdentityProvider | null,
): Promise<{ readonly address: string; readonly agent: string }> {
  const agent = randomBytes(24).toString('base64url')
  return { address: await depart(steps, provider, { agent: hashOf(agent) }), agent }
}

/** The address of the provider to go to from this session. */
export async function departToConfirm(steps: StepParts, provider: IdentityProvider | null, session: string): Promise<string> {
  return depart(steps, provider, { session })
}

/** Opens a session for whoever came back with this address. Throws `sign-in-failed` where it fits no departure of his or no account. */
export async function arriveFromProvider(
  steps: StepParts,
  provider: IdentityProvider | null,
  came: { readonly address: string; readonly agent: string; readonly userAgent: string },
): Promise<{ readonly secret: string; readonly ways: readonly SecondWay[]; readonly awaitsFactor: boolean }> {
  const { db } = steps
  const known = configured(provider)
  const kept = await take(steps, came.address)
  if (kept === null || !('agent' in kept) || !isSame(kept.agent, hashOf(came.agent))) throw new Problem('sign-in-failed', expired)
  const subject = await known.arrive(came.address, kept)
  if (subject === null)
    throw new Problem('sign-in-failed', {
      zh: '统一身份认证没有通过，请重新登录',
      en: 'The identity provider’s answer does not fit; sign in again',
    })
  const account = await findLinkedAccount(db, known.issuer, subject)
  if (account === null)
    throw new Problem('sign-in-failed', {
      zh: '统一身份认证已通过，但没有本人确认过的关联账号：请用口令登录，在“账号安全”确认，或联系安全管理员',
      en: 'The provider knows you, but you have confirmed no account here: sign in by passphrase and confirm it under Account security, or ask the security administrator',
    })
  const ways = await waysOf(db, account)
  const secret = await insertSession(db, account)
  const sealed = await sealSession(db, secret, {
    by: 'provider',
    agent: came.userAgent,
    awaitsSecond: ways.length > 0,
    demandedOf: steps.demandedOf,
  })
  if (sealed === null) throw new Problem('sign-in-failed')
  await writeEvent(db, account, 'signed-in-by-provider')
  return { secret, ways, awaitsFactor: sealed.awaitsFactor }
}

/** Confirms the link that was proposed for an account, where the provider names the very subject. Throws `identity-unproven`. */
export async function confirmIdentity(
  steps: StepParts,
  provider: IdentityProvider | null,
  came: { readonly address: string; readonly session: string; readonly account: string },
): Promise<void> {
  const known = configured(provider)
  const kept = await take(steps, came.address)
  if (kept === null || !('session' in kept) || kept.session !== came.session) throw new Problem('identity-unproven', expired)
  const subject = await known.arrive(came.address, kept)
  const isProven = subject !== null && (await confirmLink(steps.db, { account: came.account, issuer: known.issuer, subject }))
  await writeEvent(steps.db, came.account, isProven ? 'identity-confirmed' : 'identity-refused')
  if (!isProven)
    throw new Problem('identity-unproven', {
      zh: '请用您本人的身份重试；身份标识提错的，请告知安全管理员',
      en: 'Try again as yourself; where the subject is mistaken, tell the security administrator',
    })
}

async function depart(
  { db, seal }: StepParts,
  provider: IdentityProvider | null,
  whose: { readonly agent: string } | { readonly session: string },
): Promise<string> {
  const { address, ...departure } = await configured(provider).depart()
  const kept: Kept = { ...departure, ...whose }
  await putDeparture(db, departure.state, seal.close(JSON.stringify(kept), 'departure'))
  return address
}

async function take({ db, seal }: StepParts, address: string): Promise<Kept | null> {
  const sealed = await takeDeparture(db, URL.parse(address)?.searchParams.get('state') ?? '')
  return sealed === null ? null : (JSON.parse(seal.open(sealed, 'departure')) as Kept)
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

function configured(provider: IdentityProvider | null): IdentityProvider {
  if (provider === null)
    throw new Problem('not-there-yet', { zh: '没有配置统一身份认证', en: 'No identity provider is configured' })
  return provider
}

const expired = {
  zh: '这次统一身份认证已过期、已用过，或不是从这里开始的，请重新开始',
  en: 'This has expired, was used, or was not begun here; start again',
} as const
