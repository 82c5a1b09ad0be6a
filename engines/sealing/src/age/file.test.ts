import { createHash } from 'node:crypto'
import * as cctv from 'cctv-age'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8 } from '../bytes.ts'
import { makeIdentity, recipientOf } from '../keys.ts'
import { seededRandom } from '../testing/random.ts'
import { sure } from '../testing/world.ts'
import { openFile, sealFile } from './file.ts'
import { openPayload, sealPayload } from './payload.ts'

const random = seededRandom('age')
const [one, other] = [makeIdentity(random), makeIdentity(random)]
const recipients = [sure(recipientOf(one)), sure(recipientOf(other))]

it('What is sealed to two opens with either key and with no third', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
      const file = sealFile(plain, recipients, random)
      expect(openFile(file, [one])).toEqual(plain)
      expect(openFile(file, [makeIdentity(random), other])).toEqual(plain)
      expect(openFile(file, [makeIdentity(random)])).toBeNull()
    }),
    { seed: 5, numRuns: 30 },
  )
})

describe('The published vectors of age (C2SP CCTV), those for X25519 without armour', () => {
  const vectors = Object.entries<Uint8Array>({ ...cctv }).flatMap(([name, bytes]) => {
    const end = Buffer.from(bytes).indexOf('\n\n')
    const fields = new Map<string, string>()
    for (const line of Buffer.from(bytes).subarray(0, end).toString().split('\n')) {
      const [key = '', value = ''] = line.split(': ')
      fields.set(key, value)
    }
    const isOurs = fields.get('identity')?.startsWith('AGE-SECRET-KEY-1') === true
    const isPlain = !fields.has('armored') && !fields.has('compressed') && !fields.has('passphrase')
    return isOurs && isPlain ? [{ name, fields, file: bytes.slice(end + 2) }] : []
  })

  it('are many', () => expect(vectors.length).toBeGreaterThan(40))

  it.each(vectors)('$name', ({ fields, file }) => {
    const opened = openFile(file, [sure(fields.get('identity'))])
    const hash = opened === null ? null : createHash('sha256').update(opened).digest('hex')
    expect(hash).toBe(fields.get('expect') === 'success' ? fields.get('payload') : null)
  })
})

it('Pieces of a long payload cannot be cut off, swapped, repeated or made the last', () => {
  const key = random(32)
  const plain = random(3 * 65_536)
  const sealed = sealPayload(key, plain)
  const piece = (at: number) => sealed.subarray(at * 65_552, (at + 1) * 65_552)
  const joinedPieces = (...order: number[]) => new Uint8Array(Buffer.concat(order.map(piece)))
  expect(openPayload(key, joinedPieces(0, 1, 2))).toEqual(plain)
  for (const order of [[0, 1], [0], [1, 0, 2], [0, 0, 1, 2], [0, 1, 2, 2], [0, 2], [2]])
    expect(openPayload(key, joinedPieces(...order))).toBeNull()
  expect(openPayload(key, new Uint8Array(Buffer.concat([sealed, utf8('x')])))).toBeNull()
})

it('Bytes that are no age file are refused, whatever they are', () => {
  const file = sealFile(utf8('…'), recipients, random)
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 4 }),
      (flips) => {
        const spoilt = Uint8Array.from(file)
        for (const [at, by] of flips) spoilt[at] = (spoilt[at] ?? 0) ^ by
        if (!Buffer.from(spoilt).equals(Buffer.from(file))) expect(openFile(spoilt, [one, other])).toBeNull()
      },
    ),
    { seed: 6, numRuns: 100 },
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(openFile(bytes, [one])).toBeNull()
    }),
    { seed: 7, numRuns: 2_000 },
  )
})
