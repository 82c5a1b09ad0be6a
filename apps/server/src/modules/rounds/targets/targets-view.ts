import type { ReplyOf, listRoundTargets, Warning } from '@shengmian/contract'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { factsForDispatch } from '../../registry/index.ts'
import { prepareCharges } from '../charges/find-charge.ts'
import { daysBetween } from '../days.ts'
import type { DispatchTarget } from '../../registry/index.ts'
import { meetingsOf } from '../papers/papers-store.ts'
import { checkForm } from '../round/check-form.ts'
import { placeNames } from '../round/round-names.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { clashesBetween } from '../round/summary-store.ts'
import { candidatesOf, targetsOf } from './target-store.ts'

type View = ReplyOf<typeof listRoundTargets>

export async function viewTargets(tx: Transaction, round: RoundRecord): Promise<View> {
  const rows = await targetsOf(tx, round.id)
  const { targets: facts } = await factsForDispatch(tx, { people: [], units: rows.map((row) => row.unit) })
  const byId = new Map(facts.map((unit) => [unit.id, unit]))
  const ranks = new Map((await candidatesOf(tx, round.id)).map((candidate) => [candidate.unit, candidate]))
  const opinions = (await meetingsOf(tx, round.id)).flatMap((meeting) =>
    (meeting.opinions as unknown as { body: string; target: string | null; text: string }[]).map((opinion) => ({
      meeting: meeting.id,
      ...opinion,
    })),
  )
  const name = await placeNames(
    tx,
    facts.flatMap((unit) => [unit.region, wireCode(unit.county * 1e6)]),
  )
  const charge = await prepareCharges(tx, [round.authority])
  const items = rows.flatMap((row): View['items'] => {
    const unit = byId.get(row.unit)
    if (unit === undefined) return []
    const rank = ranks.get(row.unit)
    return [
      {
        unit: unit.id,
        name: unit.name,
        place: name(unit.region),
        county: name(wireCode(unit.county * 1e6)),
        level: unit.level,
        class: unit.class,
        workload: row.workload,
        needs: row.needs,
        insiders: unit.insiders?.length ?? null,
        lastInspected: unit.lastInspected,
        team: row.team,
        reason: row.reason,
        rank: rank?.rank ?? null,
        score: rank?.score ?? null,
        supervisor: charge('daily-supervisor', round.authority, row)?.name ?? null,
        opinions: opinions
          .filter((opinion) => opinion.target === unit.id)
          .map(({ meeting, body, text }) => ({ meeting, body, text })),
      },
    ]
  })
  return {
    items,
    totals: {
      ...countLevels(facts),
      workload: items.reduce((sum, item) => sum + item.workload, 0),
      unknownInsiders: items.filter((item) => item.insiders === null).length,
    },
    warnings: [...warningsOf(round, facts), ...(await otherRounds(tx, round, facts))],
  }
}

/** Targets by level; the county of a unit counts once, whether it is a target itself or holds some. */
export function countLevels(targets: readonly Pick<DispatchTarget, 'level' | 'county'>[]) {
  const count = (level: DispatchTarget['level']): number => targets.filter((target) => target.level === level).length
  const [townships, villages] = [count('township'), count('village')]
  return {
    targets: targets.length,
    counties: new Set(targets.map((target) => target.county)).size,
    townships,
    villages,
    others: targets.length - townships - villages,
  }
}

function warningsOf(round: RoundRecord, facts: readonly DispatchTarget[]): readonly Warning[] {
  const unlisted = facts.filter((unit) => unit.insiders === null)
  const recent = facts.filter((unit) => unit.lastInspected !== null && daysBetween(unit.lastInspected, round.starts) < 3 * 365)
  const names = (units: readonly DispatchTarget[]): string =>
    units
      .slice(0, 5)
      .map((unit) => unit.name)
      .join('、') + (units.length > 5 ? '等' : '')
  return [
    ...checkForm(
      round,
      facts.map((unit) => unit.region),
    ),
    ...(unlisted.length > 0
      ? [
          warn(
            'insiders',
            `${unlisted.length}个单位缺班子名单（${names(unlisted)}）：亲属与关系两项按“未核”计，不按“无”计`,
            `${unlisted.length} units have no list of officials: kin and ties count as not verified`,
          ),
        ]
      : []),
    ...(recent.length > 0
      ? [
          warn(
            'recent',
            `${recent.length}个单位不足3年（${names(recent)}）`,
            `${recent.length} units were inspected less than 3 years ago`,
          ),
        ]
      : []),
  ]
}

/** Targets that stand in another round of the same months, whoever commissioned it. */
async function otherRounds(tx: Transaction, round: RoundRecord, facts: readonly DispatchTarget[]): Promise<readonly Warning[]> {
  const names = new Map(facts.map((unit) => [unit.id, unit.name]))
  const clashes = await clashesBetween(tx, round.starts, round.ends)
  return clashes
    .filter((clash) => clash.kind === 'target' && (clash.round_a === round.id || clash.round_b === round.id))
    .map((clash) => {
      const other = clash.round_a === round.id ? clash.title_b : clash.title_a
      const name = names.get(clash.thing) ?? clash.thing
      return warn(
        'calendar',
        `${name}同期（${clash.from_date}至${clash.to_date}）也列入“${other}”`,
        `${name} also stands in “${other}” from ${clash.from_date} to ${clash.to_date}`,
      )
    })
}

function warn(rule: string, zh: string, en: string): Warning {
  return { level: 'warn', rule, zh, en }
}
