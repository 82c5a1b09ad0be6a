// node tools/make-examples/main.ts [NAME …]: rewrites, with the same bytes every time,
//   examples/NAME/problem.json            the round as a dispatch problem
//   examples/NAME/spoilt/{problem,plan}.json  a planned pair with one tie planted afterwards (this plans the round: some seconds)
//   apps/server/demo/NAME.json            the demonstration world that the problem is cut from
import { mkdirSync, writeFileSync } from 'node:fs'
import { madeFiles, spoiltFiles, type MadeFile } from './made-files.ts'

const root = new URL('../../', import.meta.url)
const names = process.argv.slice(2)

function write({ path, text }: MadeFile): void {
  const file = new URL(path, root)
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, text)
  process.stderr.write(`${path} ${Buffer.byteLength(text)} bytes\n`)
}

for (const file of madeFiles(names)) write(file)
for await (const file of spoiltFiles(names)) write(file)
