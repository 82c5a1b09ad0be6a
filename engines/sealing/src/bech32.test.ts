import { base64 as padded, base64nopad, bech32 } from '@scure/base'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBech32, toBech32 } from './bech32.ts'
import { base64, base64Bare, fromBase64, fromBase64Bare } from './bytes.ts'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })

it('Keys are written and read as another library does', () => {
  fc.assert(
    fc.property(key, fc.constantFrom('age', 'age-secret-key-'), (bytes, prefix) => {
      const text = toBech32(prefix, bytes)
      expect(text).toBe(bech32.encodeFromBytes(prefix, bytes))
      expect(fromBech32(prefix, text)).toEqual(bytes)
      expect(fromBech32('agf', text)).toBeNull()
    }),
    { seed: 11, numRuns: 200 },
  )
})

it('One wrong character of a key refuses it', () => {
  const text = toBech32('age', new Uint8Array(32).fill(9))
  for (let at = 0; at < text.length; at += 1) {
    const other = text.charAt(at) === 'q' ? 'p' : 'q'
    expect(fromBech32('age', text.slice(0, at) + other + text.slice(at + 1)), String(at)).toBeNull()
  }
  for (const wrong of ['', 'age1', text.toUpperCase(), `${text}q`, text.slice(0, -1)]) expect(fromBech32('age', wrong)).toBeNull()
})

it('Base64 is read in its one canonical form, padded or bare, as another library does', () => {
  const read = (decode: (text: string) => Uint8Array, text: string) => {
    try {
      return decode(text)
    } catch {
      return null
    }
  }
  const texts = fc.oneof(
    fc.uint8Array({ maxLength: 80 }).map((bytes) => padded.encode(bytes)),
    fc.uint8Array({ maxLength: 80 }).map((bytes) => base64nopad.encode(bytes)),
    fc.string({ maxLength: 12, unit: fc.constantFrom('A', 'B', '/', '+', '=', '-', ' ', '\n', 'ä') }),
  )
  fc.assert(
    fc.property(texts, fc.uint8Array({ maxLength: 300 }), (text, bytes) => {
      expect(fromBase64(text)).toEqual(read(padded.decode, text))
      expect(fromBase64Bare(text)).toEqual(read(base64nopad.decode, text))
      expect(base64(bytes)).toBe(padded.encode(bytes))
      expect(base64Bare(bytes)).toBe(base64nopad.encode(bytes))
    }),
    { seed: 12, numRuns: 1_000 },
  )
})
