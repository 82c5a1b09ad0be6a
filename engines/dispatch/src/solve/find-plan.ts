// The order of work: what is open about places, a first valid plan, then the exact model where it is small enough.
import type { Highs } from 'highs'
import { LEVELS } from '../plan.ts'
import { anneal } from './anneal/search.ts'
import { prepareField, type FixedLayout } from './anneal/field.ts'
import { randomFrom } from './anneal/random.ts'
import { checkDraft } from './check-draft.ts'
import type { Instance } from './compile/instance.ts'
import { measure, type DraftPlan } from './draft.ts'
import { descend, type Bounds, type Descent } from './exact/descend.ts'
import { buildModel } from './exact/model.ts'
import { stagesOf, type Keep } from './exact/stages.ts'
import { openLayout, type Layout } from './layout/layout.ts'
import { listOptions } from './layout/options.ts'
import type { Meter } from './meter.ts'
import { ALL_HARD } from './switches.ts'

export type Found =
  | { readonly kind: 'found'; readonly plan: DraftPlan; readonly bounds: Bounds; readonly proven: boolean }
  /** `none`: proven that there is no plan; `open`: neither. */
  | { readonly kind: 'none' | 'open' }

/** Proposals of the first annealing for each seat. */
const PROPOSALS_A_SEAT = 1500

export function findPlan(highs: Highs, instance: Instance, seed: string, meter: Meter, keep: Keep | null): Found {
  const isAllowed = (option: { readonly breaks: readonly string[] }): boolean => option.breaks.length === 0
  const layout = openLayout(instance, listOptions(instance), isAllowed, keep === null ? 'teams' : 'counts')
  if (layout.byTeam.some((options) => options.length === 0) || layout.uncovered.length > 0) return { kind: 'none' }

  const first = layout.isFixed ? annealFixed(instance, fixedOf(layout), seed, meter, keep) : null
  if (first !== null) meter.setBest(measure(instance, first))
  return solveExactly(highs, instance, layout, first, meter, keep)
}

function fixedOf(layout: Layout): FixedLayout {
  return layout.byTeam.flatMap(([option]) => (option === undefined ? [] : [{ option, targets: option.targets }]))
}

function annealFixed(instance: Instance, layout: FixedLayout, seed: string, meter: Meter, keep: Keep | null): DraftPlan | null {
  const isOld = (person: number, team: number): boolean => keep?.teamOf.get(person) === team
  const field = prepareField(instance, layout, (person, team) => (keep === null || isOld(person, team) ? 0 : 1))
  const length = PROPOSALS_A_SEAT * field.seatTeam.length
  const { seats } = anneal(instance, field, randomFrom(seed), meter, length, null, (person) => instance.pinsOf.has(person))
  if (seats === null) return null
  const plan = layout.map(({ option, targets }, t) => {
    const start = field.seatStart[t] ?? 0
    const own = [...seats.subarray(start, field.seatStart[t + 1])]
    return { option, targets, members: own.map((person, slot) => ({ person, slot })) }
  })
  return checkDraft(instance, plan).length === 0 ? plan : null
}

function solveExactly(
  highs: Highs,
  instance: Instance,
  layout: Layout,
  first: DraftPlan | null,
  meter: Meter,
  keep: Keep | null,
): Found {
  const attempt = (exposureFree: boolean, requireWork: boolean, known: DraftPlan | null, floor: Bounds): Descent => {
    const model = buildModel({ instance, layout, switches: ALL_HARD, exposureFree, requireWork })
    return descend(highs, model, stagesOf(model, keep), known, meter, floor, Infinity)
  }
  const finish = (descent: Descent): Found => {
    if (descent.plan === null) return { kind: descent.kind === 'infeasible' ? 'none' : 'open' }
    const bounds = keep === null ? descent.bounds : trivialBounds(instance, descent.plan)
    return { kind: 'found', plan: descent.plan, bounds, proven: descent.proven }
  }
  for (const requireWork of layout.canAllWork ? [true, false] : [false]) {
    const isClean = first !== null && measure(instance, first).totalExposure === 0
    const clean = keep === null ? attempt(true, requireWork, isClean ? first : null, {}) : null
    if (clean?.plan) return finish(clean)
    const floor = clean?.kind === 'infeasible' ? { worstExposure: 1, totalExposure: 1 } : {}
    const full = attempt(false, requireWork, first, floor)
    if (full.kind !== 'infeasible' || !requireWork) return finish(full)
  }
  return { kind: 'open' }
}

function trivialBounds(instance: Instance, plan: DraftPlan): Bounds {
  const objective = measure(instance, plan)
  return Object.fromEntries(LEVELS.filter((level) => objective[level] === 0).map((level) => [level, 0]))
}
