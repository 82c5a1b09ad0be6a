import {
  Problem as Refusal,
  type BodyOf,
  type changeRound as changeEndpoint,
  type createRound as createEndpoint,
} from '@shengmian/contract'
import { v7 as uuid } from 'uuid'
import type { Acting } from '../../../platform/acting.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { insertSections } from '../papers/papers-store.ts'
import { roundSections } from '../papers/section-plan.ts'
import { demandRole } from '../policy.ts'
import { targetsOf } from '../targets/target-store.ts'
import { regionOf } from '../targets/unit-region.ts'
import { demandPlaces } from './round-names.ts'
import type { RoundRecord } from './round-record.ts'
import { insertEvent, insertRound, updateSettings } from './round-store.ts'
import { settleForm } from './settle-form.ts'

/** Sets up a round of an office's own authority, with the six sections that its plan must fill. */
export async function createRound(tx: Transaction, asked: BodyOf<typeof createEndpoint>, acting: Acting): Promise<void> {
  await demandPlaces(tx, [asked.authority, ...placesIn(asked)])
  const authority = placeNumber(asked.authority)
  await demandRole(tx, authority, ['office'])
  const { by, at } = acting
  await insertRound(tx, { id: asked.id, authority, by: by.id, at, settings: settleForm(asked, authority) })
  await insertSections(tx, { authority, id: asked.id, kind: 'round' }, roundSections)
  await insertEvent(tx, {
    authority,
    round: asked.id,
    id: uuid(),
    event: 'create',
    from_state: null,
    to_state: 'draft',
    reason: null,
    meeting: null,
    by_account: by.id,
    by_name: by.name,
    at,
  })
}

/** Replaces the settings of a draft; they must fit the targets that are chosen already. */
export async function changeRound(tx: Transaction, round: RoundRecord, asked: BodyOf<typeof changeEndpoint>): Promise<void> {
  if (round.state !== 'draft')
    throw new Refusal('wrong-state', { zh: '只有筹备中的轮次可以改', en: 'only a draft can be changed' })
  await demandPlaces(tx, placesIn(asked))
  await updateSettings(tx, round, settleForm(asked, round.authority, await regionsOfTargets(tx, round.id)))
}

const placesIn = (asked: {
  readonly sending: string | null
  readonly host: string | null
  readonly zones?: readonly { readonly members: readonly string[] }[]
}) => [asked.sending, asked.host, ...(asked.zones ?? []).flatMap((zone) => zone.members)].filter((code) => code !== null)

async function regionsOfTargets(tx: Transaction, round: string): Promise<readonly string[]> {
  const rows = await targetsOf(tx, round)
  const units = await findUnits(
    tx,
    rows.map((row) => row.unit),
  )
  return units.map(regionOf)
}
