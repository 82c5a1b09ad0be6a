import type { BodyOf, recordPetitionFigure } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { enterVolume, type KnownVolume } from '../../registry/index.ts'
import { demandRole } from '../policy.ts'

/** Enters the figure of a month, as the petition office of the body gave it. */
export async function recordFigure(
  tx: Transaction,
  { authority: code, unit }: { readonly authority: string; readonly unit: string },
  { reason, ...asked }: BodyOf<typeof recordPetitionFigure>,
  acting: Acting,
): Promise<KnownVolume> {
  const authority = placeNumber(code)
  await demandRole(tx, authority, ['office'])
  return enterVolume(tx, authority, { ...asked, unit, reason: reason?.trim() ?? null }, acting)
}
