// Monthly volumes of petitions for the module that plans over them: read as they stand, entered one by one, revised with a reason.
import { Problem as Refusal } from '@shengmian/contract'
import { placeNumber, placeRange, wireCode } from '../../../platform/places.ts'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { lastWholeMonth } from './last-whole-month.ts'
import { insertVolumes, selectVolumeHistory, selectVolumes, selectVolumesOf, type VolumeRow } from './petition-store.ts'
import { selectUnitsById } from './unit-store.ts'

export { lastWholeMonth } from './last-whole-month.ts'
export type KnownVolume = VolumeRow

/** The newest figure of every unit and month; what was taken back is there with volume null. */
export const volumesBetween = selectVolumes

/** The last 500 words on a unit's months, newest first. */
export function volumeHistory(tx: Transaction, authority: number, unit: string): Promise<readonly KnownVolume[]> {
  return selectVolumeHistory(tx, authority, unit, 500)
}

interface Entered {
  readonly unit: string
  readonly month: string
  readonly revision: number
  readonly volume: number | null
  readonly source: string
  readonly reason: string | null
}

/** Enters a figure as the next revision of its month. */
export async function enterVolume(
  tx: Transaction,
  authority: number,
  { unit: id, month, revision, volume, source, reason }: Entered,
  { by, at }: Acting,
): Promise<KnownVolume> {
  const [unit] = await selectUnitsById(tx, [id])
  if (unit === undefined || !isWithin(unit.place, authority)) throw new Refusal('not-found')
  const known = (await selectVolumesOf(tx, authority, [id])).find((row) => row.month === month)
  if (revision !== (known?.revision ?? 0) + 1) throw new Refusal('changed-meanwhile')
  const last = lastWholeMonth(at)
  const errors = [
    ...(month > last
      ? [{ at: 'body/month', zh: `这个月还没有过完，最晚填${last}`, en: `this month is not over: ${last} is the last one` }]
      : []),
    ...(known === undefined && volume === null
      ? [{ at: 'body/volume', zh: '还没有数，没有可撤回的', en: 'there is no figure to take back' }]
      : []),
    ...(known !== undefined && reason === null
      ? [{ at: 'body/reason', zh: '更正要写原因', en: 'a revision needs a reason' }]
      : []),
    ...(known === undefined && reason !== null
      ? [{ at: 'body/reason', zh: '首次填报不用写更正原因', en: 'a first figure has no reason of revision' }]
      : []),
  ]
  if (errors.length > 0) throw new Refusal('unfit', { errors })
  const row: KnownVolume = {
    authority,
    unit: id,
    month,
    revision,
    county: unit.county,
    place: unit.place,
    volume,
    source: source.trim(),
    origin: 'typed',
    reason,
    by_account: by.id,
    by_name: by.name,
    recorded_at: at,
  }
  await insertVolumes(tx, [row])
  return row
}

function isWithin(place: number, authority: number): boolean {
  const code = wireCode(authority)
  return code === '00' || (place >= placeNumber(code) && place <= placeRange(code).hi)
}
