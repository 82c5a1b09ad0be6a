// The two ceremonies of a passkey (WebAuthn): it is made known, and later it signs a challenge. The library checks the signatures.
import { Problem } from '@shengmian/contract'
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { v7 } from 'uuid'
import type { AuthDatabase } from './auth-store.ts'
import { findPasskeys, insertPasskey, notePasskeyUse, putChallenge, takeChallenge, type PasskeyRow } from './passkey-store.ts'

/** Where the pages are: a passkey belongs to a host name and answers only pages of it. */
export interface Site {
  readonly host: string
  /** `null`: this machine, at any port. */
  readonly origin: string | null
}

export interface Passkeys {
  readonly offer: (session: string, account: { readonly id: string; readonly name: string }) => Promise<object>
  /** Keeps the new passkey. Throws `code-wrong` where the answer does not fit the offer. */
  readonly add: (session: string, account: string, name: string, answer: unknown) => Promise<void>
  readonly ask: (session: string, account: string) => Promise<object>
  /** Whether the answer was signed by a passkey of the account over the challenge of this session. */
  readonly check: (session: string, account: string, answer: unknown) => Promise<boolean>
}

export function makePasskeys(db: AuthDatabase, site: Site): Passkeys {
  const expected = (answer: Answer) => ({
    expectedOrigin: site.origin ?? localOrigin(answer),
    expectedRPID: site.host,
    requireUserVerification: false,
  })
  return {
    offer: async (session, account) => {
      const options = await generateRegistrationOptions({
        rpName: '生面 Shengmian',
        rpID: site.host,
        userName: account.name,
        userID: Buffer.from(account.id),
        attestationType: 'none',
        excludeCredentials: described(await findPasskeys(db, account.id)),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      })
      await putChallenge(db, session, 'passkey', options.challenge)
      return options
    },
    add: async (session, account, name, answer) => {
      const expectedChallenge = await takeChallenge(db, session, 'passkey')
      if (expectedChallenge === null) throw new Problem('code-wrong', expired)
      const response = answer as RegistrationResponseJSON
      const result = await verifyRegistrationResponse({ response, expectedChallenge, ...expected(response) }).catch(() => null)
      if (result?.verified !== true) throw new Problem('code-wrong', unfit)
      const { id, publicKey, counter, transports } = result.registrationInfo.credential
      await insertPasskey(db, {
        id: v7(),
        account,
        name,
        credential: id,
        publicKey: Buffer.from(publicKey),
        counter,
        transports: transports ?? [],
      })
    },
    ask: async (session, account) => {
      const options = await generateAuthenticationOptions({
        rpID: site.host,
        allowCredentials: described(await findPasskeys(db, account)),
        userVerification: 'preferred',
      })
      await putChallenge(db, session, 'second-step', options.challenge)
      return options
    },
    check: async (session, account, answer) => {
      const expectedChallenge = await takeChallenge(db, session, 'second-step')
      const response = answer as AuthenticationResponseJSON
      const passkey = (await findPasskeys(db, account)).find((candidate) => candidate.credential === response.id)
      if (expectedChallenge === null || passkey === undefined) return false
      const credential = {
        id: passkey.credential,
        publicKey: new Uint8Array(passkey.public_key),
        counter: passkey.counter,
      }
      const result = await verifyAuthenticationResponse({ response, expectedChallenge, credential, ...expected(response) }).catch(
        () => null,
      )
      if (result?.verified !== true) return false
      await notePasskeyUse(db, passkey.id, result.authenticationInfo.newCounter)
      return true
    },
  }
}

type Answer = { readonly response: { readonly clientDataJSON: string } }

/** The origin that the browser names, if it is this machine; the library compares it with what was signed. */
function localOrigin(answer: Answer): string {
  const none = 'http://localhost'
  try {
    const said = JSON.parse(Buffer.from(answer.response.clientDataJSON, 'base64url').toString('utf8')) as { origin?: unknown }
    return typeof said.origin === 'string' && /^https?:\/\/localhost(:\d+)?$/.test(said.origin) ? said.origin : none
  } catch {
    // What cannot be read is refused by the check like any other wrong answer.
    return none
  }
}

const expired = { zh: '等待已超过 5 分钟，请重新开始', en: 'More than five minutes have passed; start again' } as const
const unfit = { zh: '通行密钥的回答不对，没有登记', en: 'The answer of the passkey does not fit; it was not kept' } as const

function described(rows: readonly PasskeyRow[]) {
  return rows.map((row) => ({ id: row.credential, transports: row.transports as AuthenticatorTransport[] }))
}
