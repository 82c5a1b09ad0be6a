import type { Transaction } from '../../../platform/transaction.ts'
import { upsertLastInspected } from './dossier-store.ts'
import { demandUnit } from './read-dossier.ts'

/** Notes in a unit's dossier that a round inspected it; the later of two days holds. */
export async function noteInspected(
  tx: Transaction,
  inspected: { readonly unit: string; readonly on: string; readonly round: string },
  now: Date = new Date(),
): Promise<void> {
  const { county, id, place } = await demandUnit(tx, inspected.unit)
  await upsertLastInspected(tx, [{ county, id, place }], inspected.on, now)
}
