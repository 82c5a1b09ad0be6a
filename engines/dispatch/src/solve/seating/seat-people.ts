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
import { noPrices } from './prices.ts'
import { prove } from './prove.ts'
import { draftOf } from './read-seats.ts'
import { FROM_NOTHING, type Search } from './seat-validly.ts'
import { prepareSeating, type Seating } from './seating.ts'
import type { Seats } from './seats.ts'
import { settle } from './settle.ts'
import { seatWorstFirst, type WorstFirst } from './worst-first.ts'

export interface SeatedPlan {
  readonly plan: DraftPlan
  readonly bounds: Bounds
  readonly certificates: Plan['certificates']
}

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
  const search = (seating: Seating): Search => {
    const canBe = (lacking: Int32Array): boolean => seating.cap > 0 || canStayFree(seating, lacking)
    return { seed, meter, canBe, mustFind: true, onBetter: told(seating) }
  }
  let found: WorstFirst | null = null
  const unexposed = keep === null ? settle(free, FROM_NOTHING, search(free)) : null
  if (unexposed !== null) found = { seating: free, settled: unexposed, worst: 0, total: 0 }
  else {
    const open = prepareSeating(instance, places, Infinity, keep)
    if (open === null) return undefined
    if (keep === null) found = seatWorstFirst(highs, open, search(open))
    else {
      const settled = settle(open, { stay: keep.teamOf, floor: 0 }, search(open))
      if (settled !== null) found = { seating: open, settled, worst: 0, total: 0 }
    }
  }
  if (found === null) return null
  const { seating, settled, worst, total } = found
  const isProvable = keep === null && isForced
  const least = seating.isWhole() ? worst : 0
  if (isProvable) meter.setBound('worstExposure', least)
  const bench = { highs, seating, random: randomFrom(turned(seed)), meter, onBetter: told(seating) }
  const proven = isProvable && seating.isWhole() ? prove(bench, settled, total) : { settled, bounds: {}, certificates: [] }
  const plan = draftOf(seating, proven.settled.seats)
  if (plan === null || checkDraft(instance, plan).length > 0) return null
  const figures = measure(instance, plan)
  // that a figure cannot be negative is no proof worth stating
  const bounds: Bounds = Object.fromEntries(Object.entries(proven.bounds).filter(([, bound]) => bound > 0))
  if (isProvable) {
    bounds.worstExposure = Math.min(least, figures.worstExposure)
    bounds.memory = figures.memory
    bounds.workloadSpread = figures.workloadSpread
  }
  for (const level of Object.keys(figures) as (keyof typeof figures)[]) if (figures[level] === 0) bounds[level] = 0
  return { plan, bounds, certificates: [...proven.certificates] }
}

/** Whether every one of these teams for itself finds people who are not exposed; where one does not, nobody needs to search. */
function canStayFree(seating: Seating, lacking: Int32Array): boolean {
  if (!seating.instance.problem.targets.some((target) => target.insiders.length > 0)) return true
  const none = { exposure: 0, facts: 0 }
  const { byTeam } = proofOf(seating, noPrices(seating), 'unverified', none, { left: 20_000_000 }, lacking)
  return lacking.every((t) => (byTeam[t] ?? 0) < Infinity)
}

function turned(seed: string): string {
  return seed.slice(1) + seed.slice(0, 1)
}
