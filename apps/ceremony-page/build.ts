// Builds the key ceremony into one HTML file: no second file, no network, and a policy that allows exactly this script and this style.
// The same sources give the same bytes. `node build.ts OUT`
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const folder = import.meta.dirname

/** The page's text. */
export async function buildCeremony(): Promise<string> {
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: path.join(folder, 'src/main.ts'), formats: ['iife'], name: 'ceremony' },
    },
  })
  const [output] = [built].flat()
  const chunk = output !== undefined && 'output' in output ? output.output[0] : null
  if (chunk === null) throw new Error('the ceremony was not built')
  // A closing tag in a text would end the script.
  const script = chunk.code.trim().replaceAll('</', String.raw`<\/`)
  const style = readFileSync(path.join(folder, 'src/page.css'), 'utf8').trim()
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`
  return readFileSync(path.join(folder, 'src/page.html'), 'utf8')
    .replace('{{policy}}', () => policy)
    .replace('<style></style>', () => `<style>${style}</style>`)
    .replace('<script></script>', () => `<script>${script}</script>`)
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

const [, self, out] = process.argv
if (self === import.meta.filename && out !== undefined) writeFileSync(out, await buildCeremony())
