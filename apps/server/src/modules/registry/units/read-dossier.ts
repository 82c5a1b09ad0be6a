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
  const [dossier] = await readDossiers(tx, [id])
  if (dossier === undefined) throw new Problem('not-found')
  return dossier
}

/** Units with everything that is known of them, in whatever order; who does not see a unit does not get it. */
export async function readDossiers(tx: Transaction, ids: readonly string[]): Promise<readonly Dossier[]> {
  const units = await selectUnitsById(tx, ids)
  const dossiers = await selectDossiers(tx, units)
  const classes = await selectClasses(tx, units)
  const sections = await selectSections(tx, units)
  const officials = await selectOfficials(tx, units)
  return units.map((unit) => {
    const ofUnit = (row: { readonly unit: string }): boolean => row.unit === unit.id
    return dossierView({
      unit,
      dossier: dossiers.find(ofUnit) ?? null,
      classes: classes.filter(ofUnit),
      sections: sections.filter(ofUnit),
      officials: officials.filter(ofUnit),
    })
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
