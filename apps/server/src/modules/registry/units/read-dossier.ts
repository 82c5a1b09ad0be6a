import { Problem, type Dossier, type DossierFacts } from '@shengmian/contract'
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { selectClasses, selectDossiers, selectSections, selectVersions } from './dossier-store.ts'
import { selectOfficials } from './official-store.ts'
import { selectUnitsById, type UnitRow } from './unit-store.ts'
import { dossierView } from './unit-views.ts'

/** The unit of an id, or the problem `not-found`. */
export async function demandUnit(tx: Transaction, id: string): Promise<UnitRow> {
  const [unit] = await selectUnitsById(tx, [id])
  if (!unit) throw new Problem('not-found')
  return unit
}

/** A unit with everything that is known of it. */
export async function readDossier(tx: Transaction, id: string): Promise<Dossier> {
  const unit = await demandUnit(tx, id)
  const [dossier] = await selectDossiers(tx, [unit])
  return dossierView({
    unit,
    dossier: dossier ?? null,
    classes: await selectClasses(tx, unit),
    sections: await selectSections(tx, unit),
    officials: await selectOfficials(tx, [unit]),
  })
}

interface DossierVersion {
  readonly version: number
  readonly at: string
  readonly by: string
  readonly reason: string | null
  readonly facts: DossierFacts
}

/** Every version of the facts of a dossier, newest first. */
export async function listDossierVersions(
  tx: Transaction,
  id: string,
  query: { readonly cursor?: string | undefined; readonly limit?: number | undefined },
): Promise<{ items: DossierVersion[]; next: string | null }> {
  const unit = await demandUnit(tx, id)
  const before = decodeCursor(query.cursor, ['number'])
  const limit = query.limit ?? 50
  const page = pageOfRows(await selectVersions(tx, unit, before === null ? null : Number(before[0]), limit + 1), limit, (row) => [
    row.version,
  ])
  const items = page.items.map(({ version, changed_at, changed_by, reason, facts }) => ({
    version,
    at: changed_at.toISOString(),
    by: changed_by,
    reason,
    facts,
  }))
  return { items, next: page.next }
}
