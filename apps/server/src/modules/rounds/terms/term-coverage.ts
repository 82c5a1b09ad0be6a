import type { ReplyOf, readRoundCoverage, readTermPlan } from '@shengmian/contract'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits, neverInspected, unitsDue } from '../../registry/index.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { inspectedUnits, termItems, termPlanAt, type TermRow } from './term-store.ts'

type Term = ReplyOf<typeof readRoundCoverage>['term']
type Lines = ReplyOf<typeof readTermPlan>['coverage']
const LEVELS = ['county', 'township', 'village', 'other'] as const

/** Due, planned and inspected units of a term by level: due is every unit of the authority's place, each counted once. */
export async function coverageOf(tx: Transaction, plan: TermRow): Promise<Lines> {
  const due = new Map((await unitsDue(tx, wireCode(plan.authority))).map((line) => [line.level, line.due]))
  const planned = await levelsOf(
    tx,
    (await termItems(tx, plan.id)).flatMap((item) => (item.first_visit ? [item.unit] : [])),
  )
  const inspected = await levelsOf(
    tx,
    (await inspectedUnits(tx, plan)).map((target) => target.unit),
  )
  return LEVELS.map((level) => ({
    level,
    due: due.get(level) ?? 0,
    planned: planned.get(level) ?? 0,
    inspected: inspected.get(level) ?? 0,
  }))
}

async function levelsOf(tx: Transaction, units: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = await findUnits(tx, [...new Set(units)])
  const counts = new Map<string, number>()
  for (const unit of found) {
    const level = unit.level === 'county' || unit.level === 'township' || unit.level === 'village' ? unit.level : 'other'
    counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  return counts
}

/** The coverage of the term that a round belongs to, apart from the round's own; `null` where there is no term plan. */
export async function termCoverageOf(tx: Transaction, round: RoundRecord): Promise<Term> {
  const plan = await termPlanAt(tx, round.authority, round.starts)
  if (plan === null) return null
  const lines = await coverageOf(tx, plan)
  const never = await neverInspected(tx, wireCode(plan.authority), { limit: 1 })
  return {
    plan: plan.id,
    title: plan.title,
    levels: lines.map(({ level, due, inspected }) => ({ level, due, inspected })),
    neverInspected: never.total,
  }
}
