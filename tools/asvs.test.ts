// docs/asvs.md says what it counts, and names only tests that are there.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { project } from './fingerprint.ts'

const text = readFileSync(path.join(project, 'docs/asvs.md'), 'utf8')
const lines = [...text.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| ([^|]+) \|$/gm)].map(
  ([, id, level, state, how]) => ({
    id: id ?? '',
    level,
    state: (state ?? '').replaceAll('*', ''),
    test: /`([^`]+\.test\.ts)`/.exec(how ?? '')?.[1] ?? null,
  }),
)
const count = (state: string) => lines.filter((line) => line.state === state).length

it('the mapping has 253 lines of levels 1 and 2, each once, and its counts are those of its lines', () => {
  expect(new Set(lines.map(({ id }) => id)).size).toBe(253)
  expect(lines.length).toBe(253)
  expect(lines.filter(({ level }) => level === '1').length).toBe(70)
  const said = `**253 lines: ${count('tested')} tested, ${count('by design')} by design, ${count('open')} open, ${count('does not apply')} do not apply.**`
  expect(text).toContain(said)
})

it('every line that is called tested names a test that exists', () => {
  expect(
    lines.filter(({ state, test }) => state === 'tested' && (test === null || !existsSync(path.join(project, test)))),
  ).toEqual([])
})
