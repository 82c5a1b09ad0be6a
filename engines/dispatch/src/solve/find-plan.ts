// The order of work. Places still open: first one good choice of places. Then people by annealing, a valid plan in milliseconds; then
// the exact model, for the places chosen and for all of them, where it is small enough; else annealing for as long as effort lasts.
import type { Highs } from 'highs'
import { LEVELS } from '../plan.ts'
import { annealPeople } from './anneal/anneal-people.ts'
import type { FixedLayout } from './anneal/field.ts'
import { checkDraft } from './check-draft.ts'
import type { Instance, Kind } from './compile/instance.ts'
import { compareObjectives, measure, type DraftPlan, type DraftTeam } from './draft.ts'
import { matchSlots } from './exact/read-solution.ts'
import { buildModel } from './exact/model.ts'
import { solveExactly, solvePlaces, trivialBounds } from './exact/solve-exactly.ts'
import { countMoved, type Keep } from './exact/stages.ts'
import type { Found } from './found.ts'
import { chooseLayout } from './layout/first-layout.ts'
import { greedyLayout } from './layout/greedy-layout.ts'
import { openLayout, type Layout } from './layout/layout.ts'
import { listOptions, type Option } from './layout/options.ts'
import { fitsKind, placeBits } from './layout/seats.ts'
import type { Meter } from './meter.ts'
import { seatPeople, type SeatedPlan } from './seating/seat-people.ts'
import { boundsFrom, shareAlike, sharedPlaces, type Shared } from './share-places.ts'
import { ALL_HARD } from './switches.ts'

/** Seats that could be offered (people × options) up to which the exact model is built. */
const EXACT_SEATS = 80_000
/** From here on places that are given are seated by sets, and open ones are solved for one choice of places before for all of them. */
const SMALL_SEATS = { given: 500, open: 3_000 }

export function findPlan(highs: Highs, instance: Instance, seed: string, meter: Meter, keep: Keep | null): Found {
  const found = searchPlan(highs, instance, seed, meter, keep)
  return found.kind === 'found' && keep !== null ? { ...found, plan: onOldSlots(instance, found.plan, keep) } : found
}

/** Whoever stays in a team stays on his slot, where that makes no difference to rules and figures. */
function onOldSlots(instance: Instance, plan: DraftPlan, keep: Keep): DraftPlan {
  const settled = plan.map((team, t) => {
    const people = team.members.map(({ person }) => ({
      person,
      kinds: (instance.kinds[t] ?? []).reduce((bits, kind, k) => bits | (isOpen(instance, team, person, kind) ? 1 << k : 0), 0),
    }))
    const before = new Map([...keep.slotOf].filter(([person]) => keep.teamOf.get(person) === t))
    return { ...team, members: matchSlots(instance, t, people, before) ?? team.members }
  })
  const isSame = compareObjectives(measure(instance, settled), measure(instance, plan)) === 0
  return isSame && checkDraft(instance, settled).length === 0 ? settled : plan
}

function isOpen(instance: Instance, team: DraftTeam, person: number, kind: Kind): boolean {
  return (
    fitsKind(instance, person, kind, team.option) &&
    placeBits(instance, person, kind, team.option) === 0 &&
    team.targets.every((d) => instance.bars.between(person, d, kind.local) === 0)
  )
}

function searchPlan(highs: Highs, instance: Instance, seed: string, meter: Meter, keep: Keep | null): Found {
  const options = listOptions(instance)
  if (keep === null) return planWithin(highs, instance, openLayout(instance, options, isAllowed, 'teams'), seed, meter, null)
  const stays = (option: Option): boolean =>
    isAllowed(option) && keep.hostOf.get(option.team) === option.host && keep.homeOf.get(option.team) === option.home
  const kept = planWithin(highs, instance, openLayout(instance, options, stays, 'counts'), seed, meter, keep)
  // another host for one team moves that whole team: no better where fewer people are moved already
  const smallest = Math.min(...instance.problem.teams.map((team) => team.slots.length))
  if (kept.kind === 'found' && countMoved(keep, kept.plan) <= smallest) return kept
  const free = planWithin(highs, instance, openLayout(instance, options, isAllowed, 'counts'), seed, meter, keep)
  if (free.kind !== 'found') return kept.kind === 'found' ? kept : free
  return kept.kind === 'found' && countMoved(keep, kept.plan) <= countMoved(keep, free.plan) ? kept : free
}

function isAllowed(option: Option): boolean {
  return option.breaks.length === 0
}

function planWithin(highs: Highs, instance: Instance, layout: Layout, seed: string, meter: Meter, keep: Keep | null): Found {
  if (layout.byTeam.some((options) => options.length === 0) || layout.uncovered.length > 0) return { kind: 'none' }
  const seats = layout.options.length * instance.problem.people.length
  const isSmall = seats <= EXACT_SEATS
  const places = choosePlaces(highs, instance, layout, meter, isSmall, keep)
  let best: DraftPlan | null = null
  if (places !== null && (!isSmall || (layout.isFixed && keep === null && seats > SMALL_SEATS.given))) {
    let seated = seatPeople(highs, instance, places, layout.isFixed, seed, meter, keep)
    if (seated === null && !isSmall) return { kind: 'open' }
    if (seated !== null && seated !== undefined) {
      const shared = keep === null ? shareAlike(highs, instance, layout, measure(instance, seated.plan), meter) : null
      if (shared !== null) seated = reseated(highs, instance, shared, seated, seed, meter)
      const figures = measure(instance, seated.plan)
      const bounds = shared === null ? seated.bounds : { ...seated.bounds, ...boundsFrom(shared, figures) }
      const proven = LEVELS.every((level) => bounds[level] === figures[level])
      if (proven || !isSmall || meter.left() === 0) return { kind: 'found', ...seated, bounds, proven }
      best = seated.plan
    }
  }
  if (best === null && places !== null) best = annealPeople(instance, places, seed, meter, keep, null)
  if (best !== null) meter.setBest(measure(instance, best))
  if (isSmall) {
    if (!layout.isFixed && places !== null && (best === null || seats > SMALL_SEATS.open)) {
      best = solvePlaces(highs, instance, layout, places, best, meter, keep) ?? best
    }
    return solveExactly(highs, instance, layout, best, meter, keep)
  }
  return best === null ? { kind: 'open' } : annealOn(instance, best, seed, meter, keep)
}

/** The plan for the places that shared regions ask for, where it is better. */
function reseated(
  highs: Highs,
  instance: Instance,
  { spread, travel, places }: Shared,
  seated: SeatedPlan,
  seed: string,
  meter: Meter,
): SeatedPlan {
  const before = measure(instance, seated.plan)
  if (places === null || (before.workloadSpread <= spread && before.travel <= travel)) return seated
  const again = seatPeople(highs, instance, places, false, seed, meter, null)
  if (again === null || again === undefined) return seated
  return compareObjectives(measure(instance, again.plan), before) < 0 ? again : seated
}

/** The older plan's places if they still stand; else, where places are open, those that promise most. */
function choosePlaces(
  highs: Highs,
  instance: Instance,
  layout: Layout,
  meter: Meter,
  isSmall: boolean,
  keep: Keep | null,
): FixedLayout | null {
  const old = keep === null ? null : oldPlaces(layout, keep)
  if (old !== null) return old
  if (layout.isFixed)
    return layout.byTeam.flatMap(([option]) => (option === undefined ? [] : [{ option, targets: option.targets }]))
  const shared = keep === null && isSmall ? sharedPlaces(highs, instance, layout, meter) : null
  if (shared !== null) return shared
  const greedy = isSmall || instance.rules.noSwap ? null : greedyLayout(instance, layout)
  if (greedy !== null) return greedy
  const scope = { instance, layout, switches: ALL_HARD, exposureFree: false, requireWork: layout.canAllWork }
  return chooseLayout(highs, scope, isSmall ? buildModel(scope).columns.byOption : new Map(), meter)
}

function oldPlaces(layout: Layout, keep: Keep): FixedLayout | null {
  const places = layout.byTeam.map((options, t) => {
    const option = options.find((own) => own.host === keep.hostOf.get(t) && own.home === keep.homeOf.get(t))
    if (option === undefined) return null
    const targets = option.targets.filter((d) => keep.targetTeam.get(d) === t)
    return { option, targets: layout.isShared(option) ? targets : option.targets }
  })
  if (!places.every((place) => place !== null)) return null
  const taken = new Set(places.flatMap((place) => place.targets))
  return layout.options.every((option) => option.targets.every((d) => taken.has(d))) ? places : null
}

/** Too large for the exact model: anneal again and again from the best, until the effort is spent. */
function annealOn(instance: Instance, first: DraftPlan, seed: string, meter: Meter, keep: Keep | null): Found {
  let best = first
  for (let round = 0; meter.left() > 0; round++) {
    const turned = seed.slice(round % 63) + seed.slice(0, round % 63)
    const next = annealPeople(instance, best, turned, meter, keep, best)
    if (next !== null && (keep !== null || compareObjectives(measure(instance, next), measure(instance, best)) < 0)) best = next
    meter.setBest(measure(instance, best))
  }
  return { kind: 'found', plan: best, bounds: trivialBounds(instance, best), proven: false }
}
