import { Problem } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { selectActingAccount, selectDossiers, upsertDossiers } from './dossier-store.ts'
import { demandUnit } from './read-dossier.ts'
import { factsView, nothingKnown } from './unit-views.ts'

/** Notes in a unit's dossier that a round inspected it: a version like any other change. The later of two days holds. */
export async function noteInspected(
  tx: Transaction,
  inspected: { readonly unit: string; readonly on: string; readonly round: string },
  now: Date = new Date(),
): Promise<void> {
  const unit = await demandUnit(tx, inspected.unit)
  const [there] = await selectDossiers(tx, [unit])
  if (there !== undefined && there.lastInspected !== null && there.lastInspected >= inspected.on) return
  const by = await selectActingAccount(tx)
  if (by === null) throw new Problem('not-allowed')
  const { county, id, place } = unit
  const facts = { ...(there === undefined ? nothingKnown : factsView(there)), lastInspected: inspected.on }
  const dossier = {
    county,
    id,
    place,
    ...facts,
    class: there?.class ?? null,
    version: there?.version ?? 0,
    reason: `round ${inspected.round}`,
  }
  if ((await upsertDossiers(tx, [dossier], by, now)) === 0) throw new Problem('changed-meanwhile')
}
