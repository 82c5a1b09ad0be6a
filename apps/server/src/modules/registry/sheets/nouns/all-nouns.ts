// The nouns that have sheets, in one place: definition, import and export of each.
import type { SheetNoun } from '@shengmian/contract'
import { runImport, type ImportContext, type ImportReport } from '../run-import.ts'
import type { SheetDefinition } from '../sheet-definition.ts'
import { officialsImporter } from './import-officials.ts'
import { peopleImporter } from './import-people.ts'
import { petitionsImporter } from './import-petitions.ts'
import { tiesImporter } from './import-ties.ts'
import { unitsImporter } from './import-units.ts'
import { officialsSheet } from './officials-sheet.ts'
import { peopleSheet } from './people-sheet.ts'
import { petitionsSheet } from './petitions-sheet.ts'
import { tiesSheet } from './ties-sheet.ts'
import { unitsSheet } from './units-sheet.ts'

export function definitionOf(noun: SheetNoun): SheetDefinition {
  const sheets = { units: unitsSheet, officials: officialsSheet, people: peopleSheet, ties: tiesSheet, petitions: petitionsSheet }
  return sheets[noun]('')
}

/** Walks a file of a noun through its import. */
export function importNoun(noun: SheetNoun, file: string, context: ImportContext, isWriting: boolean): Promise<ImportReport> {
  if (noun === 'units') return runImport(file, unitsImporter(context), isWriting)
  if (noun === 'officials') return runImport(file, officialsImporter(context), isWriting)
  if (noun === 'people') return runImport(file, peopleImporter(context), isWriting)
  if (noun === 'petitions') return runImport(file, petitionsImporter(context), isWriting)
  return runImport(file, tiesImporter(context), isWriting)
}
