// Problems as they were hashed: with every tie in them, so only the office and the worker find them.
import { hashProblem, type Problem } from '@shengmian/dispatch'
import { sqlOf } from '../../../platform/database.ts'
import type { Transaction } from '../../../platform/transaction.ts'

/** Where a problem is kept: whatever rests on one names it so. */
interface Resting {
  readonly authority: number
  readonly round: string
  readonly problem_hash: string
}

/** Keeps the problem of a round under its hash, which it answers; the same problem is kept once. */
export async function keepProblem(
  tx: Transaction,
  { authority, id }: { readonly authority: number; readonly id: string },
  problem: Problem,
): Promise<string> {
  const hash = hashProblem(problem)
  await sqlOf(tx)
    .insertInto('rounds.problem')
    .values({ authority, round: id, hash, content: JSON.stringify(problem) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return hash
}

/** The text that was hashed; null for whoever may not read it. */
export async function problemTextOf(tx: Transaction, row: Resting): Promise<string | null> {
  const kept = await sqlOf(tx)
    .selectFrom('rounds.problem')
    .select('content')
    .where('authority', '=', row.authority)
    .where('round', '=', row.round)
    .where('hash', '=', row.problem_hash)
    .executeTakeFirst()
  return kept?.content ?? null
}

/** The problem that a proposal, plan or comparison rests on, for those who may read it whole. */
export async function demandProblem(tx: Transaction, row: Resting): Promise<Problem> {
  const text = await problemTextOf(tx, row)
  if (text === null) throw new Error(`the problem ${row.problem_hash} of round ${row.round} is out of sight`)
  return JSON.parse(text) as Problem
}
