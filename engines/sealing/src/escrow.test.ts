import fc from 'fast-check'
import { split as shamir } from 'shamir-secret-sharing'
import { expect, it } from 'vitest'
import { joinKey, openShare, splitKey, type Share } from './escrow.ts'
import { makeIdentity, recipientOf } from './keys.ts'
import { seededRandom } from './testing/random.ts'
import { sure } from './testing/world.ts'

const random = seededRandom('escrow')
const key = makeIdentity(random)
const holders = Array.from({ length: 5 }, () => makeIdentity(random))
const ask = { purpose: 'escrow 2026-2', holders: holders.map((holder) => sure(recipientOf(holder))), need: 3 }
const files = sure(await splitKey(key, ask, { split: shamir, random }))
const shares = files.map((file, at) => sure(openShare(file, sure(holders[at]))))
const of = (...numbers: number[]) => numbers.map((number) => sure(shares[number - 1]))

it('Any three of five shares make the key again, and fewer do not', async () => {
  for (const chosen of [of(1, 2, 3), of(5, 3, 1), of(2, 4, 5), of(1, 2, 3, 4, 5)])
    expect(await joinKey(chosen)).toEqual({ kind: 'joined', identity: key, wrong: [] })
  for (const chosen of [[], of(1), of(4, 5), of(4, 4, 5)])
    expect(await joinKey(chosen)).toEqual({ kind: 'refused', why: 'too-few' })
})

it('A share is opened by its holder alone', () => {
  expect(openShare(sure(files[0]), sure(holders[1]))).toBeNull()
})

it('A share that is wrong is named where enough others are right, and never makes another key', async () => {
  const wrong = (share: Share): Share => ({ ...share, share: Buffer.from(random(33)).toString('base64') })
  expect(await joinKey([...of(1, 3, 4), wrong(sure(shares[1]))])).toEqual({ kind: 'joined', identity: key, wrong: [2] })
  expect(await joinKey([...of(1, 3), wrong(sure(shares[1]))])).toEqual({ kind: 'refused', why: 'wrong-shares' })
  const other = { ...sure(shares[1]), purpose: 'escrow 2026-3' }
  expect(await joinKey([...of(1, 3), other])).toEqual({ kind: 'refused', why: 'not-of-one-key' })
})

it('A random choice of holders joins exactly when there are three of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.subarray([1, 2, 3, 4, 5]), async (numbers) => {
      expect((await joinKey(of(...numbers))).kind).toBe(numbers.length >= 3 ? 'joined' : 'refused')
    }),
    { seed: 4, numRuns: 32 },
  )
})
