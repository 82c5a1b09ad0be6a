import { armor, Encrypter } from 'age-encryption'
import { beforeAll, describe, expect, it } from 'vitest'
import { joinKeys, readKeyFiles } from './key-files.ts'

// Of nobody: made for this test with `age-keygen`.
const IDENTITY = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX'
const REPLY = '11'.repeat(32)
const PASSPHRASE = '山高水长-一路平安'

let sealed: Uint8Array
beforeAll(async () => {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(PASSPHRASE)
  encrypter.setScryptWorkFactor(10)
  sealed = await encrypter.encrypt(`# created: 2026-11-28\n${IDENTITY}\n${REPLY}\n`)
})
const file = (content: Uint8Array | string) => new File([content as BlobPart], 'team.key')
const both = { identities: [IDENTITY], replySecrets: [REPLY] }

describe('a key file', () => {
  it('under a passphrase gives its keys, as bytes and in armour', async () => {
    expect(await readKeyFiles([file(sealed)], PASSPHRASE)).toEqual(both)
    expect(await readKeyFiles([file(armor.encode(sealed))], PASSPHRASE)).toEqual(both)
  })

  it('gives nothing for another passphrase, none, or a changed byte', async () => {
    expect(await readKeyFiles([file(sealed)], `${PASSPHRASE}！`)).toBe('passphrase')
    expect(await readKeyFiles([file(sealed)], '')).toBe('passphrase-missing')
    const spoilt = sealed.map((byte, at) => (at === sealed.length - 1 ? byte ^ 1 : byte))
    expect(await readKeyFiles([file(spoilt)], PASSPHRASE)).toBe('passphrase')
  })

  it('in bare lines needs no passphrase; two files join; a file without a key says so', async () => {
    expect(await readKeyFiles([file(`${IDENTITY}\r\n`), file(REPLY)], '')).toEqual(both)
    expect(await readKeyFiles([file('AGE-SECRET-KEY-1QQQQ')], '')).toBe('no-key')
    expect(await readKeyFiles([file('x'.repeat(200_000))], '')).toBe('not-a-key-file')
    expect(joinKeys({ identities: [IDENTITY], replySecrets: [] }, both)).toEqual(both)
  })
})
