// For the tests of the fence: a small project in a temporary folder, under the real rules, into which faults are planted.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { project } from './fingerprint.ts'

export type Files = Readonly<Record<string, string>>

const packages: Files = {
  'engines/recusal': 'recusal',
  'engines/dispatch': 'dispatch',
  contract: 'contract',
  'apps/server': 'server',
  'apps/web': 'web',
  testing: 'testing',
}

/** A project that breaks no rule: one file in each ring, each used. */
export const sound: Files = {
  'package.json': JSON.stringify({ name: 'planted', private: true, type: 'module', workspaces: Object.keys(packages) }),
  'engines/recusal/src/index.ts': `export { bars } from './bars.ts'\n`,
  'engines/recusal/src/bars.ts': `export const bars = (ties: number) => ties > 0\n`,
  'engines/dispatch/src/index.ts': `export { plan } from './plan.ts'\n`,
  'engines/dispatch/src/plan.ts': `import { bars } from '@shengmian/recusal'\n\nexport const plan = () => bars(1)\n`,
  'contract/src/index.ts': `export const limit = 1\n`,
  'testing/src/index.ts': `export const clock = 0\n`,
  'apps/server/src/main.ts': `import { limit } from '@shengmian/contract'\nimport { propose } from './modules/rounds/index.ts'\n\nconsole.log(limit, propose)\n`,
  'apps/server/src/platform/database.ts': `import { Pool } from 'pg'\n\nexport const pool = new Pool()\n`,
  'apps/server/src/modules/registry/index.ts': `export { readUnit } from './store.ts'\n`,
  'apps/server/src/modules/registry/store.ts': `import { pool } from '../../platform/database.ts'\n\nexport const readUnit = () => pool.query('select 1')\n`,
  'apps/server/src/modules/rounds/index.ts': `export { propose } from './propose-dispatch.ts'\n`,
  'apps/server/src/modules/rounds/propose-dispatch.ts': `import { plan } from '@shengmian/dispatch'\nimport { readUnit } from '../registry/index.ts'\n\nexport const propose = () => [plan(), readUnit()]\n`,
}

/** Writes the files into a new folder with the real configuration; the packages of ours resolve inside it. */
export function plantProject(files: Files): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-planted-'))
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), text)
  }
  for (const [name, text] of Object.entries(files)) write(name, text)
  for (const [where, name] of Object.entries(packages)) {
    write(
      `${where}/package.json`,
      JSON.stringify({ name: `@shengmian/${name}`, type: 'module', exports: { '.': './src/index.ts' } }),
    )
  }
  for (const name of ['boundaries.mjs', '.oxlintrc.json', 'knip.json', 'tsconfig.base.json', 'tsconfig.json']) {
    cpSync(path.join(project, name), path.join(folder, name))
  }
  mkdirSync(path.join(folder, 'node_modules/@shengmian'), { recursive: true })
  for (const name of readdirSync(path.join(project, 'node_modules'))) {
    if (name === '@shengmian') continue
    symlinkSync(path.join(project, 'node_modules', name), path.join(folder, 'node_modules', name))
  }
  for (const [where, name] of Object.entries(packages))
    symlinkSync(path.join(folder, where), path.join(folder, 'node_modules/@shengmian', name))
  return folder
}

export function clearProject(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
