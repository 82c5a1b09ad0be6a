import { Problem } from '@shengmian/contract'
import { expect, it } from 'vitest'
import { personEnd } from './person-end.ts'

it('a person out of sight is not found, as an unknown one, and nothing that was written about him is taken over', () => {
  expect(() => personEnd(undefined, '郁青禾')).toThrow(Problem)
  let refused: unknown
  try {
    personEnd(undefined, '郁青禾')
  } catch (error) {
    refused = error
  }
  expect(refused).toMatchObject({ code: 'unfit', details: { errors: [{ at: 'body/other/id' }] } })
})

it('a person in sight is an end in his own pool', () => {
  expect(personEnd({ id: 'p', authority: 421_000_000_000 }, '郁青禾')).toEqual({
    otherKind: 'person',
    other: 'p',
    otherAuthority: 421_000_000_000,
    otherCounty: null,
    otherName: '郁青禾',
  })
})
