// Branches of single records: what somebody is given so that he can check his own facts, and sees nobody else's.
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
  return branchesOf(problem, freeze, salts, (leaf) => leaf.list === list && leaf.at === at)[0] ?? null
}

/** The branches of every record that names a person: himself, his ties, pins, visits, and who must not sit with him. */
export function provePerson(problem: Problem, freeze: DrawFreeze, salts: DrawSalts, person: string): readonly DrawBranch[] {
  const naming = new Map<string, ReadonlySet<number>>([
    ['people', placesOf(problem.people, (entry) => entry.id === person)],
    ['ties', placesOf(problem.ties, ({ a, b }) => a === person || b === person)],
    ['apart', placesOf(problem.apart, (pair) => pair.includes(person))],
    ['barred', placesOf(problem.barred, (entry) => entry.person === person)],
    ['history', placesOf(problem.history, (entry) => entry.person === person)],
    ['pins', placesOf(problem.pins, (entry) => entry.person === person)],
    ['waivers', placesOf(problem.waivers, (entry) => entry.person === person)],
  ])
  return branchesOf(problem, freeze, salts, (leaf) => naming.get(leaf.list)?.has(leaf.at) ?? false)
}

function placesOf<T>(list: readonly T[], names: (entry: T) => boolean): ReadonlySet<number> {
  return new Set(list.flatMap((entry, at) => (names(entry) ? [at] : [])))
}

function branchesOf(
  problem: Problem,
  { root, terms }: DrawFreeze,
  { key }: DrawSalts,
  isWanted: (leaf: ProblemLeaf) => boolean,
): readonly DrawBranch[] {
  const leaves = listLeaves(problem, terms, key)
  const hashes = leaves.map((each) => each.hash)
  return leaves.flatMap((leaf, at) =>
    isWanted(leaf)
      ? [
          {
            format: 'shengmian.draw/1',
            kind: 'branch',
            root,
            leaf: at,
            leaves: leaves.length,
            record: leaf.text,
            salt: leaf.salt,
            path: pathOf(hashes, at),
          },
        ]
      : [],
  )
}

/** Whether the record of a branch was frozen under its root. */
export function holdsBranch(branch: DrawBranch): boolean {
  return climb(hashLeaf(branch.salt, branch.record), branch.leaf, branch.leaves, branch.path) === branch.root
}
