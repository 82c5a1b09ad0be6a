import {
  askExtension as askEndpoint,
  changeRound,
  createRound,
  decideExtension as decideEndpoint,
  listRounds as listEndpoint,
  listRoundTemplates,
  Problem as Refusal,
  readRound,
  takeRoundStep,
} from '@shengmian/contract'
import { v7 as uuid } from 'uuid'
import { serve, type Route } from '../../../http/serve.ts'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { today } from '../days.ts'
import { insertSections } from '../papers/papers-store.ts'
import { roundSections } from '../papers/section-plan.ts'
import { demandRole } from '../policy.ts'
import { targetsOf } from '../targets/target-store.ts'
import { regionOf } from '../targets/unit-region.ts'
import { refusedMixes } from './check-form.ts'
import { askExtension, decideExtension } from './extend-round.ts'
import { holdRound } from './hold-round.ts'
import { listRounds } from './list-rounds.ts'
import { demandPlaces } from './round-names.ts'
import { insertEvent, insertRound, updateSettings } from './round-store.ts'
import { viewRound } from './round-view.ts'
import { settleForm } from './settle-form.ts'
import { takeStep } from './take-step.ts'
import { policyBases, roundTemplates } from './templates.ts'

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

export const roundRoutes: readonly Route[] = [
  serve(listEndpoint, ({ query, tx, clock }) => listRounds(tx, query, today(clock))),
  serve(listRoundTemplates, () => ({
    templates: roundTemplates.map((template) => ({
      ...template,
      types: [...template.types],
      parts: template.parts.map((part) => ({ ...part, items: [...part.items] })),
    })),
    bases: policyBases.map((basis) => ({ ...basis })),
    mixes: refusedMixes.map((mix) => ({ ...mix })),
  })),
  serve(createRound, async ({ body, tx, caller, clock }) => {
    await demandPlaces(tx, [body.authority, ...placesIn(body)])
    const authority = placeNumber(body.authority)
    await demandRole(tx, authority, ['office'])
    const at = clock.now()
    await insertRound(tx, { id: body.id, authority, by: caller.id, at, settings: settleForm(body, authority) })
    await insertSections(tx, { authority, id: body.id, kind: 'round' }, roundSections)
    await insertEvent(tx, {
      authority,
      round: body.id,
      id: uuid(),
      event: 'create',
      from_state: null,
      to_state: 'draft',
      reason: null,
      meeting: null,
      by_account: caller.id,
      by_name: caller.name,
      at,
    })
    return viewRound(tx, body.id, caller.id, today(clock))
  }),
  serve(readRound, ({ params, tx, caller, clock }) => viewRound(tx, params.round, caller.id, today(clock))),
  serve(changeRound, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['office'])
    if (round.state !== 'draft')
      throw new Refusal('wrong-state', { zh: '只有筹备中的轮次可以改', en: 'only a draft can be changed' })
    await demandPlaces(tx, placesIn(body))
    await updateSettings(tx, round, settleForm(body, round.authority, await regionsOfTargets(tx, round.id)))
    return viewRound(tx, round.id, caller.id, today(clock))
  }),
  serve(takeRoundStep, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['office', 'leading-group'])
    await takeStep(tx, round, {
      event: body.event,
      reason: body.reason ?? null,
      meeting: body.meeting ?? null,
      by: caller,
      at: clock.now(),
      day: today(clock),
    })
    return viewRound(tx, round.id, caller.id, today(clock))
  }),
  serve(askEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['office'])
    await askExtension(tx, round, body, { by: caller, at: clock.now() })
    return viewRound(tx, round.id, caller.id, today(clock))
  }),
  serve(decideEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await holdRound(tx, params.round, ['leading-group'])
    await decideExtension(tx, round, params.extension, body, { by: caller, at: clock.now() })
    return viewRound(tx, round.id, caller.id, today(clock))
  }),
]
