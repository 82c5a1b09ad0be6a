// A known plan as a starting point for HiGHS: its choices; HiGHS works out the rest.
import type { DraftPlan } from '../draft.ts'
import type { Model } from './model.ts'
import { groupOf } from './columns.ts'

export interface Start {
  readonly indices: Int32Array
  readonly values: Float64Array
}

export function startFrom(model: Model, plan: DraftPlan): Start {
  const { columns, scope } = model
  const values = new Map<number, number>()
  for (const column of columns.options.values()) values.set(column, 0)
  for (const targets of columns.targets.values()) for (const column of targets.values()) values.set(column, 0)
  for (const arc of columns.arcs) values.set(arc.column, 0)
  for (const { option, targets, members } of plan) {
    const chosen = columns.options.get(option.index)
    if (chosen !== undefined) values.set(chosen, 1)
    for (const d of targets) {
      const column = columns.targets.get(option.index)?.get(d)
      if (column !== undefined) values.set(column, 1)
    }
    const kinds = scope.instance.kinds[option.team] ?? []
    for (const { person, slot } of members) {
      const group = groupOf(
        scope,
        option.team,
        kinds.findIndex((kind) => kind.slots.includes(slot)),
      )
      const arc = columns.byOption.get(option.index)?.find((own) => own.person === person && own.group === group)
      if (arc !== undefined) values.set(arc.column, 1)
    }
  }
  return { indices: Int32Array.from(values.keys()), values: Float64Array.from(values.values()) }
}
