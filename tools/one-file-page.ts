// A page as one HTML file: no second file, no network, and a policy that allows exactly this script and this style.
// The same sources give the same bytes.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'

interface Options {
  configFile: false
  root: string
  logLevel: 'silent'
  build: { write: false; minify: true; target: string; lib: { entry: string; formats: ['iife']; name: string } }
}

/** The text of the page in a folder: `src/main.ts`, `src/page.css` and `src/page.html`, built by the folder's own `vite`. */
export async function oneFilePage(build: (options: Options) => Promise<unknown>, folder: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: path.join(folder, 'src/main.ts'), formats: ['iife'], name },
    },
  })
  const [output] = [built].flat() as readonly { readonly output?: readonly { readonly code?: string }[] }[]
  const code = output?.output?.[0]?.code
  if (code === undefined) throw new Error(`the ${name} was not built`)
  // A closing tag in a text would end the script.
  const script = code.trim().replaceAll('</', String.raw`<\/`)
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
