// The exact model, in the order that keeps it small: first as if nobody may be exposed at all. If that has a plan, the two best
// levels are 0 and proven, and nothing about exposure is left to decide.
import type { Highs } from 'highs'
import { LEVELS } from '../../plan.ts'
import type { FixedLayout } from '../anneal/field.ts'
import type { Instance } from '../compile/instance.ts'
import { measure, type DraftPlan } from '../draft.ts'
import type { Found } from '../found.ts'
import type { Layout } from '../layout/layout.ts'
import type { Meter } from '../meter.ts'
import { boundsFrom, shareAlike } from '../share-places.ts'
import { ALL_HARD } from '../switches.ts'
import { descend, type Bounds, type Descent } from './descend.ts'
import { buildModel, type Model } from './model.ts'
import { stagesOf, type Keep } from './stages.ts'

export function solveExactly(
  highs: Highs,
  instance: Instance,
  layout: Layout,
  known: DraftPlan | null,
  meter: Meter,
  keep: Keep | null,
): Found {
  const attempt = (exposureFree: boolean, requireWork: boolean, from: DraftPlan | null, exposed: Bounds): Descent => {
    const figures = requireWork && keep === null && from !== null ? measure(instance, from) : null
    const shared = figures === null ? {} : boundsFrom(shareAlike(highs, instance, layout, figures, meter), figures)
    const floor = { ...exposed, ...shared }
    const model = buildModel({ instance, layout, switches: ALL_HARD, exposureFree, requireWork })
    const told: Meter = keep === null ? meter : { ...meter, setBound: () => undefined }
    return descend(highs, model, stagesOf(model, keep), from, told, floor)
  }
  const finish = (descent: Descent): Found => {
    if (descent.plan === null) return { kind: descent.kind === 'infeasible' ? 'none' : 'open' }
    const bounds = keep === null ? descent.bounds : trivialBounds(instance, descent.plan)
    return { kind: 'found', plan: descent.plan, bounds, proven: descent.proven }
  }
  const isClean = known !== null && measure(instance, known).totalExposure === 0
  for (const requireWork of layout.canAllWork ? [true, false] : [false]) {
    // with an older plan to keep, moving nobody comes before meeting no acquaintance
    const clean = keep === null ? attempt(true, requireWork, isClean ? known : null, {}) : null
    if (clean !== null && clean.plan !== null) return finish(clean)
    const floor = clean?.kind === 'infeasible' ? { worstExposure: 1, totalExposure: 1 } : {}
    const full = attempt(false, requireWork, known, floor)
    if (full.kind !== 'infeasible' || !requireWork) return finish(full)
  }
  return { kind: 'open' }
}

/** The best plan for chosen places: not proven for the others, and a good start for them. */
export function solvePlaces(
  highs: Highs,
  instance: Instance,
  layout: Layout,
  places: FixedLayout,
  known: DraftPlan | null,
  meter: Meter,
  keep: Keep | null,
): DraftPlan | null {
  // what is proven for these places is no bound for all of them
  const quiet: Meter = { ...meter, setBound: () => undefined }
  const isClean = known !== null && measure(instance, known).totalExposure === 0
  for (const exposureFree of keep === null ? [true, false] : [false]) {
    const model = buildModel({ instance, layout, switches: ALL_HARD, exposureFree, requireWork: layout.canAllWork })
    fixPlaces(model, places)
    const from = exposureFree && !isClean ? null : known
    const { plan } = descend(highs, model, stagesOf(model, keep), from, quiet, {})
    if (plan !== null) return plan
  }
  return null
}

/** Holds options and targets at a choice of places. */
export function fixPlaces(model: Model, places: FixedLayout): void {
  const fix = (column: number | undefined, value: number): void => {
    if (column === undefined) return
    model.lp.lower[column] = value
    model.lp.upper[column] = value
  }
  places.forEach(({ option, targets }, t) => {
    for (const other of model.scope.layout.byTeam[t] ?? []) {
      const isChosen = other.index === option.index
      fix(model.columns.options.get(other.index), isChosen ? 1 : 0)
      for (const [d, column] of model.columns.targets.get(other.index) ?? []) fix(column, isChosen && targets.includes(d) ? 1 : 0)
    }
  })
}

/** What needs no proof: no level is below 0. */
export function trivialBounds(instance: Instance, plan: DraftPlan): Bounds {
  const objective = measure(instance, plan)
  return Object.fromEntries(LEVELS.filter((level) => objective[level] === 0).map((level) => [level, 0]))
}
