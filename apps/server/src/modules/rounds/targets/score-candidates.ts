import {
  Problem as Refusal,
  type BodyOf,
  type ReplyOf,
  type listCandidates,
  type scoreCandidates as endpoint,
} from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { placeNames } from '../round/round-names.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { regionOf } from './unit-region.ts'
import { candidatesOf, replaceCandidates, targetsOf } from './target-store.ts'

type Asked = BodyOf<typeof endpoint>
type Candidates = ReplyOf<typeof listCandidates>
type Factor = Candidates['items'][number]['factors'][number]

const FACTORS = [
  { key: 'economy', zh: '经济总量', en: 'size of the economy' },
  { key: 'conflicts', zh: '社会矛盾', en: 'social conflicts' },
  { key: 'complaints', zh: '问题反映', en: 'complaints' },
] as const

/** From this rank on a choice needs a reason: the lower half. */
export function lowFrom(candidates: number): number {
  return Math.ceil(candidates / 2) + 1
}

/** Weighs three numbers for each candidate and ranks them; equal scores rank by unit, so that the order never changes by itself. */
export function rankCandidates(
  asked: Asked,
): readonly { readonly unit: string; readonly factors: Factor[]; readonly score: number; readonly rank: number }[] {
  const total = FACTORS.reduce((sum, { key }) => sum + asked.weights[key], 0)
  return asked.candidates
    .map((candidate) => {
      const factors = FACTORS.map(({ key, zh, en }) => ({ key, zh, en, weight: asked.weights[key], value: candidate[key] }))
      const score = factors.reduce((sum, factor) => sum + factor.weight * factor.value, 0) / total
      return { unit: candidate.unit, factors, score: Math.round(score * 100) / 100 }
    })
    .toSorted((a, b) => b.score - a.score || (a.unit < b.unit ? -1 : 1))
    .map((candidate, index) => ({ ...candidate, rank: index + 1 }))
}

export async function scoreCandidates(tx: Transaction, round: RoundRecord, asked: Asked, by: string, at: Date): Promise<void> {
  if (round.state !== 'draft') throw new Refusal('wrong-state')
  if (FACTORS.every(({ key }) => asked.weights[key] === 0)) {
    throw new Refusal('unfit', { errors: [{ at: 'weights', zh: '三项权重不能都是0', en: 'the three weights cannot all be 0' }] })
  }
  const units = new Map(
    (
      await findUnits(
        tx,
        asked.candidates.map((candidate) => candidate.unit),
      )
    ).map((unit) => [unit.id, unit]),
  )
  const unknown = asked.candidates.filter((candidate) => !units.has(candidate.unit))
  if (unknown.length > 0) {
    throw new Refusal('unfit', {
      errors: unknown.map(({ unit }) => ({ at: 'candidates', zh: `没有编号为${unit}的单位`, en: `no unit has the id ${unit}` })),
    })
  }
  await replaceCandidates(
    tx,
    round.id,
    rankCandidates(asked).flatMap(({ unit: id, factors, score, rank }) => {
      const unit = units.get(id)
      if (unit === undefined) return []
      const owner = { authority: round.authority, round: round.id, county: unit.county, place: unit.place, unit: id }
      return [{ ...owner, factors: JSON.stringify(factors), score, rank, scored_by: by, scored_at: at }]
    }),
  )
}

export async function viewCandidates(tx: Transaction, round: string): Promise<Candidates> {
  const rows = await candidatesOf(tx, round)
  const units = new Map(
    (
      await findUnits(
        tx,
        rows.map((row) => row.unit),
      )
    ).map((unit) => [unit.id, unit]),
  )
  const chosen = new Set((await targetsOf(tx, round)).map((target) => target.unit))
  const name = await placeNames(tx, [...units.values()].map(regionOf))
  return {
    items: rows.flatMap((row) => {
      const unit = units.get(row.unit)
      if (unit === undefined) return []
      const factors = row.factors as unknown as Factor[]
      return [
        {
          unit: unit.id,
          name: unit.name,
          place: name(regionOf(unit)),
          factors,
          score: row.score,
          rank: row.rank,
          chosen: chosen.has(unit.id),
        },
      ]
    }),
    lowFrom: lowFrom(rows.length),
  }
}
