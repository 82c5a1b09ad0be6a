import {
  addTargetTree,
  listCandidates,
  listRoundTargets,
  readRoundCoverage,
  scoreCandidates as scoreEndpoint,
  setRoundTargets,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { holdRound, seeRound } from '../round/hold-round.ts'
import { addTree } from './add-tree.ts'
import { chooseTargets } from './choose-targets.ts'
import { readCoverage } from './round-coverage.ts'
import { scoreCandidates, viewCandidates } from './score-candidates.ts'
import { viewTargets } from './targets-view.ts'

const held = (tx: Transaction, id: string) => holdRound(tx, id, ['office'])

export const targetRoutes: readonly Route[] = [
  serve(listRoundTargets, async ({ params, tx }) => viewTargets(tx, await seeRound(tx, params.round))),
  serve(setRoundTargets, async ({ params, body, tx }) => {
    const round = await held(tx, params.round)
    await chooseTargets(tx, round, body.targets)
    return viewTargets(tx, round)
  }),
  serve(addTargetTree, async ({ params, body, tx }) => {
    const round = await held(tx, params.round)
    await addTree(tx, round, body)
    return viewTargets(tx, round)
  }),
  serve(readRoundCoverage, async ({ params, tx }) => readCoverage(tx, await seeRound(tx, params.round))),
  serve(listCandidates, async ({ params, tx }) => {
    await seeRound(tx, params.round)
    return viewCandidates(tx, params.round)
  }),
  serve(scoreEndpoint, async ({ params, body, tx, caller, clock }) => {
    const round = await held(tx, params.round)
    await scoreCandidates(tx, round, body, caller.id, clock.now())
    return viewCandidates(tx, round.id)
  }),
]
