// Writing findings down and adding what they rest on. Nothing is overwritten: what was wrong is taken back with a reason.
import { Problem as Refusal, type addFindingSource, type BodyOf, type writeFinding as endpoint } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import {
  findFinding,
  insertFinding,
  insertSource,
  isReport,
  revoke,
  sourcesOf,
  targetsOrdered,
  type FindingRow,
} from './finding-store.ts'

interface AtTarget {
  readonly round: string
  readonly unit: string
}

export async function writeFinding(
  tx: Transaction,
  { round, unit }: AtTarget,
  asked: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<FindingRow> {
  const target = (await targetsOrdered(tx, round)).find((one) => one.unit === unit)
  if (target === undefined) throw new Refusal('not-found')
  await insertFinding(tx, {
    authority: target.authority,
    id: asked.id,
    round,
    unit,
    place: target.place,
    title: asked.title.trim(),
    by_account: by.id,
    by_name: by.name,
    recorded_at: at,
  })
  return findFinding(tx, asked.id)
}

/** An open finding at a target that the caller is ordered to now. */
async function demandOpen(tx: Transaction, id: string): Promise<FindingRow> {
  const row = await findFinding(tx, id)
  if (!(await targetsOrdered(tx, row.round)).some(({ unit }) => unit === row.unit)) throw new Refusal('not-found')
  if (row.revoked_at !== null) throw new Refusal('wrong-state', { zh: '这条问题已经撤回', en: 'this finding was taken back' })
  return row
}

export async function addSource(
  tx: Transaction,
  finding: string,
  asked: BodyOf<typeof addFindingSource>,
  { by, at }: Acting,
): Promise<FindingRow> {
  const row = await demandOpen(tx, finding)
  if (asked.kind === 'report') {
    if (!(await isReport(tx, asked.desk, asked.number)))
      throw new Refusal('unfit', {
        errors: [{ at: 'body/number', zh: '本轮收件点没有这个编号的来件', en: 'no report of the round has this number' }],
      })
    const isCited = (await sourcesOf(tx, [finding])).some(
      (source) => source.revoked_at === null && source.desk === asked.desk && source.report === asked.number,
    )
    if (isCited) throw new Refusal('already-there', { zh: '这件来件已经列为依据', en: 'this report is a source already' })
  }
  await insertSource(tx, {
    authority: row.authority,
    id: asked.id,
    finding,
    round: row.round,
    unit: row.unit,
    kind: asked.kind,
    ...(asked.kind === 'record' ? { record: asked.record.trim() } : { desk: asked.desk, report: asked.number }),
    by_account: by.id,
    by_name: by.name,
    recorded_at: at,
  })
  return row
}

export async function withdrawFinding(tx: Transaction, id: string, reason: string, at: Date): Promise<FindingRow> {
  const row = await demandOpen(tx, id)
  await revoke(tx, { table: 'rounds.finding', row, reason, at })
  return findFinding(tx, id)
}

export async function withdrawSource(
  tx: Transaction,
  { finding, source }: { readonly finding: string; readonly source: string },
  reason: string,
  at: Date,
): Promise<FindingRow> {
  const row = await demandOpen(tx, finding)
  const found = (await sourcesOf(tx, [finding])).find(({ id }) => id === source)
  if (found === undefined) throw new Refusal('not-found')
  if (!(await revoke(tx, { table: 'rounds.finding_source', row: found, reason, at })))
    throw new Refusal('wrong-state', { zh: '这条依据已经撤回', en: 'this source was taken back already' })
  return row
}
