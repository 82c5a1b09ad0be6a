import { expect, it } from 'vitest'
import { rehearseDraw } from './rehearse-draw.ts'
import { TERMS } from './testing/run-ceremony.ts'
import { smallRound } from './testing/small-round.ts'

it('a rehearsal says how often the likeliest pair comes up, and more with a narrower tolerance', async () => {
  const wide = await rehearseDraw(smallRound(), {
    ...TERMS,
    tickets: 30,
    tolerance: { ...TERMS.tolerance, travelPermille: 5000 },
  })
  const narrow = await rehearseDraw(smallRound(), {
    ...TERMS,
    tickets: 30,
    tolerance: { ...TERMS.tolerance, travelPermille: 50 },
  })
  if (wide.kind !== 'odds' || narrow.kind !== 'odds') throw new Error('no plan')
  expect(wide.largestPair).toBeLessThan(narrow.largestPair)
  expect(wide.quota).toBe(null)
})

it('a rehearsal shows that a cap is beyond reach before anything is frozen', async () => {
  const odds = await rehearseDraw(smallRound(), { ...TERMS, tickets: 20, capPermille: 50 })
  expect(odds).toMatchObject({ kind: 'odds', quota: 1 })
  if (odds.kind === 'odds') expect(odds.largestPair).toBeGreaterThan(1)
  const nobody = smallRound({ people: [] })
  expect(await rehearseDraw(nobody, { ...TERMS, tickets: 2 })).toEqual({ kind: 'no-plan' })
})
