import type { Arrangement, TargetLogistics } from '@shengmian/contract'
import { cutTo, wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { prepareCharges, type FindCharge } from '../charges/find-charge.ts'
import { placeNames } from '../round/round-names.ts'
import { arrangementsOf, notesOf, targetsArranged, type ArrangementRow, type NoteRow, type TargetKey } from './logistics-store.ts'

/** Of every target under way that the caller arranges for. */
export async function viewAllLogistics(tx: Transaction, day: string): Promise<TargetLogistics[]> {
  return viewTargets(tx, await targetsArranged(tx), day)
}

/** Of these targets, with whoever answers for them. */
export async function viewTargets(tx: Transaction, targets: readonly TargetKey[], day: string): Promise<TargetLogistics[]> {
  return viewLogistics(tx, targets, day, await prepareCharges(tx, [...new Set(targets.map(({ authority }) => authority))]))
}

/** Schedule, documents and notes of each target, with the liaison of its place as far as the caller sees who it is. */
export async function viewLogistics(
  tx: Transaction,
  targets: readonly TargetKey[],
  day: string,
  find: FindCharge,
): Promise<TargetLogistics[]> {
  const [units, rows, notes, name] = [
    new Map((await findUnits(tx, [...new Set(targets.map(({ unit }) => unit))])).map((unit) => [unit.id, unit.name])),
    Map.groupBy(await arrangementsOf(tx, targets), ({ round, unit }) => `${round} ${unit}`),
    await notesOf(tx, targets),
    await placeNames(
      tx,
      targets.flatMap(({ place }) => around(wireCode(place))),
    ),
  ] as const
  return targets.map((target) => {
    const lines = (rows.get(`${target.round} ${target.unit}`) ?? []).map((row) => viewArrangement(row, day))
    const note = notes.find(({ authority, unit }) => authority === target.authority && unit === target.unit)
    const liaison = find('liaison', target.authority, target)
    return {
      round: target.round,
      unit: target.unit,
      name: units.get(target.unit) ?? target.unit,
      place: {
        code: wireCode(target.place),
        name: around(wireCode(target.place))
          .map((code) => name(code).name)
          .join(''),
      },
      liaison: liaison === null ? null : { name: liaison.name, title: liaison.title, phone: liaison.phone },
      note: note === undefined ? null : viewNote(note),
      schedule: lines.filter(({ kind }) => kind !== 'documents'),
      documents: lines.filter(({ kind }) => kind === 'documents'),
    }
  })
}

/** The county and the township that a place lies in, as far as it lies in one: 津南区北闸口镇. */
function around(code: string): readonly string[] {
  return [...new Set([cutTo(code, 'county'), cutTo(code, 'township')])]
}

function viewArrangement(row: ArrangementRow, day: string): Arrangement {
  return {
    id: row.id,
    kind: row.kind as Arrangement['kind'],
    day: row.day,
    time: row.at_time,
    title: row.title,
    location: row.location,
    recordedBy: row.recorded_name,
    doneAt: row.done_at?.toISOString() ?? null,
    doneBy: row.done_name,
    note: row.note,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokedReason: row.revoked_reason,
    isOverdue: row.done_at === null && row.revoked_at === null && row.day < day,
  }
}

function viewNote({ way, dialect, holidays, contacts, updated_name, updated_at }: NoteRow): TargetLogistics['note'] {
  return {
    way,
    dialect,
    holidays,
    contacts: contacts as unknown as { name: string; duty: string; phone: string }[],
    updatedBy: updated_name,
    updatedAt: updated_at.toISOString(),
  }
}
