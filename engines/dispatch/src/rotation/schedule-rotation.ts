// Rotation from the outside: how many rounds there are, a schedule, a draw.
import { hashProblem } from '../hash-problem.ts'
import { loadSolver } from '../solve/exact/highs.ts'
import { countZone, type ZoneCount } from './count-zone.ts'
import { drawRotation } from './draw-rotation.ts'
import { measureZone } from './measure-rotation.ts'
import type { RotationPair, RotationPlan } from './plan.ts'
import type { RotationProblem } from './problem.ts'
import { scheduleZone, type ZoneSchedule } from './schedule-zone.ts'
import { streamFrom } from './stream.ts'
import { zonesOf, type Round, type Zone } from './zone.ts'

export type RotationAnswer =
  | { readonly kind: 'plan'; readonly plan: RotationPlan }
  /** Not all wanted rounds: `possible` of them, and the zones that end there with their limits. */
  | {
      readonly kind: 'ends'
      readonly possible: number
      readonly counts: readonly ZoneCount[]
      readonly ending: readonly ZoneCount[]
    }

const ENGINE = 'rotation/1'
const label = (way: 'schedule' | 'draw' | 'count', zone: Zone): string => `shengmian.rotation/1 ${way} ${zone.name ?? ''}`

/** How many rounds every zone has under its bars, its past and its rules, and what ends them. No seed: the same for everybody. */
export async function countRounds(problem: RotationProblem): Promise<readonly ZoneCount[]> {
  const highs = await loadSolver()
  return zonesOf(problem).map((zone) => countZone(zone, problem.wanted, highs, streamFrom('0'.repeat(64), label('count', zone))))
}

/**
 * Schedules `wanted` rounds: no bar broken, then the fewest wishes of memory unmet, then the least travel, with proven bounds. The
 * same problem and seed (64 hexadecimal digits) give the same plan. Format of the answer: `shengmian.rotation-plan/1`.
 */
export async function scheduleRotation(problem: RotationProblem, seed: string): Promise<RotationAnswer> {
  const highs = await loadSolver()
  const counts = await countRounds(problem)
  const zones = zonesOf(problem)
  const ends = endsAt(problem, counts)
  if (ends !== null) return ends
  const schedules = zones.map((zone) => scheduleZone(zone, problem.wanted, highs, streamFrom(seed, label('schedule', zone))))
  const short = schedules.flatMap((schedule, k) => (schedule.rounds.length < problem.wanted ? [k] : []))
  if (short.length > 0) {
    const ending = counts.filter((_, k) => short.includes(k))
    return { kind: 'ends', possible: Math.min(...schedules.map(({ rounds }) => rounds.length)), counts, ending }
  }
  return { kind: 'plan', plan: planOf(problem, zones, schedules, { seed, way: 'schedule', counts }) }
}

/**
 * Draws the next round, every legal one of each zone equally likely; `wanted` must be 1 and travel is not looked at. A zone whose
 * legal rounds are too rare to be met, or in which somebody sends several teams, is answered as ending with that limit.
 */
export async function drawNextRound(problem: RotationProblem, seed: string): Promise<RotationAnswer> {
  const counts = await countRounds({ ...problem, wanted: 1 })
  const zones = zonesOf(problem)
  const ends = endsAt({ ...problem, wanted: 1 }, counts)
  if (ends !== null) return ends
  const drawn = zones.map((zone) => drawRotation(zone, streamFrom(seed, label('draw', zone))))
  const failed = counts.flatMap((count, k) => {
    const draw = drawn[k]
    return draw === undefined || draw.kind === 'drawn' ? [] : [{ ...count, limit: noDraw(draw.kind) }]
  })
  if (failed.length > 0) return { kind: 'ends', possible: 0, counts, ending: failed }
  const schedules = drawn.map((draw): ZoneSchedule => ({
    rounds: draw.kind === 'drawn' ? [draw.round] : [],
    bound: { memory: 0, travel: null },
  }))
  const withDraws = counts.map((count, k) => {
    const draw = drawn[k]
    return draw?.kind === 'drawn'
      ? { ...count, drawn: { legal: draw.legal === null ? null : String(draw.legal), tries: draw.tries } }
      : count
  })
  return { kind: 'plan', plan: planOf(problem, zones, schedules, { seed, way: 'draw', counts: withDraws }) }
}

function noDraw(kind: 'none' | 'too-rare' | 'not-one-each'): ZoneCount['limit'] {
  if (kind === 'not-one-each')
    return {
      rule: 'not-found',
      zh: '有成员派出或接收的组数不是一个，只能排表，不能抽签',
      en: 'somebody sends or receives other than one team: such a zone is scheduled, not drawn',
    }
  return {
    rule: 'not-found',
    zh: '合法的轮次太少，没有抽到；可减少限制，或改用排表',
    en: 'legal rounds are too rare to be drawn: lift a bar, or let it be scheduled',
  }
}

function endsAt(problem: RotationProblem, counts: readonly ZoneCount[]): Extract<RotationAnswer, { kind: 'ends' }> | null {
  const ending = counts.filter(({ reached }) => reached !== null && reached < problem.wanted)
  if (ending.length === 0) return null
  return { kind: 'ends', possible: Math.min(...ending.map(({ reached }) => reached ?? 0)), counts, ending }
}

function planOf(
  problem: RotationProblem,
  zones: readonly Zone[],
  schedules: readonly ZoneSchedule[],
  {
    seed,
    way,
    counts,
  }: {
    readonly seed: string
    readonly way: 'schedule' | 'draw'
    readonly counts: readonly (ZoneCount & { readonly drawn?: RotationPlan['zones'][number]['drawn'] })[]
  },
): RotationPlan {
  const figures = zones.map((zone, k) => measureZone(zone, schedules[k]?.rounds ?? []))
  const memory = figures.reduce((sum, figure) => sum + figure.memory, 0)
  const memoryBound = addUp(schedules.map(({ bound }) => bound.memory))
  return {
    format: 'shengmian.rotation-plan/1',
    problem: hashProblem(problem),
    seed,
    engine: ENGINE,
    way,
    rounds: Array.from({ length: schedules[0]?.rounds.length ?? 0 }, (_, round) =>
      zones.flatMap((zone, k) => pairsOf(zone, schedules[k]?.rounds[round] ?? [])),
    ),
    zones: counts.map(({ drawn, ...count }) => ({
      ...count,
      limit: { ...count.limit },
      ...(drawn === undefined ? {} : { drawn }),
    })),
    objective: { memory, travel: figures.reduce((sum, figure) => sum + figure.travel, 0) },
    // travel is only proven least among the schedules with the least memory
    bound: { memory: memoryBound, travel: memory === memoryBound ? addUp(schedules.map(({ bound }) => bound.travel)) : null },
  }
}

function pairsOf({ codes, size }: Zone, round: Round): RotationPair[] {
  return round.map((pair) => ({ home: codes[Math.floor(pair / size)] ?? '', host: codes[pair % size] ?? '' }))
}

function addUp(values: readonly (number | null)[]): number | null {
  let sum = 0
  for (const value of values) {
    if (value === null) return null
    sum += value
  }
  return sum
}
