// Builds the key ceremony into one HTML file. `node build.ts OUT`
import { writeFileSync } from 'node:fs'
import { build } from 'vite'
import { oneFilePage } from '../../tools/one-file-page.ts'

const [, self, out] = process.argv
if (self === import.meta.filename && out !== undefined)
  writeFileSync(out, await oneFilePage(build, import.meta.dirname, 'ceremony'))
