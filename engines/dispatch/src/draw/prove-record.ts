// One record's branch: what a party is given so that it can check its own facts, and sees nobody else's.
import type { Problem } from '../problem.ts'
import { climb, pathOf } from './merkle.ts'
import { hashLeaf } from './digest.ts'
import type { DrawBranch, DrawFreeze, DrawSalts } from './draw.ts'
import { listLeaves, type ProblemLeaf } from './problem-leaves.ts'

/** The branch of the record at a place of a list, or null where there is none. */
export function proveRecord(
  problem: Problem,
  freeze: DrawFreeze,
  salts: DrawSalts,
  list: ProblemLeaf['list'],
  at: number,
): DrawBranch | null {
  const leaves = listLeaves(problem, freeze.terms, salts.key)
  const leaf = leaves.findIndex((each) => each.list === list && each.at === at)
  const found = leaves[leaf]
  if (found === undefined) return null
  const { text, salt } = found
  const path = pathOf(
    leaves.map((each) => each.hash),
    leaf,
  )
  return { format: 'shengmian.draw/1', kind: 'branch', root: freeze.root, leaf, leaves: leaves.length, record: text, salt, path }
}

/** Whether the record of a branch was frozen under its root. */
export function holdsBranch(branch: DrawBranch): boolean {
  return climb(hashLeaf(branch.salt, branch.record), branch.leaf, branch.leaves, branch.path) === branch.root
}
