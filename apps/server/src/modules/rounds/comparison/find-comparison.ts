import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { adoptionsOf, type AdoptionRow } from './adoption-store.ts'
import { findComparison, type ComparisonRow } from './comparison-store.ts'

export function demandComparison(tx: Transaction, round: string, id: string): Promise<ComparisonRow> {
  return findComparison(tx, round, id)
}

/** What the office took over into the round and put back, newest first. */
export function adoptionsIn(tx: Transaction, round: RoundRecord): Promise<readonly AdoptionRow[]> {
  return adoptionsOf(tx, round.id)
}
