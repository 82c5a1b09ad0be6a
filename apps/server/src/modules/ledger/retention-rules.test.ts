import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DEFAULT_RULES, readRetentionRules } from './retention-rules.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shengmian-retention-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reading = (text: string) => {
  const file = path.join(folder, 'retention.txt')
  writeFileSync(file, text)
  return readRetentionRules(file)
}

it('without a file the default periods hold', () => {
  expect(readRetentionRules(path.join(folder, 'none.txt'))).toEqual(DEFAULT_RULES)
})

it('a line of the file takes the place of one default and leaves the others', () => {
  const rules = reading('# ours\n\nkeep tie 1 本市规定第三条\n')
  expect(rules.find(({ kind }) => kind === 'tie')).toEqual({
    kind: 'tie',
    table: 'registry.tie',
    years: 1,
    basis: '本市规定第三条',
    isDefault: false,
  })
  expect(rules.filter(({ kind }) => kind !== 'tie').every(({ isDefault }) => isDefault)).toBe(true)
  expect(rules.filter(({ kind }) => kind !== 'tie')).toEqual(DEFAULT_RULES.filter(({ kind }) => kind !== 'tie'))
})

it('a line that cannot be read is named, so that no period is guessed', () => {
  for (const line of [
    'keep tie',
    'keep tie 0 依据',
    'keep tie 101 依据',
    'keep tie three 依据',
    'keep plan 3 依据',
    'forget tie 3 依据',
    'keep tie 3 ',
  ])
    expect(() => reading(`# ours\n${line}\n`)).toThrow(/retention\.txt:2: expected/)
})
