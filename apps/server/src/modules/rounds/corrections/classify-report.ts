// The team's own side of a correction: what a report is about, and whether it was found true.
import {
  Problem as Refusal,
  type BodyOf,
  type checkMatter as checkEndpoint,
  type classifyReport as endpoint,
} from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { targetsOrdered } from './correction-store.ts'
import { checkOnce, findMatter, insertMatter, matterOfReport, roundOfReport, type MatterRow } from './matter-store.ts'

export async function classifyReport(
  tx: Transaction,
  { desk, number }: { readonly desk: string; readonly number: number },
  asked: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<MatterRow> {
  const round = await roundOfReport(tx, desk, number)
  const target = (await targetsOrdered(tx)).find((one) => one.round === round && one.unit === asked.unit)
  if (target === undefined) throw new Refusal('not-found')
  if ((await matterOfReport(tx, desk, number)) !== null)
    throw new Refusal('already-there', { zh: '这件来件已经归类', en: 'this report is classified already' })
  await insertMatter(tx, {
    ...target,
    id: asked.id,
    desk,
    report: number,
    topic: asked.topic.trim(),
    topic_kind: asked.kind,
    by_account: by.id,
    by_name: by.name,
    recorded_at: at,
  })
  return findMatter(tx, asked.id)
}

export async function checkMatter(
  tx: Transaction,
  id: string,
  { holds, note }: BodyOf<typeof checkEndpoint>,
  { by, at }: Acting,
): Promise<MatterRow> {
  const matter = await findMatter(tx, id)
  if (!(await targetsOrdered(tx)).some(({ round, unit }) => round === matter.round && unit === matter.unit))
    throw new Refusal('not-found')
  const check = {
    checked_holds: holds,
    checked_note: note.trim(),
    checked_by: by.id,
    checked_name: by.name,
    checked_at: at,
  }
  if (!(await checkOnce(tx, matter, check))) throw new Refusal('wrong-state', { zh: '已经核实过', en: 'it was checked already' })
  return findMatter(tx, id)
}
