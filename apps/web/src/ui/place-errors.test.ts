import { expect, it } from 'vitest'
import { fieldAt } from './place-errors.ts'

const fields = [['name'], ['postings', 0, 'region'], ['postings'], ['unit']] as const

it('a refusal stands at the narrowest field that holds its place', () => {
  expect(fieldAt(fields, 'body/name')).toEqual(['name'])
  expect(fieldAt(fields, 'body/postings/0/region')).toEqual(['postings', 0, 'region'])
  expect(fieldAt(fields, 'body/postings/3/to')).toEqual(['postings'])
})

it('a refusal of no field is left to be said below', () => {
  expect(fieldAt(fields, 'params/account')).toBeNull()
  expect(fieldAt(fields, 'body/names')).toBeNull()
})
