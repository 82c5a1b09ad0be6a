import { Problem, type Official, type Unit, type UnitKind } from '@shengmian/contract'
import { countyOf, levelOf, placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandPlace } from '../places/place-register.ts'
import { upsertOfficials } from './official-store.ts'
import { demandUnit } from './read-dossier.ts'
import { countyOfUnit } from './unit-ids.ts'
import { insertUnits, markWithdrawn, selectUnitsById, updateUnits } from './unit-store.ts'
import { officialView, unitView } from './unit-views.ts'

export interface UnitChange {
  readonly place: string
  readonly kind: UnitKind
  readonly name: string
  /** `null` adds a unit; a number changes the one of that version. */
  readonly version: number | null
}

/** Adds a unit that no register of places knows, or changes its kind and name. Its place never changes. */
export async function writeUnit(tx: Transaction, id: string, change: UnitChange, now: Date): Promise<Unit> {
  demandPlace(change.place, 'body/place')
  const place = placeNumber(change.place)
  const unit = { county: countyOf(place), id, place, kind: change.kind, name: change.name }
  if (change.version === null) {
    if (countyOfUnit(id) !== null)
      throw new Problem('unfit', {
        errors: [{ at: 'params/unit', zh: '村（社区）已经在册', en: 'a village is in the register already' }],
      })
    if (change.kind === 'township' && levelOf(change.place) !== 'township')
      throw new Problem('unfit', {
        errors: [{ at: 'body/place', zh: '乡镇党委的所在地应是乡镇', en: 'the place of a town committee is a town' }],
      })
    await insertUnits(tx, [unit], now)
  } else {
    const there = await demandUnit(tx, id)
    if (there.place !== place)
      throw new Problem('unfit', {
        errors: [
          { at: 'body/place', zh: '单位不能改换所在地，请撤销后另建', en: 'a unit keeps its place: withdraw it and add another' },
        ],
      })
    if ((await updateUnits(tx, [{ ...unit, version: change.version }], now)) === 0)
      throw new Problem(there.version === change.version ? 'not-allowed' : 'changed-meanwhile')
  }
  const [written] = await selectUnitsById(tx, [id])
  if (!written) throw new Problem('not-allowed')
  return unitView(written)
}

/** Takes a unit out of use; what is known of it stays. */
export async function withdrawUnit(tx: Transaction, id: string, reason: string, now: Date): Promise<Unit> {
  const unit = await demandUnit(tx, id)
  if (unit.state === 'withdrawn') throw new Problem('wrong-state')
  if (!(await markWithdrawn(tx, unit, reason, now))) throw new Problem('not-allowed')
  return unitView(await demandUnit(tx, id))
}

export interface OfficialChange {
  readonly name: string
  readonly title: string
  readonly isHead: boolean
  readonly from: string | null
  readonly until: string | null
}

/** Enters an official of a unit, or changes the entry. */
export async function writeOfficial(
  tx: Transaction,
  unit: string,
  id: string,
  change: OfficialChange,
  now: Date,
): Promise<Official> {
  const { county, place } = await demandUnit(tx, unit)
  if (change.from !== null && change.until !== null && change.from > change.until)
    throw new Problem('unfit', { errors: [{ at: 'body/until', zh: '离任早于任职', en: 'left office before taking it' }] })
  const official = { county, id, unit, place, ...change }
  await upsertOfficials(tx, [official], now)
  return officialView(official)
}
