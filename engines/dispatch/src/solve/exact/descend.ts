// Level by level: minimise, hold, go on. A level whose plan already stands at a bound needs no search.
import type { Highs } from 'highs'
import type { Objective, ObjectiveLevel } from '../../plan.ts'
import { checkDraft } from '../check-draft.ts'
import type { DraftPlan } from '../draft.ts'
import { measure } from '../draft.ts'
import type { Meter } from '../meter.ts'
import { solveMip, type MipAnswer } from './highs.ts'
import { addRow, emptySum, type Sum } from './lp.ts'
import type { Model } from './model.ts'
import { readSolution } from './read-solution.ts'
import type { Stage } from './stages.ts'
import { startFrom } from './start.ts'

export type Bounds = Partial<Record<ObjectiveLevel, number>>

export interface Descent {
  /** `infeasible`: two runs agree that the model has no plan; `open`: the effort ran out before one was found. */
  readonly kind: 'done' | 'infeasible' | 'open'
  readonly plan: DraftPlan | null
  readonly bounds: Bounds
  /** Every level is at its bound. */
  readonly proven: boolean
}

/** Minimises the stages in order from a known plan, or from none. `floor`: what is known of levels before any search. */
export function descend(
  highs: Highs,
  model: Model,
  stages: readonly Stage[],
  known: DraftPlan | null,
  meter: Meter,
  floor: Bounds,
): Descent {
  let plan = known
  const bounds: Bounds = {}
  let proven = true
  if (plan === null) {
    const first = solve(
      highs,
      model,
      stages.find((stage) => stage.sum.columns.length > 0)?.sum ?? emptySum(),
      null,
      meter,
      Infinity,
    )
    if (first.status === 'infeasible') return { kind: 'infeasible', plan: null, bounds, proven: false }
    plan = first.plan
    if (plan !== null) meter.setBest(measure(model.scope.instance, plan))
    if (plan === null) return { kind: 'open', plan: null, bounds, proven: false }
  }
  for (const stage of stages) {
    const least = stage.name in floor ? (floor[stage.name as ObjectiveLevel] ?? 0) : 0
    let value = stage.value(plan)
    let bound: number | null = value <= least ? value : null
    if (bound === null && meter.left() > 0) {
      const answer = solve(highs, model, stage.sum, plan, meter, meter.left())
      if (answer.plan !== null && stage.value(answer.plan) <= value) {
        plan = answer.plan
        value = stage.value(plan)
        meter.setBest(measure(model.scope.instance, plan))
      }
      const claimed = Math.ceil(answer.bound + stage.offset - 1e-6)
      // a bound above a checked plan is a wrong answer of the solver: nothing is claimed then
      if (claimed <= value) bound = Math.max(claimed, least)
    }
    if (bound === null && least > 0) bound = least
    if (bound !== null && isLevel(stage.name)) {
      bounds[stage.name] = bound
      meter.setBound(stage.name, bound)
    }
    if (bound !== value) proven = false
    if (stage.sum.columns.length > 0) addRow(model.lp, -Infinity, value - stage.offset, stage.sum)
  }
  return { kind: 'done', plan, bounds, proven }
}

function isLevel(name: Stage['name']): name is keyof Objective {
  return name !== 'moved' && name !== 'leaving' && name !== 'reassigned'
}

interface Solved {
  readonly status: MipAnswer['status']
  readonly plan: DraftPlan | null
  readonly bound: number
}

function solve(highs: Highs, model: Model, sum: Sum, start: DraftPlan | null, meter: Meter, work: number): Solved {
  const limits = {
    work,
    ...(start === null ? {} : { start: startFrom(model, start) }),
    onCheckpoint: (done: number) => (meter.report('exact', done) && start !== null ? ('stop' as const) : undefined),
  }
  let answer = solveMip(highs, model.lp, sum, limits)
  meter.spend(answer.work)
  if (answer.status === 'infeasible' && start === null) {
    const second = solveMip(highs, model.lp, sum, { ...limits, plain: true })
    meter.spend(second.work)
    answer = second
  }
  const plan = answer.values === null ? null : readSolution(model, answer.values)
  const isSound = plan !== null && checkDraft(model.scope.instance, plan).length === 0
  return { status: answer.status, plan: isSound ? plan : null, bound: answer.status === 'infeasible' ? -Infinity : answer.bound }
}
