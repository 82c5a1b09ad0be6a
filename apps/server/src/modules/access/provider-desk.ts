// Out to the province's identity provider and back: the account is the one that an administrator linked, and its second step stays.
import { Problem } from '@shengmian/contract'
import { sealSession } from './auth-store.ts'
import type { Departure, IdentityProvider } from './identity-provider.ts'
import { findLinkedAccount, insertSession, putDeparture, takeDeparture } from './provider-store.ts'
import { writeEvent } from './second-factor-store.ts'
import { waysOf, type SecondWay, type StepParts } from './second-step.ts'

/** The address of the provider to go to. */
export async function departToProvider(steps: StepParts, provider: IdentityProvider | null): Promise<{ address: string }> {
  const { address, ...departure } = await configured(provider).depart()
  await putDeparture(steps.db, departure.state, steps.seal.close(JSON.stringify(departure), 'departure'))
  return { address }
}

/** Opens a session for whoever came back with this address. Throws `sign-in-failed` where it fits no departure or no account. */
export async function arriveFromProvider(
  steps: StepParts,
  provider: IdentityProvider | null,
  address: string,
  agent: string,
): Promise<{ readonly secret: string; readonly ways: readonly SecondWay[] }> {
  const { db, seal } = steps
  const known = configured(provider)
  const sealed = await takeDeparture(db, URL.parse(address)?.searchParams.get('state') ?? '')
  if (sealed === null)
    throw new Problem('sign-in-failed', {
      zh: '登录已过期或已经用过，请重新开始',
      en: 'This sign-in has expired or was used; start again',
    })
  const subject = await known.arrive(address, JSON.parse(seal.open(sealed, 'departure')) as Departure)
  const account = await findLinkedAccount(db, subject)
  if (account === null)
    throw new Problem('sign-in-failed', {
      zh: '统一身份认证已通过，但还没有关联本系统账号，请联系安全管理员',
      en: 'The provider knows you, but no account here is linked; ask the security administrator',
    })
  const ways = await waysOf(db, account)
  const secret = await insertSession(db, account)
  if (!(await sealSession(db, secret, agent, ways.length > 0))) throw new Problem('sign-in-failed')
  await writeEvent(db, account, 'signed-in')
  return { secret, ways }
}

function configured(provider: IdentityProvider | null): IdentityProvider {
  if (provider === null) throw new Problem('not-found', { zh: '没有配置统一身份认证', en: 'No identity provider is configured' })
  return provider
}
