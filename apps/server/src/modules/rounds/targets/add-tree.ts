import { Problem as Refusal, type addTargetTree, type BodyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { unitsBelow } from '../../registry/index.ts'
import { demandPlaces } from '../round/round-names.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { chooseTargets } from './choose-targets.ts'
import { targetsOf } from './target-store.ts'

/** 巡镇带村: adds the unit of a place together with every village and community below it; what is chosen already stays as it is. */
export async function addTree(tx: Transaction, round: RoundRecord, asked: BodyOf<typeof addTargetTree>): Promise<void> {
  await demandPlaces(tx, [asked.place])
  const units = await unitsBelow(tx, asked.place)
  if (units.length === 0) throw new Refusal('unfit', { zh: '该地没有可选的单位', en: 'no unit lies there' })
  const kept = await targetsOf(tx, round.id)
  const known = new Set(kept.map((target) => target.unit))
  const choice = {
    ...(asked.workload === undefined ? {} : { workload: asked.workload }),
    ...(asked.reason === undefined ? {} : { reason: asked.reason }),
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
}
