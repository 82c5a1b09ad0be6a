// People for given places at any size: first as if nobody may be exposed at all; where some team cannot do without, with as little
// exposure of the worst team as can be had; then everything else, and what is proven about it.
import type { Highs } from 'highs'
import type { Plan } from '../../plan.ts'
import type { FixedLayout } from '../anneal/field.ts'
import { randomFrom } from '../anneal/random.ts'
import { checkDraft } from '../check-draft.ts'
import type { Instance } from '../compile/instance.ts'
import { measure, type DraftPlan } from '../draft.ts'
import type { Bounds } from '../exact/descend.ts'
import type { Keep } from '../exact/stages.ts'
import type { Meter } from '../meter.ts'
import { proofOf } from './certificate-bound.ts'
import type { Prices } from './prices.ts'
import { prove } from './prove.ts'
import { draftOf } from './read-seats.ts'
import { prepareSeating, type Seating } from './seating.ts'
import type { Seats } from './seats.ts'
import { settle, type Settled } from './settle.ts'

export interface SeatedPlan {
  readonly plan: DraftPlan
  readonly bounds: Bounds
  readonly certificates: Plan['certificates']
}

/** Better levels than this one are tried with caps on the worst team this often. */
const CAPS = 6

/**
 * A plan for the places, or null where none was found; `undefined` where the round has rules that seating by sets does not know.
 * `isForced`: every plan has these places, so that what is proven for them is proven.
 */
export function seatPeople(
  highs: Highs,
  instance: Instance,
  places: FixedLayout,
  isForced: boolean,
  seed: string,
  meter: Meter,
  keep: Keep | null,
): SeatedPlan | null | undefined {
  const free = prepareSeating(instance, places, 0, keep)
  if (free === null) return undefined
  const told = (seating: Seating) => (seats: Seats) => {
    const draft = draftOf(seating, seats)
    if (draft === null) return
    meter.setBest(measure(instance, draft))
    meter.report('anneal')
  }
  const attempt = (seating: Seating, mustFind: boolean): Settled | null =>
    settle(seating, seed, meter, keep, () => seating.cap > 0 || canStayFree(seating), mustFind, told(seating))
  let [seating, worst] = [free, 0]
  let settled = keep === null ? attempt(free, true) : null
  if (settled === null) {
    const open = prepareSeating(instance, places, Infinity, keep)
    if (open === null) return undefined
    worst = keep === null ? leastWorst(open) : 0
    const found = worstFirst(instance, places, keep, open, worst, meter, attempt)
    if (found === null) return null
    ;[seating, settled] = [found.seating, found.settled]
  }
  const isProvable = keep === null && isForced
  if (isProvable) meter.setBound('worstExposure', worst)
  const bench = { highs, seating, random: randomFrom(turned(seed)), meter, onBetter: told(seating) }
  const proven = isProvable && seating.isWhole() ? prove(bench, settled) : { settled, bounds: {}, certificates: [] }
  const plan = draftOf(seating, proven.settled.seats)
  if (plan === null || checkDraft(instance, plan).length > 0) return null
  const figures = measure(instance, plan)
  // that a figure cannot be negative is no proof worth stating
  const bounds: Bounds = Object.fromEntries(Object.entries(proven.bounds).filter(([, bound]) => bound > 0))
  if (isProvable) {
    bounds.worstExposure = Math.min(worst, figures.worstExposure)
    bounds.memory = figures.memory
    bounds.workloadSpread = figures.workloadSpread
  }
  for (const level of Object.keys(figures) as (keyof typeof figures)[]) if (figures[level] === 0) bounds[level] = 0
  return { plan, bounds, certificates: [...proven.certificates] }
}

/** Whether every team for itself finds people who are not exposed; where one does not, nobody needs to search. */
function canStayFree(seating: Seating): boolean {
  if (!seating.instance.problem.targets.some((target) => target.insiders.length > 0)) return true
  const budget = { left: 20_000_000 }
  const { byTeam } = proofOf(seating, noPrices(seating), 'unverified', { exposure: 0, facts: 0 }, budget)
  return byTeam.every((price) => price < Infinity)
}

/** The least exposure that the worst team must have, each team taken for itself. */
function leastWorst(seating: Seating): number {
  const budget = { left: 20_000_000 }
  const { byTeam } = proofOf(seating, noPrices(seating), 'totalExposure', { exposure: 0, facts: 0 }, budget)
  return byTeam.reduce((most, price) => (price < Infinity ? Math.max(most, price) : most), 0)
}

function noPrices(seating: Seating): Prices {
  return { scale: 1, people: new Float64Array(seating.people), perExposure: 0, perFact: 0 }
}

/** The lowest cap on a team's exposure for which a seating is found: from the least that can be, then between there and what any seating has. */
function worstFirst(
  instance: Instance,
  places: FixedLayout,
  keep: Keep | null,
  open: Seating,
  least: number,
  meter: Meter,
  attempt: (seating: Seating, mustFind: boolean) => Settled | null,
): { readonly seating: Seating; readonly settled: Settled } | null {
  const under = (cap: number, mustFind: boolean): { readonly seating: Seating; readonly settled: Settled } | null => {
    const seating = prepareSeating(instance, places, cap, keep)
    const settled = seating === null ? null : attempt(seating, mustFind)
    return seating === null || settled === null ? null : { seating, settled }
  }
  if (keep !== null) return under(Infinity, true)
  const best = least > 0 ? under(least, true) : null
  if (best !== null) return best
  const settled = attempt(open, true)
  if (settled === null) return null
  let found = { seating: open, settled }
  let [low, high] = [least, worstOf(open, settled.seats)]
  for (let round = 0; round < CAPS && low + 1 < high && meter.left() > 0; round++) {
    const middle = Math.floor((low + high) / 2)
    const next = under(middle, false)
    if (next === null) low = middle
    else {
      found = next
      high = worstOf(next.seating, next.settled.seats)
    }
  }
  return found
}

function worstOf(seating: Seating, seats: Seats): number {
  let worst = 0
  for (let t = 0; t < seating.teams; t++) {
    let exposure = 0
    for (let p = seats.start[t] ?? 0; p < (seats.start[t + 1] ?? 0); p++) exposure += seating.exposureAt(seats.members[p] ?? 0, t)
    worst = Math.max(worst, exposure)
  }
  return worst
}

function turned(seed: string): string {
  return seed.slice(1) + seed.slice(0, 1)
}
