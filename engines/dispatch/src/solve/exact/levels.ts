// The six levels of the objective as sums of columns, and caps that hold a better level where it is.
import type { ObjectiveLevel } from '../../plan.ts'
import type { Option } from '../layout/options.ts'
import { addColumn, addRow, addTerm, emptySum, type Sum } from './lp.ts'
import type { Draft } from './team-rows.ts'

export type Levels = Readonly<Record<ObjectiveLevel, Sum>>

/** Adds what the levels need besides the choices: the worst team's exposure, joint exposures, the largest and smallest workload. */
export function addLevels(draft: Draft): Levels {
  const exposures = draft.scope.instance.problem.teams.map(() => emptySum())
  const unverified = emptySum()
  const memory = emptySum()
  const travel = emptySum()
  for (const arc of draft.columns.arcs) {
    if (arc.travel > 0) addTerm(travel, arc.column, arc.travel)
    if (arc.unverified > 0) addTerm(unverified, arc.column, arc.unverified)
    if (arc.exposure > 0) addTerm(exposures[arc.option.team] ?? emptySum(), arc.column, arc.exposure)
  }
  addJoint(draft, exposures, unverified)
  for (const option of draft.scope.layout.options) {
    if (option.memory > 0) addTerm(memory, draft.columns.options.get(option.index) ?? 0, option.memory)
  }
  const total = emptySum()
  for (const sum of exposures) sum.columns.forEach((column, k) => addTerm(total, column, sum.values[k] ?? 0))
  return {
    worstExposure: addWorst(draft, exposures),
    totalExposure: total,
    unverified,
    memory,
    workloadSpread: addSpread(draft),
    travel,
  }
}

/** Exposure and coarse facts that arise only when a person and a target of a shared region meet in one team. */
function addJoint({ lp, columns }: Draft, exposures: readonly Sum[], unverified: Sum): void {
  for (const arc of columns.arcs) {
    const chosen = columns.options.get(arc.option.index) ?? 0
    const facts = new Map<number, number>()
    for (const conflict of arc.conflicts) {
      const taken = columns.targets.get(arc.option.index)?.get(conflict.target)
      if (taken === undefined || conflict.hard) continue
      const meets = (column: number): void =>
        addRow(lp, -Infinity, 0, { columns: [arc.column, taken, chosen, column], values: [1, 1, -1, -1] })
      if (conflict.exposure > 0) {
        const met = addColumn(lp, 0, 1, false)
        addTerm(exposures[arc.option.team] ?? emptySum(), met, conflict.exposure)
        meets(met)
      }
      for (let rest = conflict.facts; rest !== 0; rest &= rest - 1) {
        const bit = rest & -rest
        const known = facts.get(bit) ?? addColumn(lp, 0, 1, false)
        if (!facts.has(bit)) addTerm(unverified, known, 1)
        facts.set(bit, known)
        meets(known)
      }
    }
  }
}

function addWorst({ lp }: Draft, exposures: readonly Sum[]): Sum {
  const exposed = exposures.filter((sum) => sum.columns.length > 0)
  if (exposed.length === 0) return emptySum()
  const worst = addColumn(lp, 0, Infinity, true)
  for (const { columns, values } of exposed) addRow(lp, -Infinity, 0, { columns: [...columns, worst], values: [...values, -1] })
  return { columns: [worst], values: [1] }
}

export function addSpread({ lp, scope, columns }: Draft): Sum {
  const { targets } = scope.instance.problem
  const weight = (option: Option): number => option.targets.reduce((sum, d) => sum + (targets[d]?.workload ?? 0), 0)
  const largest = addColumn(lp, 0, Infinity, true)
  const smallest = addColumn(lp, 0, Infinity, true)
  for (const options of scope.layout.byTeam) {
    const load = emptySum()
    for (const option of options) {
      const shared = columns.targets.get(option.index)
      if (shared === undefined) addTerm(load, columns.options.get(option.index) ?? 0, weight(option))
      else for (const [d, taken] of shared) addTerm(load, taken, targets[d]?.workload ?? 0)
    }
    addRow(lp, -Infinity, 0, { columns: [...load.columns, largest], values: [...load.values, -1] })
    addRow(lp, 0, Infinity, { columns: [...load.columns, smallest], values: [...load.values, -1] })
  }
  return { columns: [largest, smallest], values: [1, -1] }
}
