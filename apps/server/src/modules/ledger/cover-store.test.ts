import { expect, it } from 'vitest'
import { changesContent } from './cover-store.ts'
import type { Column } from './covered-tables.ts'

const column = (name: string, isFilled: boolean, type = 'text'): Column => ({ name, type, isFilled })
const before = [column('id', true, 'uuid'), column('note', false)]

it('a new column that is empty in the rows that are there leaves their content as it was', () => {
  expect(changesContent(before, before)).toBe(false)
  expect(changesContent(before, [...before, column('more', false)])).toBe(false)
})

it('a column that is filled, gone, or of another type changes the content of every row', () => {
  expect(changesContent(before, [...before, column('more', true)])).toBe(true)
  expect(changesContent(before, before.slice(0, 1))).toBe(true)
  expect(changesContent(before, [column('id', true, 'uuid'), column('note', false, 'integer')])).toBe(true)
})

it('columns that stand in another order change the content of every row', () => {
  expect(changesContent(before, before.toReversed())).toBe(true)
  expect(changesContent(before, [column('id', true, 'uuid'), column('more', false), column('note', false)])).toBe(false)
})
