// What the solver is asked for in a draw: all tickets, or who takes over from somebody who dropped out.
import { Problem as Refusal } from '@shengmian/contract'
import { queueJob } from '../../../platform/job-queue.ts'
import type { Transact, Transaction } from '../../../platform/transaction.ts'
import { moveDraw, unfinishedDraws } from './draw-store.ts'
import { plansOf, type GatheredDraw } from './gather-draw.ts'
import type { Acting } from '../../../platform/acting.ts'
import { refuseStep } from './publish-record.ts'

export const DRAW_JOB = 'rounds.solve-draw'

/** Queues the tickets. The first secrets have fixed them: solving again after a failure gives the same. */
export async function askTickets(tx: Transaction, { id, files }: GatheredDraw): Promise<void> {
  const isOpen = files.freeze.terms.parties.every((party) =>
    files.reveals.some((reveal) => reveal.party === party.id && reveal.stage === 1),
  )
  if (files.abort !== null) refuseStep({ zh: '本次抽签已中止', en: 'this draw was aborted' })
  if (!isOpen) refuseStep({ zh: '尚有一方未公开第一个密数', en: 'not everybody has opened the first secret' })
  const isMoved = await moveDraw(tx, id, ['idle', 'failed', 'cancelled'], {
    solver: 'queued',
    task: 'tickets',
    progress: '{}',
    message: null,
  })
  if (files.portfolio !== null || !isMoved)
    refuseStep({ zh: '签单已在求解或已公布', en: 'the tickets are being solved, or are published' })
  await queueJob(tx, DRAW_JOB, { id }, `draw:${id}`)
}

export async function cancelTickets(tx: Transaction, { id }: GatheredDraw): Promise<void> {
  const isMoved = await moveDraw(tx, id, ['queued', 'running'], { solver: 'cancelled' })
  if (!isMoved) throw new Refusal('wrong-state', { zh: '没有正在进行的求解', en: 'nothing is being solved' })
}

/** Queues the replacement for a person; the rule was frozen with the draw. */
export async function askReplacement(
  tx: Transaction,
  { id, row, files }: GatheredDraw,
  asked: { readonly person: string; readonly reason: string },
  { by }: Acting,
): Promise<void> {
  const now = row === null ? undefined : plansOf(row).at(-1)
  if (files.pick === null || now === undefined) refuseStep({ zh: '尚未抽定', en: 'nothing has been picked yet' })
  if (!now.teams.some((team) => team.members.some((member) => member.person === asked.person))) {
    throw new Refusal('unfit', {
      errors: [{ at: 'person', zh: '此人不在现行方案的任何组中', en: 'this person is in no team of the plan in force' }],
    })
  }
  const isMoved = await moveDraw(tx, id, ['done', 'no-plan', 'failed', 'cancelled'], {
    solver: 'queued',
    task: 'withdrawal',
    task_input: JSON.stringify({ ...asked, by: by.name }),
    progress: '{}',
    message: null,
  })
  if (!isMoved) refuseStep({ zh: '正在求解，请稍候', en: 'the solver is at work' })
  await queueJob(tx, DRAW_JOB, { id }, `draw:${id}`)
}

/** Queues again what a server that was killed had not finished. */
export async function resumeDraws(transact: Transact): Promise<void> {
  await transact({ kind: 'worker' }, async (tx) => {
    for (const row of await unfinishedDraws(tx)) await queueJob(tx, DRAW_JOB, { id: row.id }, `draw:${row.id}`)
  })
}
