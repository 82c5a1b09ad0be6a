import { createHmac, randomBytes } from 'node:crypto'
import { afterEach, expect, it, vi } from 'vitest'
import { readKeyFiles } from './key-files.ts'
import { isPasskeyFile, openUnderPasskey, sealUnderPasskey } from './passkey-file.ts'

// Of nobody: made for this test with `age-keygen`.
const KEYS = {
  identities: ['AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX'],
  replySecrets: ['11'.repeat(32)],
}

/** An authenticator that computes HMACs under a secret of its own, as a browser hands them on; `null`: it cannot. */
function plugIn(secret: Buffer | null): void {
  const prf = (part: BufferSource) =>
    createHmac('sha256', secret ?? '')
      .update(Buffer.from(part as Uint8Array))
      .digest()
  const credential = (results: object) => ({
    rawId: new Uint8Array([1, 2, 3]).buffer,
    response: { getTransports: () => ['internal'] },
    getClientExtensionResults: () => ({ prf: results }),
  })
  vi.stubGlobal('window', { origin: 'https://xc.example' })
  vi.stubGlobal('navigator', {
    credentials: {
      create: () => Promise.resolve(credential({ enabled: secret !== null })),
      get: ({ publicKey }: { publicKey: { extensions: { prf: { eval: { first: BufferSource; second: BufferSource } } } } }) => {
        const { first, second } = publicKey.extensions.prf.eval
        return Promise.resolve(credential(secret === null ? {} : { results: { first: prf(first), second: prf(second) } }))
      },
    },
  })
}
afterEach(() => vi.unstubAllGlobals())

const LINES = [...KEYS.identities, ...KEYS.replySecrets]
const seal = async (): Promise<string> => {
  const sealed = await sealUnderPasskey(LINES, '收件箱 desk1')
  if (typeof sealed === 'string') throw new Error(sealed)
  return sealed.file
}
const file = (text: string) => new File([text], 'team.age')

it('holds the team’s keys for the passkey that it was made with, without a passphrase and without a word of them', async () => {
  plugIn(randomBytes(32))
  const sealed = await seal()
  expect(isPasskeyFile(sealed)).toBe(true)
  for (const secret of LINES) expect(sealed).not.toContain(secret)
  expect(await readKeyFiles([file(sealed)], '')).toEqual(KEYS)
})

it('opens with no other passkey, nor once a letter of it is changed', async () => {
  plugIn(randomBytes(32))
  const sealed = await seal()
  const at = sealed.indexOf('\n', sealed.indexOf('BEGIN AGE')) + 300
  const spoilt = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
  expect(await openUnderPasskey(spoilt)).toBe('not-done')
  plugIn(randomBytes(32))
  expect(await readKeyFiles([file(sealed)], '')).toBe('not-done')
})

it('says so where the authenticator computes no secret, and where its owner refuses', async () => {
  plugIn(null)
  expect(await sealUnderPasskey(LINES, '收件箱 desk1')).toBe('no-prf')
  plugIn(randomBytes(32))
  const sealed = await seal()
  plugIn(null)
  expect(await readKeyFiles([file(sealed)], '')).toBe('no-prf')
  const refuse = () => Promise.reject(new DOMException('', 'NotAllowedError'))
  vi.stubGlobal('navigator', { credentials: { create: refuse, get: refuse } })
  expect(await sealUnderPasskey(LINES, '收件箱 desk1')).toBe('not-done')
  expect(await readKeyFiles([file(sealed)], '')).toBe('not-done')
})
