import { Problem as Refusal, type BodyOf, type DutyMatrix, type putDutyMatrix as endpoint } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import { findMatrix, insertMatrix } from './matrix-store.ts'
import { proposedHolders, proposedTasks } from './proposal.ts'

/** The matrix in force; before one is adopted, version 0: a proposal. */
export async function viewMatrix(tx: Transaction, authority: number): Promise<DutyMatrix> {
  await demandRole(tx, authority, ['office', 'leading-group'])
  const row = await findMatrix(tx, authority)
  if (row === null)
    return {
      holders: [...proposedHolders],
      tasks: proposedTasks,
      version: 0,
      adoptedBy: null,
      adoptedAt: null,
      reason: null,
    }
  const { holders, tasks, version, by_name, at, reason } = row
  return { holders, tasks, version, adoptedBy: by_name, adoptedAt: at.toISOString(), reason }
}

/** Adopts the next version of the matrix that the caller has read. */
export async function adoptMatrix(tx: Transaction, asked: BodyOf<typeof endpoint>, { by, at }: Acting): Promise<void> {
  const authority = placeNumber(asked.authority)
  await demandRole(tx, authority, ['office'])
  const errors = faultsOf(asked)
  if (errors.length > 0) throw new Refusal('unfit', { errors })
  const now = (await findMatrix(tx, authority))?.version ?? 0
  const row = {
    authority,
    version: asked.version + 1,
    holders: asked.holders,
    tasks: asked.tasks,
    reason: asked.reason,
    by_account: by.id,
    by_name: by.name,
    at,
  }
  if (now !== asked.version || !(await insertMatrix(tx, row))) throw new Refusal('changed-meanwhile')
}

/** A task for which several answer is answered for by nobody. */
export function faultsOf({ holders, tasks }: Pick<DutyMatrix, 'holders' | 'tasks'>) {
  return tasks.flatMap(({ title, parts }, index) => {
    const at = `body/tasks/${index}`
    const count = (letter: string) => parts.filter((part) => part === letter).length
    const accountable = count('A')
    return [
      ...(parts.length === holders.length
        ? []
        : [{ at, zh: `“${title}”的格数与单位数不同`, en: `“${title}” has not one cell for each holder` }]),
      ...(accountable === 1
        ? []
        : [
            {
              at,
              zh: `“${title}”有${accountable}家“责”，须恰为一家`,
              en: `“${title}” has ${accountable} accountable (A); it must be exactly one`,
            },
          ]),
      ...(count('R') > 0 ? [] : [{ at, zh: `“${title}”没有“办”的单位`, en: `“${title}” has nobody responsible (R)` }]),
    ]
  })
}
