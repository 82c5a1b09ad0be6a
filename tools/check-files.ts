// Three rules that no linter has: a file of more than 400 lines is two files (from 300 on it is told so),
// an engine does not ask what time it is, and Chinese is not set with English commas.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { project } from './fingerprint.ts'

const folder = path.resolve(process.argv[2] ?? project)
const sources = globSync('**/*.{ts,tsx,mjs,sql}', {
  cwd: folder,
  exclude: ['**/node_modules/**', '**/dist/**', '**/*.generated.ts', 'data/**', '.*/**', 'test-results/**', 'bench/results/**'],
})

/** A Chinese text of the catalogue in which a Chinese character is followed by a comma, colon, semicolon or bracket of half the width. */
const HALF_WIDTH = /\bzh: (['"`])(?:(?!\1).)*[\u4e00-\u9fff][,:;(](?:(?!\1).)*\1/

const errors: string[] = []
const warnings: string[] = []
for (const file of sources.toSorted()) {
  const text = readFileSync(path.join(folder, file), 'utf8')
  const lines = text.split('\n').length - 1
  if (lines > 400) errors.push(`${file}: ${lines} lines; split it by meaning (400 is the most)`)
  else if (lines > 300) warnings.push(`${file}: ${lines} lines; it will need splitting soon`)
  const isEngine = file.startsWith('engines/') && !file.includes('.test.')
  if (isEngine && /new Date\(\s*\)|[^\w.]Date\(\s*\)/.test(text)) errors.push(`${file}: an engine has no clock; pass the time in`)
  text.split('\n').forEach((line, at) => {
    if (HALF_WIDTH.test(line)) errors.push(`${file}:${at + 1}: Chinese has full-width punctuation`)
  })
}
for (const line of [...warnings.map((each) => `warning: ${each}`), ...errors]) console.log(line)
process.exitCode = errors.length === 0 ? 0 : 1
