import { roundSteps, type ReplyOf, type readRound, type Warning } from '@shengmian/contract'
import type { Plan } from '@shengmian/dispatch'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { daysBetween } from '../days.ts'
import { countPlans, findPlan } from '../dispatch/plan-store.ts'
import { gatherWorld, type RoundWorld } from '../dispatch/round-world.ts'
import { rolesAt } from '../policy.ts'
import { checkForm, levelDifference } from './check-form.ts'
import { missingFor } from './guards.ts'
import { leaderLevelWarnings } from './leader-level.ts'
import { placeNames } from './round-names.ts'
import { eventsOf, extensionsOf, findRound } from './round-store.ts'
import type { RoundRecord } from './round-record.ts'

type RoundView = ReplyOf<typeof readRound>

/** One round as its page shows it to this caller on this day. */
export async function viewRound(tx: Transaction, id: string, caller: string, day: string): Promise<RoundView> {
  const round = await findRound(tx, id)
  const world = await gatherWorld(tx, round)
  const counties = [...new Set(world.targets.map((target) => target.county))].map(String)
  const name = await placeNames(tx, [
    round.authority,
    round.sending,
    round.host,
    ...counties.map((county) => wireCode(Number(county) * 1_000_000)),
  ])
  const held = await rolesAt(tx, round.authority)
  const open = roundSteps.filter((step) => step.from === round.state && step.roles.some((role) => held.includes(role)))
  const steps: RoundView['steps'] = []
  for (const step of open) {
    const missing = await missingFor(tx, step, { round, caller, reason: null, meeting: null }, false)
    steps.push({ event: step.event, to: step.to, zh: step.zh, en: step.en, missing: [...missing] })
  }
  const daysLeft = daysBetween(day, round.ends)
  return {
    id: round.id,
    authority: name(round.authority),
    year: round.year,
    number: round.number,
    title: round.title,
    kinds: [...round.kinds],
    mode: round.mode,
    types: [...round.types],
    elevated: round.elevated,
    state: round.state,
    starts: round.starts,
    ends: round.ends,
    targets: world.targets.length,
    teams: world.teams.length,
    daysLeft,
    light: lightOf(round.state, daysLeft),
    sending: round.sending === null ? null : name(round.sending),
    host: round.host === null ? null : name(round.host),
    responsible: counties.map((county) => name(wireCode(Number(county) * 1_000_000))),
    levelDifference: levelDifference(
      round.authority,
      world.facts.targets.map((target) => target.region),
    ),
    plannedEnds: round.plannedEnds,
    startedOn: round.startedOn,
    leftOn: round.leftOn,
    extensions: (await extensionsOf(tx, id)).map((row) => ({
      id: row.id,
      from: row.from_day,
      to: row.to_day,
      reason: row.reason,
      state: row.state as 'asked' | 'approved' | 'refused',
      askedBy: row.asked_name,
      askedAt: row.asked_at.toISOString(),
      decidedBy: row.decided_name,
      opinion: row.opinion,
    })),
    template: round.template,
    programme: round.programme,
    authorisation: round.authorisation === null ? null : { ...round.authorisation },
    basis: round.basis.map((basis) => ({ ...basis })),
    rules: { ...round.rules },
    zones: round.zones.map((zone) => ({ ...zone, members: [...zone.members] })),
    positions: Object.fromEntries(Object.entries(round.positions).map(([code, [x, y]]) => [code, [x, y] as [number, number]])),
    warnings: [...(await warningsOf(tx, world, day))],
    steps,
    events: (await eventsOf(tx, id)).map((row) => ({
      event: row.event,
      from: row.from_state as RoundView['state'] | null,
      to: row.to_state as RoundView['state'],
      by: row.by_name,
      at: row.at.toISOString(),
      reason: row.reason,
    })),
    planVersions: await countPlans(tx, id),
  }
}

async function warningsOf(tx: Transaction, world: RoundWorld, day: string): Promise<readonly Warning[]> {
  const { round } = world
  const plan = await findPlan(tx, round.id)
  return [
    ...checkForm(
      round,
      world.facts.targets.map((target) => target.region),
    ),
    ...windowWarnings(round, day),
    ...(plan === null ? [] : leaderLevelWarnings(world, JSON.parse(plan.plan) as Plan)),
  ]
}

/** Work after the agreed end is out of the window until an extension is approved. */
function windowWarnings(round: Pick<RoundRecord, 'state' | 'ends'>, day: string): readonly Warning[] {
  const isOpen = round.state === 'authorised' || round.state === 'running'
  if (!isOpen || daysBetween(day, round.ends) >= 0) return []
  return [
    {
      level: 'warn',
      rule: 'after-end',
      zh: `已过结束日期${round.ends}：新开谈话、走访须先批准延期并写明理由`,
      en: `the round ended on ${round.ends}: a new talk or visit needs an approved extension with a reason`,
    },
  ]
}

export function lightOf(state: string, daysLeft: number): 'none' | 'blue' | 'yellow' | 'red' {
  if (state !== 'running' && state !== 'authorised') return 'none'
  if (daysLeft < 0) return 'red'
  if (daysLeft <= 7) return 'yellow'
  return daysLeft <= 14 ? 'blue' : 'none'
}
