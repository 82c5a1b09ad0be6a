// What other modules and the start of the server may call: facts for dispatch, units, names of places.
import type { Transaction } from '../../platform/transaction.ts'
import { nameOfPlaces as namesOf } from './places/place-register.ts'

export { loadDemonstrationRegistry } from './demonstration-store.ts'
export type { DemonstrationWorld } from './demonstration-world.ts'
export { declareTie } from './dispatch-facts/declare-late.ts'
export type { DispatchFacts, DispatchPerson, DispatchRegion, DispatchTarget } from './dispatch-facts/facts.ts'
export { factsForDispatch, peopleForDispatch } from './dispatch-facts/facts-for-dispatch.ts'
export { skillLabel } from './people/skills.ts'
export { importDivisions, type ImportedDivisions } from './places/division-store.ts'
export { placeRegister } from './places/place-register.ts'
export { registryRoutes } from './routes.ts'
export { writeWorkbook, type CellWritten } from './sheets/write-workbook.ts'
export { readSheetTexts } from './xlsx/read-texts.ts'
export { noteInspected } from './units/note-inspected.ts'
export { readDossiers } from './units/read-dossier.ts'
export { enterVolume, lastWholeMonth, volumeHistory, volumesBetween, type KnownVolume } from './units/petition-volumes.ts'
export { dueUnits, dueUnitsById, findUnits, neverInspected, unitsBelow, unitsDue } from './units/unit-summaries.ts'

/** Short names of places by code (荆州区); a code that names no place is absent. */
export async function nameOfPlaces(_tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return namesOf(codes)
}
