// Signing in with the province's identity provider (OpenID Connect, authorisation code with PKCE). The library checks what comes back.
import { Problem } from '@shengmian/contract'
import * as oidc from 'openid-client'

export interface ProviderSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** As the button says it, e.g. 省统一身份认证. */
  readonly name: string
  /** Where the provider sends people back to. */
  readonly returnTo: string
}

/** What must be remembered between leaving and coming back, once. */
export interface Departure {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface IdentityProvider {
  readonly name: string
  /** The address to send the browser to. */
  readonly depart: () => Promise<Departure & { readonly address: string }>
  /** Who came back: the provider's own, unchanging name for him. Throws `sign-in-failed` where anything does not fit. */
  readonly arrive: (address: string, departure: Departure) => Promise<string>
}

/** The provider is asked about itself when it is first needed, so that the product starts without it. */
export function makeIdentityProvider(settings: ProviderSettings): IdentityProvider {
  let known: Promise<oidc.Configuration> | null = null
  const discover = () => {
    const issuer = new URL(settings.issuer)
    // Plain http only to this machine, for trying it out.
    const execute = issuer.protocol === 'http:' && issuer.hostname === 'localhost' ? [oidc.allowInsecureRequests] : []
    known ??= oidc
      .discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
        execute: [...execute, oidc.enableNonRepudiationChecks],
      })
      .catch((error: unknown) => {
        known = null
        throw new Problem('unavailable', {
          zh: '连不上统一身份认证，请改用账号口令登录',
          en: `The identity provider does not answer: ${error instanceof Error ? error.message : ''}`,
        })
      })
    return known
  }
  return {
    name: settings.name,
    depart: async () => {
      const configuration = await discover()
      const departure = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      }
      const address = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: settings.returnTo,
        scope: 'openid',
        state: departure.state,
        nonce: departure.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(departure.verifier),
        code_challenge_method: 'S256',
      })
      return { ...departure, address: address.href }
    },
    arrive: async (address, departure) => {
      const configuration = await discover()
      const tokens = await oidc
        .authorizationCodeGrant(configuration, new URL(address), {
          expectedState: departure.state,
          expectedNonce: departure.nonce,
          pkceCodeVerifier: departure.verifier,
          idTokenExpected: true,
        })
        .catch(() => null)
      const subject = tokens?.claims()?.sub
      if (subject === undefined) throw new Problem('sign-in-failed', refused)
      return subject
    },
  }
}

const refused = {
  zh: '统一身份认证没有通过，请重新登录',
  en: 'The identity provider’s answer does not fit; sign in again',
} as const
