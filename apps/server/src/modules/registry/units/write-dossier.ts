import { Problem, type Dossier, type DossierFacts, type DossierSection, type UnitClass } from '@shengmian/contract'
import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '../../../platform/transaction.ts'
import {
  insertClasses,
  selectClasses,
  selectDossiers,
  upsertDossiers,
  upsertSection,
  type DossierWritten,
} from './dossier-store.ts'
import { demandUnit, readDossier } from './read-dossier.ts'
import { factsView, nothingKnown } from './unit-views.ts'

export interface Author {
  readonly id: string
  readonly now: Date
}

/** Writes the facts of a dossier at the version that was read; every change is a version that stays readable. */
export async function writeDossierFacts(
  tx: Transaction,
  id: string,
  change: { readonly facts: DossierFacts; readonly version: number; readonly reason: string | null },
  author: Author,
): Promise<Dossier> {
  const unit = await demandUnit(tx, id)
  const [there] = await selectDossiers(tx, [unit])
  await save(
    tx,
    { ...keyOf(unit), ...change.facts, class: there?.class ?? null, version: change.version, reason: change.reason },
    author,
  )
  return readDossier(tx, id)
}

/** Writes one section; the version moves on, so that two who write at once notice each other. */
export async function writeDossierSection(
  tx: Transaction,
  id: string,
  section: DossierSection,
  change: { readonly text: string; readonly source: string | null; readonly day: string | null; readonly version: number },
  author: Author,
): Promise<Dossier> {
  const unit = await demandUnit(tx, id)
  const [there] = await selectDossiers(tx, [unit])
  const facts = there === undefined ? nothingKnown : factsView(there)
  await save(
    tx,
    { ...keyOf(unit), ...facts, class: there?.class ?? null, version: change.version, reason: `section ${section}` },
    author,
  )
  await upsertSection(tx, unit, { section, body: change.text, source: change.source, day: change.day }, author.id, author.now)
  return readDossier(tx, id)
}

/** Puts a unit into a class. The class of the latest day holds; a change entered late for an earlier day only joins the history. */
export async function classifyUnit(
  tx: Transaction,
  id: string,
  change: { readonly class: UnitClass; readonly reason: string; readonly day: string; readonly reviewer: string },
  author: Author,
): Promise<Dossier> {
  const unit = await demandUnit(tx, id)
  await insertClasses(tx, [{ ...keyOf(unit), change: uuidv7(), ...change }], author.id, author.now)
  const [newest] = await selectClasses(tx, [unit])
  const [there] = await selectDossiers(tx, [unit])
  const facts = there === undefined ? nothingKnown : factsView(there)
  await save(
    tx,
    {
      ...keyOf(unit),
      ...facts,
      class: newest?.class ?? change.class,
      version: there?.version ?? 0,
      reason: `class ${change.class}: ${change.reason}`,
    },
    author,
  )
  return readDossier(tx, id)
}

function keyOf({ county, id, place }: { readonly county: number; readonly id: string; readonly place: number }) {
  return { county, id, place }
}

async function save(tx: Transaction, dossier: DossierWritten, { id, now }: Author): Promise<void> {
  if ((await upsertDossiers(tx, [dossier], id, now)) === 0) throw new Problem('changed-meanwhile')
}
