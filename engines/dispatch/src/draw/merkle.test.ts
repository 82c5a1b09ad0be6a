import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hashLeaf } from './digest.ts'
import { climb, pathOf, rootOf } from './merkle.ts'
import { hexOf, rootAbove, treeOf } from './verify/digest.ts'

const SALT = '0'.repeat(64)

it('the maker’s tree and verify’s tree have one root, and every branch leads to it by both ways', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 40 }), fc.nat(), (texts, pick) => {
      const leaves = texts.map((text) => hashLeaf(SALT, text))
      const root = rootOf(leaves)
      expect(hexOf(treeOf(leaves))).toBe(root)
      const at = pick % leaves.length
      const leaf = leaves[at] ?? new Uint8Array()
      const path = pathOf(leaves, at)
      expect(climb(leaf, at, leaves.length, path)).toBe(root)
      expect(rootAbove(leaf, at, leaves.length, path)).toBe(root)
      expect(climb(leaf, at, leaves.length, path.slice(1)) === root && path.length > 0).toBe(false)
      expect(rootAbove(leaf, at, leaves.length, [...path, root])).toBe(null)
    }),
    { seed: 6962, numRuns: 200 },
  )
})

it('the root of RFC 6962 over eight known leaves is the published one', () => {
  // Test vectors of the certificate-transparency reference implementation: leaves without salt.
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((hex) =>
    hashLeaf(hex, ''),
  )
  expect(rootOf(leaves)).toBe('sha256:5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
})
