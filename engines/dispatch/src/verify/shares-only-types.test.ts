import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('verify takes nothing but types from the rest of the engine, and nothing at all from other engines', () => {
  const folder = new URL('.', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('testing'),
  )
  expect(files.length).toBeGreaterThan(40)
  for (const name of files) {
    const here = new URL(name, folder)
    for (const [, words = '', from = ''] of readFileSync(here, 'utf8').matchAll(/^(import[^']*|export[^']* from )'([^']+)'/gm)) {
      if (!from.startsWith('.')) expect([name, from]).toEqual([name, expect.stringMatching(/^@noble\/hashes\//)])
      else if (!new URL(from, here).href.startsWith(folder.href)) {
        expect([name, words]).toEqual([name, expect.stringMatching(/^import type /)])
        expect([name, from]).toEqual([name, expect.stringMatching(/\/(problem|plan|rules)\.ts$/)])
      }
    }
  }
})
