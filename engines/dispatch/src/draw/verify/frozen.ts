// The root: the frozen problem and terms, leaf by leaf, and the branches that were handed out.
import type { Problem } from '../../problem.ts'
import { flaw, type Check } from './check.ts'
import { canonical, hexOf, leafOf, nameFor, rootAbove, treeOf } from './digest.ts'

type ListName = { [K in keyof Problem]: Problem[K] extends readonly unknown[] ? K : never }[keyof Problem]

const ORDER: readonly Exclude<ListName, 'rounds'>[] = [
  'regions',
  'people',
  'teams',
  'targets',
  'ties',
  'apart',
  'barred',
  'history',
  'dispatched',
  'travel',
  'pins',
  'waivers',
]

export const root: Check = ({ files }) => {
  const { freeze, problem, salts } = files
  if (problem === null || salts === null) return []
  const { format, name, round, rounds, rules } = problem
  const records: [string, number, unknown][] = [
    ['terms', 0, freeze.terms],
    ['head', 0, { format, name, round, rounds, rules }],
  ]
  for (const list of ORDER) for (const [at, record] of problem[list].entries()) records.push([list, at, record])
  const leaves = records.map(([list, at, record]) =>
    leafOf(nameFor('salt', salts.key, list, at).slice(7), canonical([list, at, record])),
  )
  return leaves.length === freeze.leaves && hexOf(treeOf(leaves)) === freeze.root
    ? []
    : [flaw('root', '问题、抽签规则或盐值与冻结时不同', 'the problem, the terms or the salts are not those that were frozen')]
}

export const branches: Check = ({ files }) =>
  files.branches
    .filter(
      ({ leaf, leaves, salt, record, path, root: claimed }) => rootAbove(leafOf(salt, record), leaf, leaves, path) !== claimed,
    )
    .map(({ record }) => flaw(record.slice(0, 60), '分支不通向根', 'the branch does not lead to the root'))
