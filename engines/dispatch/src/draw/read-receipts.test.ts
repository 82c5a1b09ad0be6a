import { expect, it } from 'vitest'
import { readReceipts } from './read-draw.ts'
import { committed, frozen } from './testing/run-ceremony.ts'
import { smallRound } from './testing/small-round.ts'

it('a receipt is read alone or from a bundle, and what cannot contradict a draw is left aside', () => {
  const { freeze, commitments, salts } = committed(frozen(smallRound()))
  const [own] = commitments
  const bundle = { format: 'shengmian.draw/1', kind: 'bundle', files: [freeze, own] }
  expect(readReceipts([{ name: 'receipt.json', content: JSON.stringify(bundle) }])).toEqual({
    kind: 'read',
    value: [freeze, own],
  })
  expect(readReceipts([{ name: 'salts.json', content: salts }])).toEqual({ kind: 'read', value: [] })
  expect(readReceipts([{ name: 'x.json', content: '{' }])).toMatchObject({ kind: 'refused' })
})
