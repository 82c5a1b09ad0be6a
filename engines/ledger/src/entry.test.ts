import { readFileSync } from 'node:fs'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hex, utf8 } from './bytes.ts'
import { checkpointText, proofText, timedSignature, witnessRequest } from './checkpoint.ts'
import { commitTo, entryBytes } from './entry.ts'
import { keyId, signNote, verifierKey } from './note.ts'
import { sm2PublicKey, sm2Sign } from './sm2.ts'
import { hexHashes, nodeHashes } from './testing/node-hashes.ts'

const { sha256, sm3 } = nodeHashes
const vectors = JSON.parse(readFileSync(new URL('../vectors/signatures.json', import.meta.url), 'utf8')) as {
  note: { key: string; note: string }
  sm2: Record<'message' | 'privateKey' | 'random' | 'publicKey' | 'r' | 's', string>
  sm3: { hashes: [string, string][] }
}

it('writes an entry as canonical JSON, members by name, and without content', () => {
  const place = { table: 'rounds.round', record: ['420000000000', 'a'], seq: 2, prev: 'ff', at: 'T1', logged: 'T2' }
  const text = new TextDecoder().decode(entryBytes(place, { kind: 'row', op: 'update', sha256: 'aa', sm3: 'bb' }))
  expect(text).toBe(
    '{"at":"T1","kind":"row","logged":"T2","op":"update","prev":"ff","record":["420000000000","a"],"seq":2,"sha256":"aa","sm3":"bb","table":"rounds.round","v":1}',
  )
})

it('writes every kind of entry as an implementation of RFC 8785 does', () => {
  const text = fc.string({ unit: 'grapheme' })
  const place = fc.record({
    table: text,
    record: fc.array(text),
    seq: fc.nat(),
    prev: fc.option(text),
    at: text,
    logged: text,
  })
  const happening = fc.oneof(
    fc.record({
      kind: fc.constant('row' as const),
      op: fc.constant('insert' as const),
      sha256: fc.option(text),
      sm3: fc.option(text),
    }),
    fc.record({ kind: fc.constant('tombstone' as const), basis: text, approvers: fc.array(text) }),
    fc.record({ kind: fc.constant('restore' as const), from: fc.nat(), reason: text }),
  )
  fc.assert(
    fc.property(place, happening, (one, other) => {
      expect(new TextDecoder().decode(entryBytes(one, other))).toBe(canonicalize({ v: 1, ...one, ...other }))
    }),
    { seed: 8785 },
  )
})

it('commits to salt and content with both hashes, as the published vectors of SM3 give them', () => {
  for (const [text, hash] of vectors.sm3.hashes) expect(hex(sm3(utf8(text)))).toBe(hash)
  const salt = new Uint8Array(32).fill(1)
  const kept = commitTo(hexHashes, salt, '{}')
  expect(kept.sha256).toBe(hex(sha256(Uint8Array.from([...salt, 123, 125]))))
  expect(commitTo(hexHashes, salt, '村务🌾').sm3).toBe(hex(sm3(Uint8Array.from([...salt, ...utf8('村务🌾')]))))
  expect(kept).not.toEqual(commitTo(hexHashes, new Uint8Array(32), '{}'))
})

it('binds each content as if it were the only one, whatever was bound before it', () => {
  const salt = new Uint8Array(32).fill(2)
  const contents = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 1000, max: 400_000 }).map((length) => '田'.repeat(length)),
    ),
    { minLength: 2, maxLength: 4 },
  )
  fc.assert(
    fc.property(contents, (texts) => {
      for (const text of texts)
        expect(commitTo(hexHashes, salt, text).sha256).toBe(hexHashes.sha256(Buffer.concat([salt, utf8(text)])))
    }),
    { seed: 32, numRuns: 40 },
  )
})

it('names a key as the published note does', () => {
  const [name = '', id, encoded = ''] = vectors.note.key.split('+')
  const publicKey = new Uint8Array(Buffer.from(encoded, 'base64')).subarray(1)
  const key = { name, type: 'ed25519', publicKey } as const
  expect(hex(keyId(sha256, key))).toBe(id)
  expect(verifierKey(sha256, key)).toBe(vectors.note.key)
  const [text = '', line = ''] = vectors.note.note.split('\n\n')
  const signature = new Uint8Array(Buffer.from(line.split(' ')[2] ?? '', 'base64')).subarray(4)
  expect(signNote(sha256, `${text}\n`, [{ key, sign: () => signature }])).toBe(vectors.note.note)
})

it('signs with SM2 as the example of the standard does', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
  const { message, privateKey, random, publicKey, r, s } = vectors.sm2
  expect(hex(sm2PublicKey(bytes(privateKey)))).toBe(publicKey)
  const signature = sm2Sign(sm3, bytes(privateKey), utf8(message), bytes(random))
  expect(hex(signature ?? new Uint8Array())).toBe(r + s)
  expect(sm2Sign(sm3, bytes(privateKey), utf8(message), new Uint8Array(32))).toBeNull()
})

it('writes checkpoints, requests to witnesses and proofs line by line', () => {
  const root = new Uint8Array(32)
  const text = checkpointText({ origin: 'example.com/log', size: 3, root })
  expect(text).toBe(`example.com/log\n3\n${'A'.repeat(43)}=\n`)
  expect(witnessRequest(1, [root], 'NOTE')).toBe(`old 1\n${'A'.repeat(43)}=\n\nNOTE`)
  expect(proofText(2, [root], 'NOTE')).toBe(`c2sp.org/tlog-proof@v1\nindex 2\n${'A'.repeat(43)}=\n\nNOTE`)
  expect([...timedSignature(258, Uint8Array.of(9))]).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 9])
})
