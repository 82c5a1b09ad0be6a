// The freeze: after it, nothing that decides the draw can change without the root changing.
import type { Problem } from '../problem.ts'
import { ENGINE } from '../solve/write-plan.ts'
import { refuseStep, type DrawRefusal } from './draw-files.ts'
import type { DrawFreeze, DrawSalts, DrawTerms } from './draw.ts'
import { rootOf } from './merkle.ts'
import { listLeaves } from './problem-leaves.ts'

export type FreezeAnswer = { readonly kind: 'frozen'; readonly freeze: DrawFreeze; readonly salts: DrawSalts } | DrawRefusal

/**
 * Freezes a problem and the terms of its draw under one Merkle root. `key`: 64 random hexadecimal digits from which all salts are
 * made; it stays with the office and the auditors. Refuses terms under which nobody could trust the result.
 */
export function freezeDraw(problem: Problem, wanted: Omit<DrawTerms, 'engine'>, key: string): FreezeAnswer {
  const why = whyNoCeremony(wanted)
  if (why !== null) return why
  const terms: DrawTerms = { ...wanted, engine: ENGINE }
  const leaves = listLeaves(problem, terms, key)
  const root = rootOf(leaves.map((leaf) => leaf.hash))
  return {
    kind: 'frozen',
    freeze: { format: 'shengmian.draw/1', kind: 'freeze', terms, leaves: leaves.length, root },
    salts: { format: 'shengmian.draw/1', kind: 'salts', root, key },
  }
}

function whyNoCeremony({ parties, earlier, number }: Omit<DrawTerms, 'engine'>): DrawRefusal | null {
  if (parties.length < 3) return refuseStep('抽签至少要有三方参加', 'a draw needs at least three parties')
  if (new Set(parties.map((party) => party.id)).size !== parties.length)
    return refuseStep('同一方写了两次', 'a party is listed twice')
  if (!parties.some((party) => party.side === 'inspected'))
    return refuseStep('必须有一方代表被巡察地区', 'one party must stand for the inspected side')
  if (earlier.length !== number - 1 || !earlier.every((entry, k) => entry.number === k + 1))
    return refuseStep('每一次中止的抽签都要列入记录', 'every earlier draw of the round must be on record')
  return null
}
