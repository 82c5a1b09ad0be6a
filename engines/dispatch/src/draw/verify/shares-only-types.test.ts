import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The solver that is replayed, and the plan verifier, which has its own such test. */
const REPLAYED = /\/(tickets\/solve-tickets|solve\/plan-dispatch|solve\/write-plan|verify\/index)\.ts$/

it('verify takes nothing but types from those who make a draw, and the solver to replay it', () => {
  const folder = new URL('.', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  expect(files.length).toBeGreaterThan(6)
  for (const name of files) {
    for (const [, words = '', from = ''] of readFileSync(new URL(name, folder), 'utf8').matchAll(/^(import[^']*)'([^']+)'/gm)) {
      if (from.startsWith('./')) continue
      if (!from.startsWith('.')) expect([name, from]).toEqual([name, expect.stringMatching(/^@noble\/(hashes|curves)\//)])
      else if (!REPLAYED.test(new URL(from, folder).pathname))
        expect([name, words]).toEqual([name, expect.stringMatching(/^import type /)])
    }
  }
})
