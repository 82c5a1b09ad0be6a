// Rotation: how long an exactly uniform draw takes, whether it is uniform, and how far schedules reach at 95 members.
import { scheduleRotation, type RotationProblem } from '@shengmian/dispatch'
import { verifyRotation } from '@shengmian/dispatch/verify'
import { drawRotation } from '../../engines/dispatch/src/rotation/draw-rotation.ts'
import { shuffled, streamFrom, type Stream } from '../../engines/dispatch/src/rotation/stream.ts'
import { zonesOf, type Zone } from '../../engines/dispatch/src/rotation/zone.ts'
import type { Measure } from '../figure.ts'

const SEED = 'd1ce'.repeat(16)
const SIZES = [13, 16, 21, 95] as const
const BANS = [0, 2, 5] as const

export const measureRotation: Measure = async ({ quick }) => [
  drawTime(quick),
  uniformity(quick),
  await longestSchedules(),
  ...(await nearestSchedule(quick)),
]

/** Members without a zone; `bans` barred hosts a member by lot; travel between points of a square, if asked. */
function rotation(
  size: number,
  more: { readonly bans?: number; readonly isTravelling?: boolean; readonly wanted?: number },
): RotationProblem {
  const { bans = 0, isTravelling = false, wanted = 1 } = more
  const lot = streamFrom(SEED, `members ${size} ${bans}`)
  const members = Array.from({ length: size }, (_, k) => ({ code: String(430_000 + k), name: `县${k + 1}` }))
  const at = members.map(() => [lot(500), lot(500)] as const)
  const distance = (a: number, b: number): number =>
    Math.floor(Math.hypot((at[a]?.[0] ?? 0) - (at[b]?.[0] ?? 0), (at[a]?.[1] ?? 0) - (at[b]?.[1] ?? 0)))
  return {
    format: 'shengmian.rotation-problem/1',
    name: `${size} members`,
    rounds: [],
    wanted,
    rules: { reversal: 'bar' },
    members,
    barred: members.flatMap(({ code: home }, k) =>
      shuffled(lot, size)
        .filter((other) => other !== k)
        .slice(0, bans)
        .map((other) => ({ home, host: members[other]?.code ?? '', why: 'by lot', source: 'bench' })),
    ),
    dispatched: [],
    travel: isTravelling
      ? members.flatMap(({ code: home }, a) =>
          members.flatMap(({ code: host }, b): [string, string, number][] => (a === b ? [] : [[home, host, distance(a, b)]])),
        )
      : [],
  }
}

function zoneOf(problem: RotationProblem): Zone {
  const [zone] = zonesOf(problem)
  if (zone === undefined) throw new Error('no zone')
  return zone
}

/** Milliseconds a draw takes on average, the median of five batches; draws take a random number of tries. */
function msPerDraw(zone: Zone, stream: Stream, draws: number): number {
  const batches = Array.from({ length: 5 }, () => {
    const began = performance.now()
    for (let k = 0; k < draws; k++) if (drawRotation(zone, stream).kind !== 'drawn') throw new Error('not drawn')
    return (performance.now() - began) / draws
  })
  return batches.toSorted((a, b) => a - b)[2] ?? 0
}

function drawTime(quick: boolean) {
  const cases = SIZES.flatMap((size) =>
    BANS.map((bans) => {
      const ms = msPerDraw(zoneOf(rotation(size, { bans })), streamFrom(SEED, `draw ${size} ${bans}`), quick ? 40 : 200)
      return { words: `${size}/${bans}: ${ms.toFixed(3)}`, ms }
    }),
  )
  const slowest = Math.max(...cases.map(({ ms }) => ms))
  return {
    figure: 'uniform draw of a round, slowest case',
    value: slowest,
    unit: 'ms',
    target: '< 10',
    holds: slowest < 10,
    how: `milliseconds by members/barred hosts of each member: ${cases.map(({ words }) => words).join(', ')}; median of 5 batches of ${quick ? 40 : 200} draws`,
  }
}

function uniformity(quick: boolean) {
  const perRound = quick ? 50 : 200
  const legal = [24, 160, 1140]
  const values = [5, 6, 7].map((size, k) => {
    const zone = zoneOf(rotation(size, {}))
    const stream = streamFrom(SEED, `uniform ${size}`)
    const counts = new Map<string, number>()
    const rounds = legal[k] ?? 0
    for (let drawn = 0; drawn < perRound * rounds; drawn++) {
      const draw = drawRotation(zone, stream)
      const key = draw.kind === 'drawn' ? draw.round.join(' ') : ''
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - perRound) ** 2 / perRound, 0)
    return counts.size === rounds ? chanceOf(chi, rounds - 1) : 0
  })
  const worst = Math.min(...values)
  return {
    figure: 'uniformity of draws, smallest p of three zones',
    value: worst,
    unit: 'p',
    target: '> 0.01',
    holds: worst > 0.01,
    how: `chi-square over all legal rounds of 5, 6 and 7 members (24, 160, 1,140), ${perRound} draws a round: p = ${values.map((p) => p.toFixed(3)).join(', ')}; fixed seed`,
  }
}

/** The chance of a chi-square at least this large (Wilson and Hilferty's normal approximation). */
function chanceOf(chi: number, freedom: number): number {
  const spread = 2 / (9 * freedom)
  const z = (Math.cbrt(chi / freedom) - (1 - spread)) / Math.sqrt(spread)
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z))
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))))
  return z >= 0 ? tail : 1 - tail
}

async function longestSchedules() {
  const cases = [5, 6, 13, 21, 95]
  let reached = 0
  for (const size of cases) {
    const problem = rotation(size, { wanted: Math.floor((size - 1) / 2) })
    const answer = await scheduleRotation(problem, SEED)
    const next = await scheduleRotation({ ...problem, wanted: problem.wanted + 1 }, SEED)
    if (answer.kind === 'plan' && verifyRotation(problem, answer.plan).isValid && next.kind === 'ends') reached += 1
  }
  return {
    figure: 'zones that reach all ⌊(n−1)/2⌋ rounds',
    value: reached,
    unit: `of ${cases.length}`,
    target: `= ${cases.length}`,
    holds: reached === cases.length,
    how: `${cases.join(', ')} members with repeats and reversals barred: so many rounds are scheduled and verified, and one more is refused with its limit`,
  }
}

/** 95 counties: one round and six rounds at least travel, and as many rounds as there are under 100 bars by lot. */
async function nearestSchedule(quick: boolean) {
  const figures = []
  for (const wanted of quick ? [1] : [1, 6]) {
    const problem = rotation(95, { isTravelling: true, wanted })
    const seconds: number[] = []
    let words = ''
    let gap = Infinity
    for (let run = 0; run < (quick ? 1 : 3); run++) {
      const began = performance.now()
      const answer = await scheduleRotation(problem, SEED)
      seconds.push((performance.now() - began) / 1000)
      if (answer.kind !== 'plan' || !verifyRotation(problem, answer.plan).isValid) throw new Error('no valid schedule')
      const { objective, bound } = answer.plan
      gap = objective.travel / (bound.travel ?? 0)
      words = `travel ${objective.travel}, proven bound ${bound.travel ?? 'none'}`
    }
    const value = seconds.toSorted((a, b) => a - b)[Math.floor(seconds.length / 2)] ?? 0
    figures.push({
      figure: `least travel of 95 members, ${wanted} round${wanted > 1 ? 's' : ''}, proven`,
      value,
      unit: 's',
      target: wanted === 1 ? '< 5' : '< 20',
      holds: value < (wanted === 1 ? 5 : 20) && gap === 1,
      how: `${words}; repeats, reversals and swaps barred; points of a square by lot; median of ${seconds.length} runs`,
    })
  }
  return figures
}
