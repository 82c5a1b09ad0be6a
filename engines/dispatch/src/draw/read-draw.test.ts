import { expect, it } from 'vitest'
import { readDraw, readDrawFile } from './read-draw.ts'
import { committed, frozen } from './testing/run-ceremony.ts'
import { smallRound } from './testing/small-round.ts'

const files = committed(frozen(smallRound()))
const named = (list: readonly unknown[]): { name: string; content: string }[] =>
  list.map((content, k) => ({ name: `f${k}.json`, content: JSON.stringify(content) }))

it('the files of a draw are known by what they say, in any order, alone or in a bundle', () => {
  const parts = [...files.commitments, files.problem, files.salts, files.freeze]
  expect(readDraw(named(parts))).toEqual({ kind: 'read', value: files })
  expect(readDraw(named([{ format: 'shengmian.draw/1', kind: 'bundle', files: parts }]))).toEqual({ kind: 'read', value: files })
})

it('a folder without a freeze, or with two, is refused', () => {
  expect(readDraw(named(files.commitments))).toMatchObject({
    kind: 'refused',
    issues: [{ en: expect.stringContaining('no freeze') }],
  })
  expect(readDraw(named([files.freeze, files.freeze]))).toMatchObject({
    kind: 'refused',
    issues: [{ en: 'there is more than one freeze' }],
  })
})

it('a spoilt file is refused with its name and place', () => {
  const outcome = readDraw(named([files.freeze, { ...files.commitments[0], first: 'short', extra: 1 }]))
  expect(outcome).toMatchObject({ kind: 'refused', issues: [{ path: 'f1.json: $.first' }, { path: 'f1.json: $.extra' }] })
  expect(readDrawFile('{"format":"shengmian.draw/1","kind":"toString"}')).toMatchObject({ kind: 'refused' })
  expect(readDrawFile('null')).toMatchObject({ kind: 'refused', issues: [{ path: '$.kind' }] })
})
