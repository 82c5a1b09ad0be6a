// Two rules that no linter has: a file of more than 400 lines is two files (from 300 on it is told so),
// and an engine does not ask what time it is.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { project } from './fingerprint.ts'

const folder = path.resolve(process.argv[2] ?? project)
const sources = globSync('**/*.{ts,tsx,mjs,sql}', {
  cwd: folder,
  exclude: ['**/node_modules/**', '**/dist/**', '**/*.generated.ts', 'data/**', '.*/**', 'test-results/**', 'bench/results/**'],
})

const errors: string[] = []
const warnings: string[] = []
for (const file of sources.toSorted()) {
  const text = readFileSync(path.join(folder, file), 'utf8')
  const lines = text.split('\n').length - 1
  if (lines > 400) errors.push(`${file}: ${lines} lines; split it by meaning (400 is the most)`)
  else if (lines > 300) warnings.push(`${file}: ${lines} lines; it will need splitting soon`)
  const isEngine = file.startsWith('engines/') && !file.includes('.test.')
  if (isEngine && /new Date\(\s*\)|[^\w.]Date\(\s*\)/.test(text)) errors.push(`${file}: an engine has no clock; pass the time in`)
}
for (const line of [...warnings.map((each) => `warning: ${each}`), ...errors]) console.log(line)
process.exitCode = errors.length === 0 ? 0 : 1
