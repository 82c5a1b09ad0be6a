// A person's own second factors: set up, seen, taken away. Each change asks for the passphrase again, so that a session left open
// does not become a way in.
import { Problem } from '@shengmian/contract'
import type { LiveSession } from './live-session.ts'
import { findPasskeys, removePasskey } from './passkey-store.ts'
import {
  countRecoveryCodes,
  putTotp,
  readClock,
  readTotp,
  removeTotp,
  replaceRecoveryCodes,
  useTotpStep,
  writeEvent,
} from './second-factor-store.ts'
import { awaitFactor, completeFactor } from './session-step-store.ts'
import { waysOf, type StepParts } from './second-step.ts'
import { newRecoveryCodes, newTotpSecret, recoveryHash, stepOfCode, totpAddress } from './totp.ts'

export async function showSecondFactors(parts: StepParts, account: string) {
  const { db } = parts
  const totp = await readTotp(db, account)
  const passkeys = await findPasskeys(db, account)
  return {
    hasTotp: totp?.isConfirmed ?? false,
    passkeys: passkeys.map((row) => ({
      id: row.id,
      name: row.name,
      addedAt: row.created_at.toISOString(),
      usedAt: row.used_at?.toISOString() ?? null,
    })),
    recoveryCodesLeft: await countRecoveryCodes(db, account),
  }
}

/** A new secret for the authenticator app. It counts for nothing until a code of it was given. */
export async function startTotp(parts: StepParts, live: LiveSession) {
  const secret = newTotpSecret()
  if (!(await putTotp(parts.db, live.id, parts.seal.close(secret, live.id))))
    throw new Problem('already-there', {
      zh: '已经设置了动态验证码；更换前请先停用原来的',
      en: 'An authenticator app is set up; take it away before setting up another',
    })
  return totpAddress(secret, live.username)
}

/** Takes the new authenticator app into use with a first code. Answers recovery codes, once, if it is the first second factor. */
export async function confirmTotp(parts: StepParts, live: LiveSession, code: string) {
  const { db, seal } = parts
  const totp = await readTotp(db, live.id)
  if (totp === null || totp.isConfirmed)
    throw new Problem('wrong-state', { zh: '没有待确认的动态验证码', en: 'No app waits for its first code' })
  const isFirst = (await waysOf(db, live.id)).length === 0
  const step = await stepOfCode(seal.open(totp.secret, live.id), code.replaceAll(/\s/g, ''), await readClock(db))
  if (step === null || !(await useTotpStep(db, live.id, step))) throw new Problem('code-wrong')
  await writeEvent(db, live.id, 'totp-set')
  if (live.state === 'no-second-factor') await completeFactor(db, live.session)
  return { recoveryCodes: isFirst ? await renewRecoveryCodes(parts, live) : [] }
}

/** New recovery codes; those of before are void. The only time they are seen. */
export async function renewRecoveryCodes(parts: StepParts, live: LiveSession): Promise<string[]> {
  if ((await waysOf(parts.db, live.id)).length === 0)
    throw new Problem('wrong-state', { zh: '请先设置动态验证码或通行密钥', en: 'First set up an authenticator app or a passkey' })
  const codes = newRecoveryCodes()
  const hashes = codes.map((code) => recoveryHash(live.id, code))
  await replaceRecoveryCodes(parts.db, live.id, hashes)
  await writeEvent(parts.db, live.id, 'recovery-codes-made')
  return [...codes]
}

/** Keeps a passkey that answered its offer. Answers recovery codes, once, if it is the first second factor. */
export async function addPasskey(parts: StepParts, live: LiveSession, name: string, answer: unknown) {
  const isFirst = (await waysOf(parts.db, live.id)).length === 0
  await parts.passkeys.add(live.session, live.id, name, answer)
  await writeEvent(parts.db, live.id, 'passkey-added')
  if (live.state === 'no-second-factor') await completeFactor(parts.db, live.session)
  return { recoveryCodes: isFirst ? await renewRecoveryCodes(parts, live) : [] }
}

/** Takes away the authenticator app, or one passkey. With the last of them the recovery codes go too, and who must have one sets up the next. */
export async function removeSecondFactor(parts: StepParts, live: LiveSession, passkey: string | null): Promise<void> {
  const { db } = parts
  const isGone = passkey === null ? await removeTotp(db, live.id) : await removePasskey(db, live.id, passkey)
  if (!isGone) throw new Problem('not-found')
  await writeEvent(db, live.id, passkey === null ? 'totp-removed' : 'passkey-removed')
  if ((await waysOf(db, live.id)).length > 0) return
  await replaceRecoveryCodes(db, live.id, [])
  await awaitFactor(db, live.id, parts.demandedOf)
}
