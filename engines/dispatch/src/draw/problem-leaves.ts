// A frozen problem as leaves: the terms first, then one leaf a record. Each has a salt of its own, so whoever holds one record, its salt
// and its branch can check that it was in the draw, and can guess nothing about any other: a tie is as hidden as a hash can hide it.
import { LISTS, type ListName } from './lists.ts'
import type { Problem } from '../problem.ts'
import { canonicalText, digest, digitsOf, hashLeaf } from './digest.ts'
import type { DrawTerms } from './draw.ts'

export interface ProblemLeaf {
  readonly list: 'terms' | 'head' | ListName
  readonly at: number
  /** Canonical JSON of [list, place in the list, record]. */
  readonly text: string
  readonly salt: string
  readonly hash: Uint8Array
}

export function listLeaves(problem: Problem, terms: DrawTerms, key: string): readonly ProblemLeaf[] {
  const leaf = (list: ProblemLeaf['list'], at: number, record: unknown): ProblemLeaf => {
    const text = canonicalText([list, at, record])
    const salt = digitsOf(digest('salt', key, list, at))
    return { list, at, text, salt, hash: hashLeaf(salt, text) }
  }
  const { format, name, round, rounds, rules } = problem
  return [
    leaf('terms', 0, terms),
    leaf('head', 0, { format, name, round, rounds, rules }),
    ...LISTS.flatMap((list) => problem[list].map((record, at) => leaf(list, at, record))),
  ]
}
