import { expect, it } from 'vitest'
import { filledOf, writtenOf } from './person-form.ts'

it('an empty line is sent as not known, and blanks around a line are not sent', () => {
  const written = writtenOf({ ...filledOf(null), name: ' 沈木棉 ', employer: '  ', rank: ' 四级主任科员 ' }, null)
  expect(written).toMatchObject({ name: '沈木棉', employer: null, rank: '四级主任科员', version: null })
})

it('a list that nobody asked about stays unknown, and one that is known to be empty stays empty', () => {
  const written = writtenOf({ ...filledOf(null), name: '沈木棉', skills: [], postings: null }, 3)
  expect([written.skills, written.postings, written.languages, written.version]).toEqual([[], null, null, 3])
})

it('a source without a word and a day is no source, and whoever is not in training has no mentor', () => {
  const evidence = { home: { source: '干部档案', date: null }, native: { source: ' ', date: null } }
  const written = writtenOf({ ...filledOf(null), name: '沈木棉', evidence, mentor: 'somebody' }, 1)
  expect(written.evidence).toEqual({ home: { source: '干部档案', date: null } })
  expect(written.mentor).toBeNull()
})

it('a posting without a title is sent without one', () => {
  const posting = { region: '421022', from: '2015-03', to: null }
  const written = writtenOf({ ...filledOf(null), name: '沈木棉', postings: [{ ...posting, title: ' ' }] }, 1)
  expect(written.postings).toEqual([posting])
})
