// The second step: a code of the authenticator app, a recovery code or a passkey. It ends signing in, and it opens the desk of leads.
import { Problem } from '@shengmian/contract'
import type { Seal } from '../../platform/seal.ts'
import { countAttempt, forgetFailures, type AuthDatabase } from './auth-store.ts'
import type { LiveSession } from './live-session.ts'
import { findPasskeys } from './passkey-store.ts'
import type { Passkeys } from './passkeys.ts'
import { countRecoveryCodes, readClock, readTotp, useRecoveryCode, useTotpStep, writeEvent } from './second-factor-store.ts'
import { completeSession, openLeads } from './session-step-store.ts'
import { recoveryHash, stepOfCode } from './totp.ts'

export type SecondWay = 'totp' | 'passkey' | 'recovery'

export interface SecondStep {
  /** Six digits, or a recovery code. */
  readonly code?: string
  /** The answer of a passkey. */
  readonly passkey?: unknown
}

/** How an account can take its second step; empty where it has no second factor. */
export async function waysOf(db: AuthDatabase, account: string): Promise<readonly SecondWay[]> {
  const totp = await readTotp(db, account)
  const passkeys = await findPasskeys(db, account)
  const first: readonly SecondWay[] = [
    ...(totp?.isConfirmed === true ? (['totp'] as const) : []),
    ...(passkeys.length > 0 ? (['passkey'] as const) : []),
  ]
  return first.length > 0 && (await countRecoveryCodes(db, account)) > 0 ? [...first, 'recovery'] : first
}

/**
 * Completes a session that waits for its second factor. `device` is what the browser is known by for the account.
 * Throws `code-wrong`, or `too-many` while the account must wait there.
 */
export async function completeSignIn(
  parts: StepParts,
  live: LiveSession,
  step: SecondStep,
  device: string | null,
): Promise<void> {
  if (live.state !== 'second-step') throw new Problem('not-signed-in')
  await prove(parts, live, step, { ways: ['totp', 'passkey', 'recovery'], device })
  await completeSession(parts.db, live.session)
  await writeEvent(parts.db, live.id, 'second-step')
}

/** The desk of leads has a step of its own, even for those who gave a second factor when signing in; a recovery code does not do. */
export async function stepToLeads(parts: StepParts, live: LiveSession, step: SecondStep, device: string | null): Promise<void> {
  const ways = await waysOf(parts.db, live.id)
  if (!ways.includes('totp') && !ways.includes('passkey'))
    throw new Problem('leads-step-missing', {
      zh: '请先在“账号安全”里设置动态验证码或通行密钥',
      en: 'First set up an authenticator app or a passkey on the page Account security',
    })
  await prove(parts, live, step, { ways: ['totp', 'passkey'], device })
  await openLeads(parts.db, live.session)
  await writeEvent(parts.db, live.id, 'leads-step')
}

export interface StepParts {
  readonly db: AuthDatabase
  readonly seal: Seal
  readonly passkeys: Passkeys
  /** Roles that must have a second factor. */
  readonly demandedOf: readonly string[]
}

async function prove(
  parts: StepParts,
  live: LiveSession,
  step: SecondStep,
  { ways, device }: { readonly ways: readonly SecondWay[]; readonly device: string | null },
): Promise<void> {
  // Counted apart from passphrases: whoever fails here knows the passphrase already. All strange browsers share one lane, since a code has
  // but six digits; a known one has its own, so that a stolen passphrase does not shut its person out.
  const counted = `second step of ${live.id}${device === null ? '' : ` on ${device}`}`
  if (!(await countAttempt(parts.db, counted)))
    throw new Problem('too-many', {
      zh: '验证失败次数过多，请稍候再试；每次失败等待时间加倍，最长 15 分钟',
      en: 'Too many failures; wait before trying again. Each failure doubles the wait, up to 15 minutes',
    })
  if (!(await isProven(parts, live, step, ways))) {
    await writeEvent(parts.db, live.id, 'second-step-failed')
    throw new Problem('code-wrong')
  }
  await forgetFailures(parts.db, counted)
}

async function isProven(parts: StepParts, live: LiveSession, step: SecondStep, ways: readonly SecondWay[]): Promise<boolean> {
  const { db, seal, passkeys } = parts
  if (step.passkey !== undefined) return ways.includes('passkey') && passkeys.check(live.session, live.id, step.passkey)
  const code = (step.code ?? '').normalize('NFKC').replaceAll(/\s/g, '')
  if (/^\d{6}$/.test(code)) {
    const totp = await readTotp(db, live.id)
    if (totp === null || !totp.isConfirmed) return false
    const used = await stepOfCode(seal.open(totp.secret, live.id), code, await readClock(db))
    return used !== null && useTotpStep(db, live.id, used)
  }
  if (!ways.includes('recovery') || !(await useRecoveryCode(db, live.id, recoveryHash(live.id, code)))) return false
  await writeEvent(db, live.id, 'recovery-code-used')
  return true
}
