import type { Plan } from '@shengmian/dispatch'
import { LEVELS, type ObjectiveLevel } from '@shengmian/dispatch'

export interface ObjectiveView {
  level: ObjectiveLevel
  value: number
  bound: number | null
  proof: 'proven' | 'gap' | 'open'
}

/** The six figures, best level first, each with what is proven of it and no more. */
export function objectivesOf(plan: Pick<Plan, 'objective' | 'bound'>): ObjectiveView[] {
  return LEVELS.map((level) => {
    const value = plan.objective[level]
    const bound = plan.bound[level]
    return { level, value, bound, proof: bound === null ? 'open' : bound === value ? 'proven' : 'gap' }
  })
}

/** How figures change from one plan to another; levels that stay are left out. */
export function deltasOf(before: Plan['objective'], after: Plan['objective']): { level: ObjectiveLevel; by: number }[] {
  return LEVELS.flatMap((level) => {
    const by = after[level] - before[level]
    return by === 0 ? [] : [{ level, by }]
  })
}
