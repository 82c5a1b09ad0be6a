import { base32nopad } from '@scure/base'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { rootFingerprint } from './manifest.ts'
import { fingerprintGroups, printedAddress, readPrinted } from './printed.ts'

const root = new Uint8Array(32).fill(7)

describe('A printed address', () => {
  it('says the desk to the server, and the poster and the root’s fingerprint to the phone alone', () => {
    const fingerprint = rootFingerprint(root)
    const address = printedAddress('https://sm.example', 'bai1', { poster: 'p7', fingerprint })
    expect(address).toBe(`https://sm.example/b/bai1#p7.${fingerprint}`)
    expect(new URL(address).pathname).toBe('/b/bai1')
    expect(readPrinted(new URL(address).hash)).toEqual({ poster: 'p7', fingerprint, village: null, card: null })
  })

  it('says the village and the household’s card behind the `#` too, either of them or both', () => {
    const fingerprint = rootFingerprint(root)
    for (const [village, card, tail] of [
      ['421003105201', null, '.421003105201'],
      [null, 'k7m2xq9pw4t', '..k7m2xq9pw4t'],
      ['421003105201', 'k7m2xq9pw4t', '.421003105201.k7m2xq9pw4t'],
    ] as const) {
      const address = printedAddress('https://sm.example', 'bai1', { poster: 'p7', fingerprint, village, card })
      expect(address).toBe(`https://sm.example/b/bai1#p7.${fingerprint}${tail}`)
      expect(readPrinted(new URL(address).hash)).toEqual({ poster: 'p7', fingerprint, village, card })
    }
  })

  it('without a whole fragment tells nothing: a part that is cut, spoilt or too many is none', () => {
    for (const wrong of [
      '',
      '#',
      '#p7',
      '#p7.',
      '#.abcdefghijklmnop',
      '#p7.abcdefghijklmno',
      '#p7.abcdefghijklmno1',
      '#P7.abcdefghijklmnop',
      '#p7.abcdefghijklmnop.x',
      '#p7.abcdefghijklmnop.42100310520',
      '#p7.abcdefghijklmnop.421003105201.k7m2',
      '#p7.abcdefghijklmnop.421003105201.k7m2xq9pw4t.',
    ])
      expect([wrong, readPrinted(wrong)]).toEqual([wrong, null])
    expect(() => printedAddress('https://sm.example', 'bai1', { poster: 'P 7', fingerprint: 'abcdefghijklmnop' })).toThrow(
      'no code',
    )
  })
})

describe('The fingerprint of a root', () => {
  it('is the first 80 bits of SHA-256 in lower-case base32, in groups of four', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
        const hash = createHash('sha256').update(key).digest().subarray(0, 10)
        expect(rootFingerprint(key)).toBe(base32nopad.encode(new Uint8Array(hash)).toLowerCase())
      }),
      { seed: 87 },
    )
    expect(fingerprintGroups(rootFingerprint(root)).map((group) => group.length)).toEqual([4, 4, 4, 4])
  })
})
