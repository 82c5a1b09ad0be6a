// What is proven about a settled seating, level by level: by the prices that its exchanges left, and where those leave a gap, by linear
// and whole programs, which may find a better seating on the way.
import type { Highs } from 'highs'
import type { Plan } from '../../plan.ts'
import type { Random } from '../anneal/random.ts'
import type { Meter } from '../meter.ts'
import { proofOf, type Proof } from './certificate-bound.ts'
import { chooseWhole, listByWorth, priceOut, roundOff } from './close-gap.ts'
import { lowestPrices } from './lowest-prices.ts'
import { pairsThatMatter } from './pairs.ts'
import type { Aim, Priced } from './priced.ts'
import { halfway, pricesFor, type PricedLevel, type Prices } from './prices.ts'
import { teamsOf, type Seating } from './seating.ts'
import { costOf, type Seats } from './seats.ts'
import { mend } from './seat-validly.ts'
import { exchanged, LOOKS_A_UNIT, settleAgain, type Settled } from './settle.ts'

type Certificate = Plan['certificates'][number]

export interface Proven {
  readonly settled: Settled
  readonly bounds: Partial<Record<PricedLevel, number>>
  readonly certificates: readonly Certificate[]
}

const LEVELS = ['totalExposure', 'unverified', 'travel'] as const
const BUDGET = 60_000_000
const NODES_A_UNIT = 12
/** People up to which gaps are closed by whole programs; beyond, by annealing along the prices of the relaxation. */
const MOST_PEOPLE = 4000
const WARM = { hot: 1 / 8, seats: 150, rounds: 40 }
const GUIDED = { hot: 1 / 4, seats: 700, rounds: 4 }
const MOST_ARCS = 14_000
/** Whole programs, and a warm start between them. */
const ROUNDS = 5
const MOST_PRICE = 100_000_000

interface Bench {
  readonly highs: Highs
  readonly seating: Seating
  readonly random: Random
  readonly meter: Meter
  readonly onBetter: (seats: Seats) => void
}

interface Claim {
  readonly bound: number
  readonly prices: Prices
}

/** `total`: what is known of the exposure of all teams together before any price. */
export function prove(bench: Bench, first: Settled, total: number): Proven {
  const { seating, meter } = bench
  let settled = first
  const bounds: Partial<Record<PricedLevel, number>> = {}
  const certificates: Certificate[] = []
  for (const of of LEVELS) {
    const value = valueOf(seating, settled.seats, of)
    if (value === 0) {
      bounds[of] = 0
      continue
    }
    let claim = bestClaim(bench, settled, of)
    meter.setBound(of, claim.bound)
    meter.report('exact')
    let bound = Math.max(claim.bound, of === 'totalExposure' ? total : 0)
    if (bound < valueOf(seating, settled.seats, of) && meter.left() > 0) {
      const closed = closeGap(bench, settled, of, claim)
      settled = closed.settled
      claim = closed.claim
      bound = Math.max(bound, closed.bound)
    }
    bounds[of] = Math.min(bound, valueOf(seating, settled.seats, of))
    meter.setBound(of, bounds[of] ?? 0)
    const certificate = certificateOf(seating, of, claim.prices)
    // a search can prove more than prices: both are said
    certificates.push(claim.bound < (bounds[of] ?? 0) ? { ...certificate, proves: Math.max(0, claim.bound) } : certificate)
  }
  return { settled, bounds, certificates: certificates.filter(({ of }) => (bounds[of as PricedLevel] ?? 0) > 0) }
}

function weighOf(seating: Seating, of: PricedLevel): Aim['weigh'] {
  if (of === 'totalExposure') return seating.exposureAt
  if (of === 'travel') return seating.travelAt
  return (i, t) => seating.roles[seating.roleAt(i, t)]?.facts ?? 0
}

/** What a level stands at. */
export function valueOf(seating: Seating, seats: Seats, of: PricedLevel): number {
  const weigh = weighOf(seating, of)
  let sum = 0
  for (let t = 0; t < seating.teams; t++) {
    for (let p = seats.start[t] ?? 0; p < (seats.start[t + 1] ?? 0); p++) sum += weigh(seats.members[p] ?? 0, t)
  }
  return sum
}

function standsOf(seating: Seating, seats: Seats): Aim['stands'] {
  return { exposure: valueOf(seating, seats, 'totalExposure'), facts: valueOf(seating, seats, 'unverified') }
}

function better(a: Claim, b: Claim): Claim {
  return b.bound > a.bound ? b : a
}

/** The sharpest of the proofs that lowest, highest and middling prices give; stops at the first that meets the level. */
function bestClaim({ seating, meter }: Bench, { seats, prices, reach }: Settled, of: PricedLevel): Claim {
  const value = valueOf(seating, seats, of)
  const stands = standsOf(seating, seats)
  const { prices: low, steps } = lowestPrices(seating, reach, seats, prices, 200_000_000)
  meter.spend(Math.floor(steps / LOOKS_A_UNIT))
  const [lowest, highest] = [pricesFor(of, low, seating.weights), pricesFor(of, prices, seating.weights)]
  let best: Claim = { bound: 0, prices: lowest }
  for (const candidate of [lowest, highest, halfway(lowest, highest)]) {
    const proof = weighed(seating, meter, candidate, of, stands)
    best = better(best, { bound: Math.ceil(proof.value / candidate.scale), prices: candidate })
    if (best.bound >= value || meter.left() === 0) break
  }
  return best
}

function weighed(seating: Seating, meter: Meter, prices: Prices, of: PricedLevel, stands: Aim['stands']): Proof {
  const budget = { left: BUDGET }
  const proof = proofOf(seating, clamped(prices), of, stands, budget)
  meter.spend(Math.ceil((BUDGET - budget.left) / NODES_A_UNIT))
  return proof
}

/** Prices that the plan file can hold; less is still a price. */
function clamped(prices: Prices): Prices {
  return {
    ...prices,
    people: prices.people.map((price) => Math.min(price, MOST_PRICE)),
    perExposure: Math.min(prices.perExposure, MOST_PRICE),
    perFact: Math.min(prices.perFact, MOST_PRICE),
  }
}

interface Closed {
  readonly settled: Settled
  readonly claim: Claim
  readonly bound: number
}

function closeGap(bench: Bench, first: Settled, of: PricedLevel, known: Claim): Closed {
  const { highs, seating, meter } = bench
  let settled = first
  let claim = known
  const aimOf = (seats: Seats): Aim => ({ of, weigh: weighOf(seating, of), stands: standsOf(seating, seats) })
  const priced: Priced | null = priceOut(highs, seating, aimOf(settled.seats), settled.seats, meter)
  if (priced === null) return { settled, claim, bound: claim.bound }
  claim = better(claim, { bound: Math.ceil(priced.proof.value / priced.prices.scale), prices: priced.prices })
  meter.setBound(of, claim.bound)
  const looks = listByWorth(seating, priced, of)
  const rounded = roundOff(seating, priced)
  const isMended = mend(seating, rounded, bench.random, meter, looks)
  if (seating.people > MOST_PEOPLE) {
    const from = isMended ? rounded : settled.seats
    settled = settleAgain(seating, settled, bench.random, meter, looks, GUIDED, bench.onBetter, from)
    return { settled, claim, bound: claim.bound }
  }
  if (isMended) settled = cheaper(bench, settled, rounded)
  let bound = claim.bound
  let isWarm = of !== 'travel'
  for (let round = 0; round < ROUNDS && meter.left() > 0; round++) {
    const value = valueOf(seating, settled.seats, of)
    if (bound >= value) break
    const aim = aimOf(settled.seats)
    const pairs = pairsThatMatter(seating, priced, aim, settled.seats, value, MOST_ARCS)
    if (!pairs.isComplete && !isWarm) {
      // the nearer to the bound, the fewer pairs matter
      settled = settleAgain(seating, settled, bench.random, meter, looks, WARM, bench.onBetter)
      isWarm = true
      continue
    }
    const whole = chooseWhole(highs, seating, aim, pairs, settled.seats, value, meter)
    bound = Math.max(bound, whole.bound)
    if (whole.seats === null) break
    settled = cheaper(bench, settled, whole.seats)
  }
  return { settled, claim, bound }
}

/** The seats after exchanges, where they cost less than what stands. */
function cheaper({ seating, meter, onBetter }: Bench, settled: Settled, seats: Seats): Settled {
  const prices = exchanged(seating, settled.reach, seats, teamsOf(seating), meter)
  const cost = costOf(seating, seats)
  if (cost >= settled.cost) return settled
  onBetter(seats)
  return { ...settled, seats, cost, prices }
}

function certificateOf(seating: Seating, of: PricedLevel, prices: Prices): Certificate {
  const { people, perExposure, perFact, scale } = clamped(prices)
  const named: [string, number][] = []
  people.forEach((price, i) => {
    const id = seating.instance.problem.people[i]?.id
    if (price > 0 && id !== undefined) named.push([id, price])
  })
  const levels = {
    ...(perExposure > 0 && of !== 'totalExposure' ? { totalExposure: perExposure } : {}),
    ...(perFact > 0 && of === 'travel' ? { unverified: perFact } : {}),
  }
  const certificate = { of, scale, prices: Object.fromEntries(named) }
  return Object.keys(levels).length === 0 ? certificate : { ...certificate, levels }
}
