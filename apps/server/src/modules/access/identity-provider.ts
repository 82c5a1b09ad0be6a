// Signing in with the province's identity provider (OpenID Connect, authorisation code with PKCE). The library checks what comes back.
import { Problem } from '@shengmian/contract'
import * as oidc from 'openid-client'

/** People wait for its answer. */
const TIMEOUT_SECONDS = 10

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
  /** Its subjects are unique for it alone. */
  readonly issuer: string
  /** The address to send the browser to. */
  readonly depart: () => Promise<Departure & { readonly address: string }>
  /** Who came back: the provider's own, unchanging name for him; null where anything does not fit. Throws `unavailable` where it is down. */
  readonly arrive: (address: string, departure: Departure) => Promise<string | null>
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
        timeout: TIMEOUT_SECONDS,
      })
      .catch((error: unknown) => {
        known = null
        throw silent(error)
      })
    return known
  }
  return {
    name: settings.name,
    issuer: settings.issuer,
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
        .catch((error: unknown) => {
          // An answer that does not fit is refused; a provider that gives none is not the person's fault.
          if (isSilent(error)) throw silent(error)
          return null
        })
      return tokens?.claims()?.sub ?? null
    },
  }
}

/** Not reached, out of time, or an answer that is none of OAuth's: 502 from what stands in front of it. */
function isSilent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (error instanceof TypeError) return code === null
  return code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
}

function silent(error: unknown): Problem {
  return new Problem('unavailable', {
    zh: '连不上统一身份认证，请改用账号口令登录',
    en: `The identity provider does not answer; sign in by passphrase (${error instanceof Error ? error.message : 'no answer'})`,
  })
}
