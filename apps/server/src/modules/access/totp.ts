// Codes of an authenticator app (RFC 6238: HMAC-SHA-1, six digits, half a minute) and the recovery codes that stand in for it.
import { createHash, randomBytes } from 'node:crypto'
import { drawLetters } from '../../platform/draw-letters.ts'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'

const PERIOD_SECONDS = 30
/** One half minute before and after, for clocks that are not quite right. */
const WINDOW = 1
const RECOVERY_CODES = 10

/** 160 bits, as RFC 4226 asks. The engine takes text, so the bytes are written as characters. */
export function newTotpSecret(): string {
  return randomBytes(20).toString('base64url').slice(0, 20)
}

/** What is typed where no QR code can be read, and the address in the QR code. */
export function totpAddress(secret: string, signInName: string): { readonly secret: string; readonly address: string } {
  return { secret: base32.encode(secret, { padding: false }), address: createOTP(secret).url('生面', signInName) }
}

/** The half minute for which the code is right, or null. The caller refuses one that was used before. */
export async function stepOfCode(secret: string, code: string, now: Date): Promise<number | null> {
  const current = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS)
  const otp = createOTP(secret)
  for (let step = current - WINDOW; step <= current + WINDOW; step += 1) {
    if ((await otp.hotp(step)) === code) return step
  }
  return null
}

export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () => `${drawLetters(4)}-${drawLetters(4)}-${drawLetters(4)}`)
}

/** What the database keeps of a recovery code: 59 bits of chance need no slow hash. */
export function recoveryHash(account: string, code: string): string {
  return createHash('sha256')
    .update(`${account} ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`)
    .digest('hex')
}
