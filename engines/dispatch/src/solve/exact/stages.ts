// What is minimised, in order: with an older plan to keep, first the people moved, among equals those of the older plan who lose
// their place (a replacement rather than a swap), then the targets moved; then the six levels.
import { LEVELS, type ObjectiveLevel, type Plan } from '../../plan.ts'
import type { Instance } from '../compile/instance.ts'
import { measure, type DraftPlan } from '../draft.ts'
import { addTerm, emptySum, type Sum } from './lp.ts'
import type { Model } from './model.ts'

export interface Stage {
  readonly name: ObjectiveLevel | 'moved' | 'leaving' | 'reassigned'
  readonly sum: Sum
  /** Added to the sum to get the figure. */
  readonly offset: number
  readonly value: (plan: DraftPlan) => number
}

/** Where everybody was in the older plan, by number; people, teams and targets that are gone are left out. */
export interface Keep {
  readonly teamOf: ReadonlyMap<number, number>
  readonly homeOf: ReadonlyMap<number, string | null>
  readonly hostOf: ReadonlyMap<number, string | null>
  readonly targetTeam: ReadonlyMap<number, number>
  readonly slotOf: ReadonlyMap<number, number>
}

export function readKeep(instance: Instance, older: Plan): Keep {
  const teamOf = new Map<number, number>()
  const homeOf = new Map<number, string | null>()
  const hostOf = new Map<number, string | null>()
  const targetTeam = new Map<number, number>()
  const slotOf = new Map<number, number>()
  for (const team of older.teams) {
    const t = instance.teamIndex.get(team.id)
    if (t === undefined) continue
    homeOf.set(t, team.home)
    hostOf.set(t, team.host)
    for (const { person, slot } of team.members) {
      const i = instance.personIndex.get(person)
      if (i === undefined) continue
      teamOf.set(i, t)
      slotOf.set(i, slot)
    }
    for (const target of team.targets) {
      const d = instance.targetIndex.get(target)
      if (d !== undefined) targetTeam.set(d, t)
    }
  }
  return { teamOf, homeOf, hostOf, targetTeam, slotOf }
}

/** People whose team or host differ between the plans, those in only one of them included. */
export function countMoved(keep: Keep, plan: DraftPlan): number {
  const { stayed, came } = countStayed(keep, plan)
  return keep.teamOf.size - stayed + came
}

function countStayed(keep: Keep, plan: DraftPlan): { readonly stayed: number; readonly came: number } {
  let [stayed, came] = [0, 0]
  for (const { option, members } of plan) {
    for (const { person } of members) {
      const before = keep.teamOf.get(person)
      if (before === undefined) came++
      else if (before === option.team && keep.hostOf.get(before) === option.host) stayed++
    }
  }
  return { stayed, came }
}

function countReassigned(keep: Keep, plan: DraftPlan): number {
  let stayed = 0
  for (const { option, targets } of plan) for (const d of targets) if (keep.targetTeam.get(d) === option.team) stayed++
  return keep.targetTeam.size - stayed
}

export function stagesOf(model: Model, keep: Keep | null): readonly Stage[] {
  const { instance } = model.scope
  const levels = LEVELS.map((name): Stage => {
    const value = (plan: DraftPlan): number => measure(instance, plan)[name]
    return { name, sum: model.levels[name], offset: 0, value }
  })
  return keep === null ? levels : [...movedStages(model, keep), reassignedStage(model, keep), ...levels]
}

function movedStages(model: Model, keep: Keep): readonly Stage[] {
  const moved = emptySum()
  const leaving = emptySum()
  for (const { column, person, option } of model.columns.arcs) {
    const before = keep.teamOf.get(person)
    if (before === undefined) addTerm(moved, column, 1)
    else if (before === option.team && keep.hostOf.get(before) === option.host) {
      addTerm(moved, column, -1)
      addTerm(leaving, column, -1)
    }
  }
  const offset = keep.teamOf.size
  return [
    { name: 'moved', sum: moved, offset, value: (plan) => countMoved(keep, plan) },
    { name: 'leaving', sum: leaving, offset, value: (plan) => offset - countStayed(keep, plan).stayed },
  ]
}

function reassignedStage(model: Model, keep: Keep): Stage {
  const sum = emptySum()
  const { columns, scope } = model
  for (const option of scope.layout.options) {
    for (const d of option.targets) {
      const column = columns.targets.get(option.index)?.get(d) ?? columns.options.get(option.index)
      if (column !== undefined && keep.targetTeam.get(d) === option.team) addTerm(sum, column, -1)
    }
  }
  return { name: 'reassigned', sum, offset: keep.targetTeam.size, value: (plan) => countReassigned(keep, plan) }
}
