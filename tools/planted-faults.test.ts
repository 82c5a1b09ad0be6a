// What the other watchers must catch, planted: size, unused code, and an engine that looks at the world.
import { afterEach, expect, it } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'
import { clearProject, plantProject, sound, type Files } from './planted-project.ts'
import { run } from './run.ts'

let folder = ''
afterEach(() => clearProject(folder))

async function outputOf(files: Files, program: string, flags: readonly string[]): Promise<{ code: number; output: string }> {
  folder = plantProject({ ...sound, ...files })
  return run(program, flags, { cwd: folder })
}

const sizes = (files: Files) => outputOf(files, 'node', [`${import.meta.dirname}/check-files.ts`, '.'])
const lines = (count: number) => '// a line\n'.repeat(count)

it('a file of 401 lines is refused, one of 400 is not, and one of 301 is warned of', async () => {
  const tooLong = await sizes({ 'contract/src/long.ts': lines(401) })
  expect(tooLong).toMatchObject({ code: 1, output: expect.stringContaining('contract/src/long.ts: 401 lines') })
  clearProject(folder)
  const long = await sizes({
    'apps/server/migrations/0001-long.sql': '-- a line\n'.repeat(400),
    'contract/src/longish.ts': lines(301),
  })
  expect(long.code).toBe(0)
  expect(long.output).toContain('warning: contract/src/longish.ts: 301 lines')
})

it('an engine that asks for the time is refused', async () => {
  const { code, output } = await sizes({ 'engines/recusal/src/now.ts': 'export const now = () => new Date()\n' })
  expect(code).toBe(1)
  expect(output).toContain('engines/recusal/src/now.ts: an engine has no clock')
})

it('a Chinese text with an English comma is refused, an English one with Chinese words is not', async () => {
  const words = (zh: string) => ({
    'contract/src/words.ts': `export const words = { ${['zh', `'${zh}'`].join(': ')}, en: 'stopped: 未写, so' }\n`,
  })
  const { code, output } = await sizes(words('已停,未写'))
  expect(code).toBe(1)
  expect(output).toContain('contract/src/words.ts:1: Chinese has full-width punctuation')
  clearProject(folder)
  expect((await sizes(words('已停，未写'))).code).toBe(0)
})

it.each([
  ['Date.now()', 'no-restricted-properties'],
  ['Math.random()', 'no-restricted-properties'],
  [`fetch('https://example.org')`, 'no-restricted-globals'],
  ['process.env', 'no-restricted-globals'],
  ['performance.now()', 'no-restricted-globals'],
  ['setTimeout(() => undefined, 1)', 'no-restricted-globals'],
  ['crypto.randomUUID()', 'no-restricted-globals'],
  ['(0 as any)', 'no-explicit-any'],
])('an engine that uses %s is refused by lint', async (expression, rule) => {
  const { code, output } = await outputOf(
    { 'engines/recusal/src/world.ts': `export const world = () => ${expression}\n` },
    'oxlint',
    ['engines'],
  )
  expect(code).not.toBe(0)
  expect(output).toContain(rule)
})

it('a promise nobody waits for is refused by type-aware lint', async () => {
  const floating = `const work = async () => 1\n\nexport function start() {\n  work()\n}\n`
  const { code, output } = await outputOf({ 'contract/src/floating.ts': floating }, 'oxlint', ['--type-aware', 'contract'])
  expect(code).not.toBe(0)
  expect(output).toContain('no-floating-promises')
})

it('a file and an export that nobody uses are named', async () => {
  const { code, output } = await outputOf(
    {
      'apps/server/src/modules/rounds/forgotten.ts': 'export const forgotten = 1\n',
      'apps/server/src/modules/rounds/propose-dispatch.ts': `import { plan } from '@shengmian/dispatch'\nimport { readUnit } from '../registry/index.ts'\n\nexport const propose = () => [plan(), readUnit()]\nexport const spare = 1\n`,
    },
    'knip',
    ['--no-progress'],
  )
  expect(code).not.toBe(0)
  expect(output).toMatch(/Unused files[^]*forgotten\.ts/)
  expect(output).toMatch(/Unused exports[^]*spare/)
})

it('a changed source gives another fingerprint, an unchanged one the same', () => {
  expect(fingerprintOf(['tools/fingerprint.ts'])).toBe(fingerprintOf(['tools/fingerprint.ts']))
  expect(fingerprintOf(['tools/fingerprint.ts'])).not.toBe(fingerprintOf(['tools/run.ts']))
})

it('the lockfile names the builds of every system, without which npm ci refuses it', async () => {
  const { code, output } = await run('node', ['tools/complete-lockfile.mjs', '--check'])
  expect(output).toContain('0 entries')
  expect(code).toBe(0)
})
