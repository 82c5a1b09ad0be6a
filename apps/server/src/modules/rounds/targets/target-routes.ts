import {
  addTargetTree,
  listCandidates,
  listRoundTargets,
  Problem as Refusal,
  readRoundCoverage,
  scoreCandidates as scoreEndpoint,
  setRoundTargets,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { unitsBelow } from '../../registry/index.ts'
import { holdRound } from '../round/hold-round.ts'
import { demandPlaces } from '../round/round-names.ts'
import { findRound } from '../round/round-store.ts'
import { chooseTargets } from './choose-targets.ts'
import { readCoverage } from './round-coverage.ts'
import { scoreCandidates, viewCandidates } from './score-candidates.ts'
import { targetsOf } from './target-store.ts'
import { viewTargets } from './targets-view.ts'

const held = (tx: Transaction, id: string) => holdRound(tx, id, ['office'])

export const targetRoutes: readonly Route[] = [
  serve(listRoundTargets, async ({ params, tx }) => viewTargets(tx, await findRound(tx, params.round))),
  serve(setRoundTargets, async ({ params, body, tx }) => {
    const round = await held(tx, params.round)
    await chooseTargets(tx, round, body.targets)
    return viewTargets(tx, round)
  }),
  serve(addTargetTree, async ({ params, body, tx }) => {
    const round = await held(tx, params.round)
    await demandPlaces(tx, [body.place])
    const units = await unitsBelow(tx, body.place)
    if (units.length === 0) throw new Refusal('unfit', { zh: '该地没有可选的单位', en: 'no unit lies there' })
    const kept = await targetsOf(tx, round.id)
    const known = new Set(kept.map((target) => target.unit))
    const choice = {
      ...(body.workload === undefined ? {} : { workload: body.workload }),
      ...(body.reason === undefined ? {} : { reason: body.reason }),
    }
    await chooseTargets(tx, round, [
      ...kept.map((target) => ({
        unit: target.unit,
        workload: target.workload,
        needs: target.needs,
        ...(target.reason === null ? {} : { reason: target.reason }),
      })),
      ...units.filter((unit) => !known.has(unit.id)).map((unit) => ({ unit: unit.id, ...choice })),
    ])
    return viewTargets(tx, round)
  }),
  serve(readRoundCoverage, async ({ params, tx }) => readCoverage(tx, await findRound(tx, params.round))),
  serve(listCandidates, async ({ params, tx }) => {
    await findRound(tx, params.round)
    return viewCandidates(tx, params.round)
  }),
  serve(scoreEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await held(tx, params.round)
    await scoreCandidates(tx, round, body, caller.id, clock.now())
    return viewCandidates(tx, round.id)
  }),
]
