import { placeNumber } from '../../../../platform/places.ts'
import { lastWholeMonth } from '../../units/last-whole-month.ts'
import { insertVolumes, selectVolumesOf, type VolumeRow } from '../../units/petition-store.ts'
import type { UnitRow } from '../../units/unit-store.ts'
import type { ReadRow } from '../read-sheet.ts'
import type { ImportContext, Importer, Outcome } from '../run-import.ts'
import { matchUnits, unitKeyOf } from './match-units.ts'
import { petitionsSheet } from './petitions-sheet.ts'

type Sheet = ReturnType<typeof petitionsSheet>['columns']

/** Imports monthly volumes. A number other than the one on record becomes its next revision, with the reason that the row gives. */
export function petitionsImporter(context: ImportContext): Importer<Sheet, VolumeRow> {
  const { tx, authority } = context
  const body = placeNumber(authority)
  return {
    definition: petitionsSheet(authority === '00' ? '' : authority),
    keyOf: ({ values }) => ({ key: `${unitKeyOf(values)} ${values.month ?? ''}`, column: 'month' }),
    weigh: async (rows) => {
      const units = await matchUnits(
        tx,
        rows.map(({ values }) => values),
      )
      const known = new Map(
        (
          await selectVolumesOf(
            tx,
            body,
            [...units.values()].map(({ id }) => id),
          )
        ).map((row) => [`${row.unit} ${row.month}`, row]),
      )
      return rows.map((row) => {
        const unit = units.get(unitKeyOf(row.values))
        return weighVolume(row, unit, known.get(`${unit?.id ?? ''} ${row.values.month ?? ''}`), context)
      })
    },
    write: (records) => insertVolumes(tx, records),
  }
}

function weighVolume(
  row: ReadRow<Sheet>,
  unit: UnitRow | undefined,
  known: VolumeRow | undefined,
  { authority, by, byName, now }: ImportContext,
): Outcome<VolumeRow> {
  const { values } = row
  const fault = (column: keyof Sheet, zh: string, en: string): Outcome<VolumeRow> => ({
    kind: 'faults',
    faults: [row.faultAt(column, zh, en)],
  })
  if (authority !== '00' && !(values.place ?? '').startsWith(authority))
    return fault('place', `不在本机关范围（${authority}）内`, `outside the area of ${authority}`)
  if (unit === undefined)
    return fault(
      values.unit === null ? 'place' : 'unit',
      '册里没有这个单位，请先导入单位',
      'the register has no such unit: import it first',
    )
  const last = lastWholeMonth(now)
  if ((values.month ?? '') > last)
    return fault('month', `这个月还没有过完，最晚填${last}`, `this month is not over: ${last} is the last one`)
  if (known !== undefined && known.volume === values.volume) return { kind: 'same' }
  if (known !== undefined && values.reason === null)
    return fault(
      'reason',
      `已记为${known.volume ?? '未知'}，改为${values.volume ?? ''}要写更正原因`,
      `${known.volume ?? 'unknown'} is on record: another number needs a reason`,
    )
  return {
    kind: known === undefined ? 'added' : 'changed',
    record: {
      authority: placeNumber(authority),
      unit: unit.id,
      month: values.month ?? '',
      revision: (known?.revision ?? 0) + 1,
      county: unit.county,
      place: unit.place,
      volume: values.volume,
      source: values.source ?? '',
      origin: 'sheet',
      reason: known === undefined ? null : values.reason,
      by_account: by,
      by_name: byName,
      recorded_at: now,
    },
  }
}
