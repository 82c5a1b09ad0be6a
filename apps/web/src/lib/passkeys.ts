// Passkeys of this browser. The library knows what old browsers lack.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

type Question = Readonly<Record<string, unknown>>

/** Whether passkeys work here: they need a host name (localhost or the office's own) and, but for localhost, https. */
export function canUsePasskeys(): boolean {
  return browserSupportsWebAuthn() && window.isSecureContext && !/^[\d.]+$|:/.test(window.location.hostname)
}

/** Has the browser sign the question with a passkey. */
export async function signWithPasskey(question: Question) {
  return startAuthentication({ optionsJSON: question as unknown as Parameters<typeof startAuthentication>[0]['optionsJSON'] })
}

/** Has the browser make a passkey. */
export async function makePasskey(question: Question) {
  return startRegistration({ optionsJSON: question as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'] })
}
