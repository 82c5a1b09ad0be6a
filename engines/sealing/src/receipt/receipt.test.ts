import { argon2Sync, createHash, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import vectors from '../../vectors/receipts.json' with { type: 'json' }
import { hex } from '../bytes.ts'
import { sure } from '../testing/world.ts'
import { readCharacters, receiptCharacters } from './characters.ts'
import { readDigits, receiptDigits, receiptGroups } from './digits.ts'
import { deriveReporter, mailboxOf } from './reporter.ts'

const receipts = fc.uint8Array({ minLength: 10, maxLength: 10 })

it('A receipt has one secret of 80 bits and two written faces, each of which gives it back', () => {
  fc.assert(
    fc.property(receipts, (receipt) => {
      expect(receiptDigits(receipt)).toMatch(/^1\d{27}$/)
      expect(readDigits(receiptDigits(receipt))).toEqual({ kind: 'read', receipt })
      expect(Array.from(receiptCharacters(receipt))).toHaveLength(8)
      expect(readCharacters(receiptCharacters(receipt))).toEqual({ kind: 'read', receipt })
    }),
    { seed: 1, numRuns: 300 },
  )
})

it('Every wrong digit and every two neighbours that changed places are found', () => {
  fc.assert(
    fc.property(receipts, (receipt) => {
      const digits = receiptDigits(receipt)
      for (let at = 0; at < digits.length; at += 1) {
        for (let digit = 0; digit < 10; digit += 1) {
          const wrong = digits.slice(0, at) + digit + digits.slice(at + 1)
          if (wrong !== digits) expect(readDigits(wrong).kind).toBe('refused')
        }
        const swapped = digits.slice(0, at) + (digits[at + 1] ?? '') + (digits[at] ?? '') + digits.slice(at + 2)
        if (swapped !== digits) expect(readDigits(swapped).kind).toBe('refused')
      }
    }),
    { seed: 2, numRuns: 20 },
  )
})

it('Digits are read with spaces, hyphens and in full width, and refused with the reason', () => {
  const receipt = new Uint8Array(10).fill(7)
  const groups = receiptGroups(receipt)
  expect(groups).toHaveLength(7)
  expect(readDigits(groups.join(' ')).kind).toBe('read')
  expect(readDigits(groups.join('－').replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))).kind).toBe(
    'read',
  )
  expect(readDigits(groups.slice(1).join(' '))).toEqual({ kind: 'refused', why: 'length' })
  expect(readDigits(`x${groups.join('')}`)).toEqual({ kind: 'refused', why: 'character' })
  const body = `2${'0'.repeat(25)}`
  const check = String(98n - ((BigInt(body) * 100n) % 97n)).padStart(2, '0')
  expect(readDigits(body + check)).toEqual({ kind: 'refused', why: 'version' })
  expect(readCharacters('的的的')).toEqual({ kind: 'refused', why: 'length' })
  expect(readCharacters('的的的的的的的x')).toEqual({ kind: 'refused', why: 'character' })
})

it('The committed receipts give the committed keys, and OpenSSL derives the same', async () => {
  expect(vectors.length).toBeGreaterThan(2)
  for (const vector of vectors) {
    const receipt = Buffer.from(vector.receipt, 'hex')
    expect(receiptDigits(receipt)).toBe(vector.digits)
    expect(receiptCharacters(receipt)).toBe(vector.characters)
    const { signSecret, ...reporter } = await deriveReporter(receipt)
    expect({ ...reporter, signSecret }).toEqual(vector.reporter)
    const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
    const root = argon2Sync('argon2id', { message: receipt, nonce: Buffer.from('shengmian/receipt/v1'), ...cost })
    const part = (label: string) => Buffer.from(hkdfSync('sha256', root, Buffer.alloc(0), label, 32))
    expect(part('fetch').toString('hex')).toBe(reporter.fetch)
    expect(part('sign').toString('hex')).toBe(signSecret)
    expect(createHash('sha256').update(part('fetch')).digest('hex')).toBe(reporter.mailbox)
  }
})

it('A mailbox is named by the hash of what fetches it', () => {
  const [vector] = vectors
  expect(mailboxOf(sure(vector).reporter.fetch)).toBe(sure(vector).reporter.mailbox)
  expect(mailboxOf(hex(new Uint8Array(31)))).toBeNull()
  expect(mailboxOf('Z'.repeat(64))).toBeNull()
})
