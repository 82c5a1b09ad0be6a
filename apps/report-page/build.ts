// Builds the villager's page: one HTML file a language, three scripts inside in the order in which a slow link needs them, and a policy that
// allows exactly these. Beside each lie its compressed forms. The same sources give the same bytes. `node build.ts FOLDER`
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { compress } from './compress.ts'
import { languages } from './texts/index.ts'

const folder = import.meta.dirname
const parts = ['writing', 'sealing', 'after'] as const
type Part = (typeof parts)[number]
export type Language = keyof typeof languages

/** The scripts as they stand in the page; the same for every language. */
export async function buildParts(): Promise<Readonly<Record<Part, string>>> {
  const built: Partial<Record<Part, string>> = {}
  for (const part of parts) built[part] = await buildPart(part)
  const { writing = '', sealing = '', after = '' } = built
  return { writing, sealing, after }
}

async function buildPart(part: Part): Promise<string> {
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      // WeChat's browser on older phones.
      target: 'es2020',
      lib: { entry: path.join(folder, `src/${part}.ts`), formats: ['iife'], name: part },
    },
  })
  const [output] = [built].flat()
  const chunk = output !== undefined && 'output' in output ? output.output[0] : null
  if (chunk === null) throw new Error(`the part ${part} was not built`)
  return harmless(chunk.code.trim())
}

/** The page in a language. */
export function buildPage(scripts: Readonly<Record<Part, string>>, language: Language): string {
  const { texts } = languages[language]
  const style = readFileSync(path.join(folder, 'src/page.css'), 'utf8').replaceAll(/\s*\n\s*/g, '')
  const hashes = parts.map((part) => `'${hashOf(scripts[part])}'`).join(' ')
  const policy = [
    "default-src 'none'",
    // Argon2id is WebAssembly; nothing else is made code at run time.
    `script-src ${hashes} 'wasm-unsafe-eval'`,
    `style-src '${hashOf(style)}'`,
    "connect-src 'self'",
    'img-src blob: data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ')
  const placed: Readonly<Record<string, string>> = {
    ...texts.page,
    html: texts.html,
    policy,
    languages: linksTo(language),
    said: harmless(JSON.stringify(texts.said)),
    later: harmless(JSON.stringify(texts.later)),
  }
  return (
    readFileSync(path.join(folder, 'src/page.html'), 'utf8')
      // Line ends of the source are none of the page.
      .replaceAll(/>\s*\n\s*</g, '><')
      .replaceAll(/\s*\n\s*/g, ' ')
      .replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
        const text = placed[name]
        if (text === undefined) throw new Error(`the page has no text called ${name}`)
        return text
      })
      .replace('<style></style>', () => `<style>${style}</style>`)
      .replaceAll(/<script data-part="(\w+)"><\/script>/g, (_, part: Part) => `<script>${scripts[part]}</script>`)
  )
}

function linksTo(current: Language): string {
  return Object.entries(languages)
    .filter(([code]) => code !== current)
    .map(([code, { name }]) => `<a href="?lang=${code}">${name}</a>`)
    .join(' ')
}

/** A closing tag in a text would end the script. */
function harmless(code: string): string {
  return code.replaceAll('</', String.raw`<\/`)
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

const [, self, out] = process.argv
if (self === import.meta.filename && out !== undefined) {
  const scripts = await buildParts()
  for (const language of Object.keys(languages) as Language[]) {
    const page = buildPage(scripts, language)
    const file = path.join(out, `report.${language}.html`)
    writeFileSync(file, page)
    for (const encoding of ['br', 'gz'] as const) writeFileSync(`${file}.${encoding}`, (await compress(page, encoding)).bytes)
  }
}
