import type { DossierFacts, UnitClass } from '@shengmian/contract'
import { v7 as uuidv7 } from 'uuid'
import { countyOf, placeNumber } from '../../../../platform/places.ts'
import { placeRegister } from '../../places/place-register.ts'
import { shortName } from '../../places/short-name.ts'
import {
  insertClasses,
  selectDossiers,
  upsertDossiers,
  type ClassWritten,
  type DossierRow,
  type DossierWritten,
} from '../../units/dossier-store.ts'
import { insertUnits, updateUnits, type UnitRow, type UnitWritten } from '../../units/unit-store.ts'
import { factsView, nothingKnown } from '../../units/unit-views.ts'
import type { ReadRow } from '../read-sheet.ts'
import type { ImportContext, Importer, Outcome } from '../run-import.ts'
import { sameValue } from '../same-values.ts'
import { isVillage, matchUnits, unitKeyOf } from './match-units.ts'
import { unitsSheet, type UnitsValues } from './units-sheet.ts'

type Sheet = ReturnType<typeof unitsSheet>['columns']

interface UnitRecord {
  readonly added: UnitWritten | null
  readonly changed: (UnitWritten & { readonly version: number }) | null
  readonly dossier: DossierWritten | null
  readonly classified: ClassWritten | null
}

/** Imports units with their dossiers. An empty cell leaves what is known. */
export function unitsImporter({ tx, authority, by, now }: ImportContext): Importer<Sheet, UnitRecord> {
  return {
    definition: unitsSheet(authority === '00' ? '' : authority),
    keyOf: ({ values }) => ({ key: unitKeyOf(values), column: isVillage(values) ? 'place' : 'unit' }),
    weigh: async (rows) => {
      const units = await matchUnits(
        tx,
        rows.map(({ values }) => values),
      )
      const dossiers = new Map((await selectDossiers(tx, [...units.values()])).map((dossier) => [dossier.unit, dossier]))
      return rows.map((row) => {
        const unit = units.get(unitKeyOf(row.values))
        return weighUnit(row, authority, unit, unit === undefined ? undefined : dossiers.get(unit.id), now)
      })
    },
    write: async (records) => {
      await insertUnits(tx, present(records.map(({ added }) => added)), now)
      await updateUnits(tx, present(records.map(({ changed }) => changed)), now)
      await insertClasses(tx, present(records.map(({ classified }) => classified)), by, now)
      await upsertDossiers(tx, present(records.map(({ dossier }) => dossier)), by, now)
    },
  }
}

function present<T>(items: readonly (T | null)[]): readonly T[] {
  return items.filter((item) => item !== null)
}

function weighUnit(
  row: ReadRow<Sheet>,
  authority: string,
  unit: UnitRow | undefined,
  dossier: DossierRow | undefined,
  now: Date,
): Outcome<UnitRecord> {
  const { values } = row
  const fault = (column: keyof Sheet, zh: string, en: string): Outcome<UnitRecord> => ({
    kind: 'faults',
    faults: [row.faultAt(column, zh, en)],
  })
  const code = values.place ?? ''
  if (authority !== '00' && !code.startsWith(authority))
    return fault('place', `不在本机关范围（${authority}）内`, `outside the area of ${authority}`)
  if (unit === undefined && isVillage(values)) return fault('place', '册里没有这个村（社区）', 'the register has no such village')
  if (unit === undefined && values.unit === null)
    return fault('unit', '不是村（社区）的要填单位名称', 'a unit that is no village needs its name')
  if (unit === undefined && values.kind === null)
    return fault('kind', '册里没有这个单位，新增要填类别', 'not in the register: a new unit needs its kind')
  if (unit === undefined && code.length === 12 && (values.kind === 'village' || values.kind === 'community'))
    return fault(
      'unit',
      `名称与代码不符：${code}是${shortName(placeRegister().find(code)?.name ?? '')}`,
      `the name does not fit the code ${code}`,
    )
  if ((values.petitions === null) !== (values.petitionYear === null))
    return fault(
      values.petitions === null ? 'petitions' : 'petitionYear',
      '信访年度和件次要一起填',
      'year and number of petitions go together',
    )
  const isReclassed = values.class !== null && values.class !== (dossier?.class ?? null)
  if (isReclassed && values.reason === null) return fault('reason', '变更分类要写理由', 'a change of class needs a reason')
  if (isReclassed && values.reviewer === null)
    return fault('reviewer', '变更分类要写审核人', 'a change of class needs a reviewer')
  return outcomeOf(values, unit, dossier, isReclassed, now)
}

function outcomeOf(
  values: UnitsValues,
  unit: UnitRow | undefined,
  dossier: DossierRow | undefined,
  isReclassed: boolean,
  now: Date,
): Outcome<UnitRecord> {
  const place = placeNumber(values.place ?? '')
  const key = { county: countyOf(place), id: unit?.id ?? uuidv7(), place }
  const before = dossier === undefined ? nothingKnown : factsView(dossier)
  const facts = factsAfter(values, before)
  const unitClass: UnitClass | null = values.class ?? dossier?.class ?? null
  const isChanged = isReclassed || !sameValue(facts, before)
  const isRenamed = unit !== undefined && !isVillage(values) && values.kind !== null && values.kind !== unit.kind
  const record: UnitRecord = {
    added: unit === undefined ? { ...key, kind: values.kind ?? 'other', name: values.unit ?? '' } : null,
    changed: isRenamed ? { ...key, kind: values.kind ?? unit.kind, name: unit.name, version: unit.version } : null,
    dossier: isChanged ? { ...key, ...facts, class: unitClass, version: dossier?.version ?? 0, reason: 'sheet' } : null,
    classified:
      isReclassed && values.class !== null
        ? {
            ...key,
            change: uuidv7(),
            class: values.class,
            reason: values.reason ?? '',
            day: values.classDay ?? now.toISOString().slice(0, 10),
            reviewer: values.reviewer ?? '',
          }
        : null,
  }
  if (unit === undefined) return { kind: 'added', record }
  return isChanged || isRenamed ? { kind: 'changed', record } : { kind: 'same' }
}

function factsAfter(values: UnitsValues, before: DossierFacts): DossierFacts {
  const counted =
    values.petitionYear === null || values.petitions === null ? {} : { [String(values.petitionYear)]: values.petitions }
  return {
    population: values.population ?? before.population,
    petitions: before.petitions === null && values.petitions === null ? null : { ...before.petitions, ...counted },
    weakBranch: values.weakBranch ?? before.weakBranch,
    poverty: values.poverty ?? before.poverty,
    economy: values.economy ?? before.economy,
    conflicts: values.conflicts ?? before.conflicts,
    lastInspected: values.lastInspected ?? before.lastInspected,
  }
}
