import { Problem as Refusal } from '@shengmian/contract'
import type { DrawFile } from '@shengmian/dispatch'
import { v7 as uuid } from 'uuid'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { insertRecord, type RecordRow } from './draw-store.ts'

/** Publishes one step of a draw. It can be neither changed nor taken back, and no step is taken twice. */
export async function publishRecord(
  tx: Transaction,
  draw: { readonly authority: number; readonly id: string },
  kind: RecordRow['kind'],
  file: DrawFile,
  { by, at }: Acting,
  seat: string | null = null,
): Promise<void> {
  const isNew = await insertRecord(tx, {
    authority: draw.authority,
    draw: draw.id,
    id: uuid(),
    seat,
    kind,
    content: JSON.stringify(file),
    by_account: by.id,
    by_name: by.name,
    at,
  })
  if (!isNew) throw new Refusal('already-there', { zh: '这一步已经公布，不能重来', en: 'this step is published already' })
}

/** A refusal of the engine, as a person is told it. */
export function refuseStep({ zh, en }: { readonly zh: string; readonly en: string }): never {
  throw new Refusal('wrong-state', { zh, en })
}
