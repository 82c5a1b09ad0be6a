// The page as it is built: the same bytes each time, small enough for a slow link, and every word of it in its place.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildPage, buildParts, type Language } from './build.ts'
import { compress } from './compress.ts'
import { languages } from './texts/index.ts'
import { zh } from './texts/zh.ts'

const KB = 1_024
const codes = Object.keys(languages) as Language[]
let scripts: Awaited<ReturnType<typeof buildParts>>
beforeAll(async () => {
  scripts = await buildParts()
})

describe('The villager’s page', () => {
  it('is built to the same bytes again, compressed and not', async () => {
    const again = await buildParts()
    for (const code of codes) {
      const [one, other] = [buildPage(scripts, code), buildPage(again, code)]
      expect(other).toBe(one)
      expect((await compress(other, 'br')).bytes.equals((await compress(one, 'br')).bytes)).toBe(true)
    }
  })

  it('takes at most 12 KB before it is usable and 40 KB before it can seal, in every language', async () => {
    for (const code of codes) {
      const page = buildPage(scripts, code)
      const { bytes, until } = await compress(page, 'br')
      expect([code, until.writing <= 12 * KB, until.sealing <= 40 * KB]).toEqual([code, true, true])
      // What is counted is what has to arrive: by then each script stands whole.
      const start = brotliDecompressSync(bytes.subarray(0, until.sealing), { finishFlush: 1 }).toString()
      expect(start.endsWith(`<script>${scripts.sealing}</script>`)).toBe(true)
      expect(gunzipSync((await compress(page, 'gz')).bytes).toString()).toBe(page)
    }
  })

  it('runs its own three scripts and its style, and nothing else', () => {
    const page = buildPage(scripts, 'zh')
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(page) ?? []
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const inline = [...page.matchAll(/<(?:script|style)>(.*?)<\/(?:script|style)>/gs)].map(([, code = '']) => hash(code))
    expect(inline).toHaveLength(4)
    const allowed = policy.match(/'sha256-[^']+'/g) ?? []
    expect(allowed.toSorted()).toEqual(inline.toSorted())
    expect(policy).not.toMatch(/unsafe-(inline|eval)(?!.)|'unsafe-inline'|'unsafe-eval'|https?:|\*/)
    expect(page).not.toMatch(/ on[a-z]+="| style="/)
    expect(scripts.writing + scripts.sealing + scripts.after).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/)
  })

  it('has a place for every word, and a word for every place', () => {
    const template = readFileSync(path.join(import.meta.dirname, 'src/page.html'), 'utf8')
    const places = new Set([...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))
    const ofBuild = new Set(['html', 'policy', 'languages', 'said', 'later'])
    expect(Object.keys(zh.page).filter((name) => !places.has(name))).toEqual([])
    expect([...places].filter((name) => name !== undefined && !ofBuild.has(name) && !(name in zh.page))).toEqual([])
    for (const code of codes) expect(buildPage(scripts, code)).not.toMatch(/\{\{\w+\}\}/)
  })

  it('says in a language that is not translated yet that it is not', () => {
    for (const code of ['bo', 'ii'] as const) expect(buildPage(scripts, code)).toContain('还没有译成')
    expect(buildPage(scripts, 'zh')).not.toContain('还没有译成')
    expect(buildPage(scripts, 'en')).toContain('<html lang="en">')
  })
})
