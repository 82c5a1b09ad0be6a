import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesOfText, hexOfBytes } from './bytes.ts'
import { sm3 } from './sm3.ts'
import { hashes } from './testing/small-ledger.ts'

it('gives the hashes of the standard’s examples', () => {
  const { sm3: published } = JSON.parse(
    readFileSync(new URL('../../ledger/vectors/signatures.json', import.meta.url), 'utf8'),
  ) as {
    sm3: { hashes: [string, string][] }
  }
  for (const [text, hash] of published.hashes) expect(hexOfBytes(sm3(bytesOfText(text)))).toBe(hash)
})

it('agrees with OpenSSL on messages of any length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
      expect(hexOfBytes(sm3(message))).toBe(hexOfBytes(hashes.sm3(message)))
    }),
    { seed: 32905, numRuns: 300 },
  )
})
