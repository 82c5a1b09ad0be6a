import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quickXplain } from './quick-xplain.ts'

it('finds a clash of which every part is needed, with far fewer questions than elements', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 199 }), { minLength: 1, maxLength: 5 }), (planted) => {
      let questions = 0
      const clashes = (subset: readonly number[]): boolean => {
        questions++
        return planted.every((element) => subset.includes(element))
      }
      const everything = Array.from({ length: 200 }, (_, element) => element)
      const found = quickXplain(everything, [], clashes, () => true)
      expect(found.toSorted((a, b) => a - b)).toEqual(planted.toSorted((a, b) => a - b))
      expect(questions).toBeLessThan(100)
    }),
  )
})

it('answers nothing where the background clashes alone', () => {
  expect(
    quickXplain(
      [1, 2],
      [0],
      (subset) => subset.includes(0),
      () => true,
    ),
  ).toEqual([])
})

it('keeps everything when it may not ask', () => {
  expect(
    quickXplain(
      [1, 2, 3],
      [],
      () => true,
      () => false,
    ),
  ).toEqual([1, 2, 3])
})
