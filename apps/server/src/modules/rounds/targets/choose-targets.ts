import { Problem as Refusal, type BodyOf, type setRoundTargets } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { factsForDispatch } from '../../registry/index.ts'
import { addDays } from '../days.ts'
import type { DispatchTarget } from '../../registry/index.ts'
import { checkForm } from '../round/check-form.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { touchRound } from '../round/round-store.ts'
import { refuseBars } from '../round/settle-form.ts'
import { lowFrom } from './score-candidates.ts'
import { candidatesOf, replaceTargets } from './target-store.ts'

type Chosen = BodyOf<typeof setRoundTargets>['targets']

/** A target inspected within so many years is chosen again only with a reason. */
const RECENT_YEARS = 3

/** Replaces the targets of a draft. Units keep the workload that their dossier suggests unless one is given. */
export async function chooseTargets(tx: Transaction, round: RoundRecord, chosen: Chosen): Promise<void> {
  if (round.state !== 'draft')
    throw new Refusal('wrong-state', { zh: '只有筹备中的轮次可以选对象', en: 'targets are chosen in a draft' })
  const { targets: units } = await factsForDispatch(tx, { people: [], units: chosen.map((target) => target.unit) })
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  refuseUnknown(chosen, byId)
  refuseBars(
    checkForm(
      round,
      units.map((unit) => unit.region),
    ),
  )
  await refuseUnreasoned(tx, round, chosen, byId)
  await replaceTargets(
    tx,
    round.id,
    chosen.flatMap((target, position) => {
      const unit = byId.get(target.unit)
      if (unit === undefined) return []
      return [
        {
          county: unit.county,
          round: round.id,
          unit: unit.id,
          authority: round.authority,
          place: unit.place,
          workload: target.workload ?? unit.workload,
          needs: [...(target.needs ?? [])],
          reason: target.reason ?? null,
          position,
        },
      ]
    }),
  )
  await touchRound(tx, round)
}

function refuseUnknown(chosen: Chosen, units: ReadonlyMap<string, DispatchTarget>): void {
  const seen = new Set<string>()
  const errors = chosen.flatMap((target, index) => {
    const at = `targets[${index}].unit`
    if (!units.has(target.unit)) return [{ at, zh: `没有编号为${target.unit}的单位`, en: `no unit has the id ${target.unit}` }]
    if (seen.has(target.unit)) return [{ at, zh: '同一单位选了两次', en: 'the same unit twice' }]
    seen.add(target.unit)
    return []
  })
  if (errors.length > 0) throw new Refusal('unfit', { errors })
}

async function refuseUnreasoned(
  tx: Transaction,
  round: RoundRecord,
  chosen: Chosen,
  units: ReadonlyMap<string, DispatchTarget>,
): Promise<void> {
  const candidates = await candidatesOf(tx, round.id)
  const ranks = new Map(candidates.map((candidate) => [candidate.unit, candidate.rank]))
  const limit = lowFrom(candidates.length)
  const since = addDays(round.starts, -365 * RECENT_YEARS)
  const errors = chosen.flatMap((target, index) => {
    if (target.reason !== undefined) return []
    const at = `targets[${index}].reason`
    const name = units.get(target.unit)?.name ?? ''
    const rank = ranks.get(target.unit)
    if (rank !== undefined && rank >= limit) {
      return [
        { at, zh: `${name}在候选中排第${rank}位，选入须写理由`, en: `${name} ranks ${rank} among the candidates: give a reason` },
      ]
    }
    const last = units.get(target.unit)?.lastInspected ?? null
    if (last !== null && last > since && !round.kinds.includes('look-back')) {
      return [
        {
          at,
          zh: `${name}${last}刚巡察过，不足${RECENT_YEARS}年，选入须写理由`,
          en: `${name} was inspected on ${last}, less than ${RECENT_YEARS} years ago: give a reason`,
        },
      ]
    }
    return []
  })
  if (errors.length > 0)
    throw new Refusal('unfit', { ...(errors[0] === undefined ? {} : { zh: errors[0].zh, en: errors[0].en }), errors })
}
