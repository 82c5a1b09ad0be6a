// A fence nobody has seen bite is a drawing of a fence: each rule of boundaries.mjs is broken here once, and caught by its name.
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { project } from './fingerprint.ts'
import { clearProject, plantProject, sound, type Files } from './planted-project.ts'
import { run } from './run.ts'

const modules = 'apps/server/src/modules'
const use = (...names: string[]) => names.map((name) => `import '${name}'\n`).join('')

/** For each rule, files that break it. The first is the one that must be named. */
const faults: Readonly<Record<string, Files>> = {
  'no-cycles': { 'contract/src/a.ts': use('./b.ts'), 'contract/src/b.ts': use('./a.ts') },
  'engine-alone': { 'engines/recusal/src/alone.ts': use('@shengmian/contract') },
  'engine-dispatch-alone': {
    'engines/dispatch/src/alone.ts': `import type { limit } from '@shengmian/contract'\n\nexport type L = typeof limit\n`,
  },
  'engine-dispatch-independent': { 'engines/dispatch/src/verify/index.ts': use('@shengmian/recusal') },
  'engine-pure': { 'engines/recusal/src/pure.ts': use('node:fs') },
  'contract-alone': { 'contract/src/alone.ts': use('../../engines/recusal/src/index.ts') },
  'apps-apart': { 'apps/web/src/apart.ts': use('../../server/src/main.ts') },
  'ledger-judged-apart': {
    'apps/server/src/judge.ts': use('../../../engines/ledger-verify/src/index.ts'),
    'engines/ledger-verify/src/index.ts': '',
  },
  'module-ledger': { [`${modules}/ledger/up.ts`]: use('../documents/index.ts'), [`${modules}/documents/index.ts`]: '' },
  'module-documents': { [`${modules}/documents/up.ts`]: use('../access/index.ts'), [`${modules}/access/index.ts`]: '' },
  'module-access': { [`${modules}/access/up.ts`]: use('../registry/index.ts') },
  'module-registry': { [`${modules}/registry/up.ts`]: use('../rounds/index.ts') },
  'module-leads': { [`${modules}/leads/up.ts`]: use('../rounds/index.ts') },
  'module-intake': { [`${modules}/intake/up.ts`]: use('../rounds/index.ts') },
  'module-inbox': { [`${modules}/inbox/up.ts`]: use('../rounds/index.ts') },
  'module-desks': { [`${modules}/desks/up.ts`]: use('../registry/index.ts') },
  'module-rounds': { [`${modules}/rounds/past-index.ts`]: use('../registry/store.ts') },
  'module-listed': { [`${modules}/unheard/index.ts`]: use('../registry/index.ts') },
  'platform-below': { 'apps/server/src/platform/above.ts': use('../modules/registry/index.ts') },
  'sql-in-stores': { [`${modules}/rounds/query.ts`]: use('pg') },
  'routes-thin': { [`${modules}/registry/routes.ts`]: use('./store.ts') },
  'features-apart': { 'apps/web/src/features/a/a.ts': use('../b/b.ts'), 'apps/web/src/features/b/b.ts': '' },
  'features-below-routes': { 'apps/web/src/features/c/c.ts': use('../../routes/page.ts'), 'apps/web/src/routes/page.ts': '' },
  'antd-in-ui': { 'apps/web/src/routes/plain.ts': use('antd') },
  'not-to-test': { 'apps/server/src/shipped.ts': use('@shengmian/testing') },
  'no-orphans': { 'contract/src/lonely.ts': 'export const lonely = 1\n' },
  resolvable: { 'contract/src/lost.ts': use('./nowhere.ts') },
}

let folder = ''
afterEach(() => clearProject(folder))

async function violations(files: Files): Promise<{ rule: string; from: string }[]> {
  folder = plantProject(files)
  const { output } = await run(
    'depcruise',
    ['--config', 'boundaries.mjs', '--output-type', 'json', 'engines', 'contract', 'apps', 'testing'],
    {
      cwd: folder,
    },
  )
  const report = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('\n}') + 2)) as {
    summary: { violations: { from: string; rule: { name: string } }[] }
  }
  return report.summary.violations.map((found) => ({ rule: found.rule.name, from: found.from }))
}

it('every rule of boundaries.mjs has a planted fault', async () => {
  const { default: boundaries } = (await import(path.join(project, 'boundaries.mjs'))) as {
    default: { forbidden: { name: string }[] }
  }
  expect(Object.keys(faults).toSorted()).toEqual(boundaries.forbidden.map((rule) => rule.name).toSorted())
})

it('a sound project breaks no rule but the one about orphans, which its package entries may', async () => {
  const found = await violations(sound)
  expect(found.filter((each) => each.rule !== 'no-orphans')).toEqual([])
})

it('each planted fault is caught by the rule that forbids it', async () => {
  const found = await violations({ ...sound, ...Object.assign({}, ...Object.values(faults)) })
  const missed = Object.entries(faults).filter(([rule, files]) => {
    const planted = Object.keys(files)
    return !found.some((each) => each.rule === rule && planted.includes(each.from))
  })
  expect(missed.map(([rule]) => rule)).toEqual([])
})
