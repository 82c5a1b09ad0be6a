import { describe, expect, it } from 'vitest'
import { makePortfolio } from './make-portfolio.ts'
import { isSignatureOf, timeOfRound } from './quicknet.ts'
import { recordPublic } from './record-public.ts'
import { committed, frozen, opened } from './testing/run-ceremony.ts'
import { QUICKNET_ROUNDS } from './testing/quicknet-rounds.ts'
import { smallRound } from './testing/small-round.ts'

const [first, second] = QUICKNET_ROUNDS

describe('a public value', () => {
  it('is told from a made-up one without any network', () => {
    expect(isSignatureOf(first.round, first.signature)).toBe(true)
    expect(isSignatureOf(second.round, second.signature)).toBe(true)
    expect(isSignatureOf(first.round, second.signature)).toBe(false)
    expect(isSignatureOf(first.round, '00'.repeat(48))).toBe(false)
  })

  it('of a round is signed three seconds after that of the round before', () => {
    expect(new Date(timeOfRound(1) * 1000).toISOString()).toBe('2023-08-23T15:09:27.000Z')
    expect(timeOfRound(1001) - timeOfRound(1)).toBe(3000)
  })

  it('is waited for where it was named, taken only if it is of that round, and only once', async () => {
    const files = opened(committed(frozen(smallRound(), { publicRounds: { first: first.round, second: second.round } })), 1)
    expect(await makePortfolio(files)).toMatchObject({ kind: 'refused', en: expect.stringContaining('public value') })
    expect(recordPublic(files, 1, second.signature)).toMatchObject({ kind: 'refused' })
    const answer = recordPublic(files, 1, first.signature)
    if (answer.kind !== 'recorded') throw new Error(answer.en)
    const known = { ...files, publicBeacons: [answer.file] }
    expect(recordPublic(known, 1, first.signature)).toMatchObject({ kind: 'refused' })
    expect((await makePortfolio(known)).kind).toBe('portfolio')
    expect(recordPublic(opened(committed(frozen(smallRound())), 1), 1, first.signature)).toMatchObject({ kind: 'refused' })
  })
})
