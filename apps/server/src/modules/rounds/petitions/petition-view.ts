import type { listPetitionFigures, listPetitionTrends, PetitionFigure, PetitionTrend, ReplyOf } from '@shengmian/contract'
import { hideSmall, sumShown, trendRule } from '@shengmian/petitions'
import { cutTo, placeNumber, wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits, lastWholeMonth, unitsDue, volumeHistory, type KnownVolume } from '../../registry/index.ts'
import { demandRole, rolesAt } from '../policy.ts'
import { placeNames } from '../round/round-names.ts'
import { findTermPlan } from '../terms/term-store.ts'
import type { DecisionRow } from './decision-store.ts'
import { judgeUnits, type JudgedUnit, type ReadVolumes } from './judge-units.ts'

type Trends = ReplyOf<typeof listPetitionTrends>

/** Units by twelve months, those with a proposal first, then what rises, then by place. Small numbers are hidden from everybody. */
export async function viewTrends(tx: Transaction, id: string, now: Date, volumesOf: ReadVolumes): Promise<Trends> {
  const plan = await findTermPlan(tx, id)
  await demandRole(tx, plan.authority, ['office', 'leading-group'])
  const { months, units, planned } = await judgeUnits(tx, plan, now, volumesOf)
  const levels = new Set<string>(planned.settings.levels)
  const due = (await unitsDue(tx, wireCode(plan.authority))).filter(({ level }) => levels.has(level))
  const summaries = new Map(
    (
      await findUnits(
        tx,
        units.map((unit) => unit.id),
      )
    ).map((unit) => [unit.id, unit]),
  )
  const name = await placeNames(
    tx,
    [...summaries.values()].map(({ place }) => around(place)),
  )
  const judged = new Set(units.flatMap((unit) => (unit.known.length === 0 ? [] : [unit.id])))
  return {
    authority: wireCode(plan.authority),
    months: [...months],
    sources: [...new Set(units.flatMap(({ known }) => known.map(({ source }) => source)))].toSorted().slice(0, 30),
    rule: {
      name: trendRule.name,
      leastKnown: trendRule.leastKnown,
      percent: Math.round(trendRule.level * 100),
      leastMore: trendRule.leastMore,
    },
    items: units
      .toSorted((one, other) => rankOf(one) - rankOf(other) || placeOf(one) - placeOf(other) || (one.id < other.id ? -1 : 1))
      .map((unit) => viewTrend(unit, { name: summaries.get(unit.id)?.name ?? unit.id, place: name(around(placeOf(unit))) })),
    without: due.reduce((sum, line) => sum + line.due, 0) - planned.units.filter((unit) => judged.has(unit.id)).length,
    canWrite: (await rolesAt(tx, plan.authority)).includes('office'),
  }

  function placeOf({ id: unit }: JudgedUnit): number {
    return summaries.get(unit)?.place ?? 0
  }
}

/** A village stands under its township. */
function around(place: number): string {
  return cutTo(wireCode(place), 'township')
}

function rankOf({ proposed, trend }: JudgedUnit): number {
  return proposed !== null ? 0 : trend.kind === 'rising' ? 1 : 2
}

function viewTrend(unit: JudgedUnit, named: Pick<PetitionTrend, 'name' | 'place'>): PetitionTrend {
  const volumes = unit.volumes.map(hideSmall)
  const half = volumes.length / 2
  return {
    unit: unit.id,
    ...named,
    volumes,
    earlier: sumShown(volumes.slice(0, half)),
    recent: sumShown(volumes.slice(half)),
    kind: unit.trend.kind,
    said: unit.trend.said,
    urgency: unit.urgency,
    proposed: unit.proposed,
    decisions: unit.decisions.map(viewDecision),
  }
}

export function viewDecision(row: DecisionRow): PetitionTrend['decisions'][number] {
  const { revoked_at, revoked_name, revoked_reason } = row
  return {
    id: row.id,
    verdict: row.verdict as 'raised' | 'kept',
    through: row.through,
    before: row.urgency_before,
    after: row.urgency_after,
    reason: row.reason,
    by: row.by_name,
    at: row.at.toISOString(),
    revoked: revoked_at === null ? null : { by: revoked_name ?? '', at: revoked_at.toISOString(), reason: revoked_reason ?? '' },
  }
}

/** The figures of one unit as they were entered; to the office alone. */
export async function viewFigures(
  tx: Transaction,
  { authority: code, unit }: { readonly authority: string; readonly unit: string },
  now: Date,
): Promise<ReplyOf<typeof listPetitionFigures>> {
  const authority = placeNumber(code)
  await demandRole(tx, authority, ['office'])
  const [named] = await findUnits(tx, [unit])
  return {
    name: named?.name ?? '',
    last: lastWholeMonth(now),
    items: (await volumeHistory(tx, authority, unit)).map(viewFigure),
  }
}

export function viewFigure(row: KnownVolume): PetitionFigure {
  return {
    month: row.month,
    revision: row.revision,
    volume: row.volume,
    source: row.source,
    origin: row.origin,
    reason: row.reason,
    by: row.by_name,
    at: row.recorded_at.toISOString(),
  }
}
