import { expect, it } from 'vitest'
import * as contract from './index.ts'

it('every endpoint is called by a few Chinese words of its own, for lists of what was asked', () => {
  const endpoints = Object.values(contract as Record<string, unknown>).flatMap((value) =>
    typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'id' in value
      ? [value as contract.Endpoint]
      : [],
  )
  const words = endpoints.map(({ zh }) => zh ?? '')
  expect(endpoints.filter(({ zh }) => !/^\p{Script=Han}{2,14}$/u.test(zh ?? '')).map(({ id }) => id)).toEqual([])
  expect(words.filter((each, at) => words.indexOf(each) !== at)).toEqual([])
})
