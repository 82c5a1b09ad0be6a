import { v7 as uuidv7 } from 'uuid'
import { selectOfficials, upsertOfficials, type OfficialRow } from '../../units/official-store.ts'
import type { UnitRow } from '../../units/unit-store.ts'
import type { ReadRow } from '../read-sheet.ts'
import type { ImportContext, Importer, Outcome } from '../run-import.ts'
import { sameValue } from '../same-values.ts'
import { matchUnits, unitKeyOf } from './match-units.ts'
import { officialsSheet } from './officials-sheet.ts'

type Sheet = ReturnType<typeof officialsSheet>['columns']

/** Imports officials of units: told apart by unit, name and title. */
export function officialsImporter({ tx, authority, now }: ImportContext): Importer<Sheet, OfficialRow> {
  const keyOf = ({ values }: ReadRow<Sheet>) => `${unitKeyOf(values)} ${values.name ?? ''} ${values.title ?? ''}`
  return {
    definition: officialsSheet(authority === '00' ? '' : authority),
    keyOf: (row) => ({ key: keyOf(row), column: 'name' }),
    weigh: async (rows) => {
      const units = await matchUnits(
        tx,
        rows.map(({ values }) => values),
      )
      const there = new Map(
        (units.size === 0 ? [] : await selectOfficials(tx, [...units.values()])).map((official) => [
          `${official.unit} ${official.name} ${official.title}`,
          official,
        ]),
      )
      return rows.map((row) => {
        const unit = units.get(unitKeyOf(row.values))
        return weighOfficial(
          row,
          authority,
          unit,
          there.get(`${unit?.id ?? ''} ${row.values.name ?? ''} ${row.values.title ?? ''}`),
        )
      })
    },
    write: (records) => upsertOfficials(tx, records, now),
  }
}

function weighOfficial(
  row: ReadRow<Sheet>,
  authority: string,
  unit: UnitRow | undefined,
  known: OfficialRow | undefined,
): Outcome<OfficialRow> {
  const { values } = row
  const code = values.place ?? ''
  if (authority !== '00' && !code.startsWith(authority))
    return {
      kind: 'faults',
      faults: [row.faultAt('place', `不在本机关范围（${authority}）内`, `outside the area of ${authority}`)],
    }
  if (unit === undefined)
    return {
      kind: 'faults',
      faults: [
        row.faultAt(
          values.unit === null ? 'place' : 'unit',
          '册里没有这个单位，请先导入单位',
          'the register has no such unit: import it first',
        ),
      ],
    }
  if (values.from !== null && values.until !== null && values.until < values.from)
    return { kind: 'faults', faults: [row.faultAt('until', '离任早于任职', 'left office before taking it')] }
  const official: OfficialRow = {
    county: unit.county,
    id: known?.id ?? uuidv7(),
    unit: unit.id,
    place: unit.place,
    name: values.name ?? '',
    title: values.title ?? '',
    isHead: values.isHead ?? known?.isHead ?? false,
    from: values.from ?? known?.from ?? null,
    until: values.until ?? known?.until ?? null,
  }
  if (known !== undefined && sameValue(official, known)) return { kind: 'same' }
  return { kind: known === undefined ? 'added' : 'changed', record: official }
}
