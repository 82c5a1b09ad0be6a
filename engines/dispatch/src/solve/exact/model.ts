// The whole problem as one mixed-integer program: exact, for the sizes at which it can be solved.
import { addColumns, type Columns, type Scope } from './columns.ts'
import { addLevels, type Levels } from './levels.ts'
import { addTerm, emptyLp, emptySum, type Lp, type Sum } from './lp.ts'
import { addPlaceRows } from './place-rows.ts'
import { addTeamRows, type Draft, type Slack } from './team-rows.ts'

export interface Model {
  readonly lp: Lp
  readonly scope: Scope
  readonly columns: Columns
  readonly levels: Levels
  readonly slacks: readonly Slack[]
}

/** Builds the program for a scope; sizes can be read off before it is solved. */
export function buildModel(scope: Scope): Model {
  const lp = emptyLp()
  const columns = addColumns(lp, scope)
  const draft: Draft = { lp, scope, columns, slacks: [] }
  for (const option of scope.layout.options) addTeamRows(draft, option)
  addPlaceRows(draft)
  const levels = addLevels(draft)
  return { lp, scope, columns, levels, slacks: draft.slacks }
}

/** The number of exceptions to elastic rules. */
export function exceptions(model: Model): Sum {
  const sum = emptySum()
  const { layout, switches, instance } = model.scope
  for (const slack of model.slacks) addTerm(sum, slack.column, 1)
  for (const arc of model.columns.arcs) if (arc.elastic.length > 0) addTerm(sum, arc.column, arc.elastic.length)
  for (const option of layout.options) {
    const team = instance.problem.teams[option.team]?.id ?? ''
    const broken = option.breaks.filter((rule) => switches.of(rule, team) === 'elastic').length
    const column = model.columns.options.get(option.index)
    if (broken > 0 && column !== undefined) addTerm(sum, column, broken)
  }
  return sum
}
