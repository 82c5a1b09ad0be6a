// The question behind every clash: is there a plan when only these demands stand?
import type { Highs } from 'highs'
import type { Instance } from '../compile/instance.ts'
import { solveMip, type MipAnswer } from '../exact/highs.ts'
import { emptySum } from '../exact/lp.ts'
import { buildModel, exceptions, type Model } from '../exact/model.ts'
import { fixPlaces } from '../exact/solve-exactly.ts'
import { chooseLayout } from '../layout/first-layout.ts'
import { openLayout } from '../layout/layout.ts'
import type { Option } from '../layout/options.ts'
import type { Meter } from '../meter.ts'
import type { RuleName } from '../rule-names.ts'
import { switchesOf, type Strength, type Switches } from '../switches.ts'

/** A rule for one subject: the smallest thing that a clash can name. */
export interface Element {
  readonly rule: RuleName
  readonly subject: string
}

/** Work after which one question counts as unanswered. */
const PATIENCE = 20_000_000

/** Up to so many options nothing is argued about places; beyond, teams that are alike take the regions in order. */
const FEW_OPTIONS = 40

/** Whether a clash can drop single targets: not where counting arguments stand on every target being inspected. */
export function mayDropTargets(options: readonly Option[]): boolean {
  return options.length <= FEW_OPTIONS
}

function modelUnder(instance: Instance, options: readonly Option[], switches: Switches): Model {
  const teamOf = (option: Option): string => instance.problem.teams[option.team]?.id ?? ''
  const isAllowed = (option: Option): boolean => option.breaks.every((rule) => switches.of(rule, teamOf(option)) !== 'hard')
  const layout = openLayout(instance, options, isAllowed, mayDropTargets(options) ? 'none' : 'teams')
  return buildModel({ instance, layout, switches, exposureFree: false, requireWork: false })
}

/** Whether it is proven that no plan meets the demands; a question unanswered after `work` counts as no. */
export function hasNoPlan(
  highs: Highs,
  instance: Instance,
  options: readonly Option[],
  strength: (rule: RuleName, subject: string) => Strength,
  meter: Meter,
  work = PATIENCE,
): boolean {
  const model = modelUnder(instance, options, switchesOf(strength, false))
  if (!model.scope.layout.isFixed && hasPlanSomewhere(highs, model, meter, work)) return false
  const answer = solveMip(highs, model.lp, emptySum(), { work })
  meter.spend(answer.work)
  meter.report('clash')
  return answer.status === 'infeasible'
}

/** A plan for one good choice of places answers sooner than the search over all of them. */
function hasPlanSomewhere(highs: Highs, model: Model, meter: Meter, work: number): boolean {
  const places = chooseLayout(highs, model.scope, model.columns.byOption, meter)
  if (places === null) return false
  const lower = [...model.lp.lower]
  const upper = [...model.lp.upper]
  fixPlaces(model, places)
  const answer = solveMip(highs, model.lp, emptySum(), { work })
  meter.spend(answer.work)
  model.lp.lower.splice(0, lower.length, ...lower)
  model.lp.upper.splice(0, upper.length, ...upper)
  return answer.status === 'optimal'
}

export interface Exceptions {
  readonly price: number
  readonly where: readonly Element[]
}

/** Up to so many arcs exceptions are minimised over all places; beyond, for the places that promise most. */
const FEW_ARCS = 4000

/** The fewest exceptions found that make a plan possible, and where one such plan makes them; null where none does. */
export function fewestExceptions(
  highs: Highs,
  instance: Instance,
  options: readonly Option[],
  strength: (rule: RuleName, subject: string) => Strength,
  meter: Meter,
): Exceptions | null {
  const model = modelUnder(instance, options, switchesOf(strength, true))
  const sum = exceptions(model)
  const few = model.columns.arcs.length <= FEW_ARCS || model.scope.layout.isFixed
  if (!few) {
    const places = chooseLayout(highs, model.scope, model.columns.byOption, meter)
    if (places === null) return null
    fixPlaces(model, places)
  }
  const answer = solveMip(highs, model.lp, sum, { work: PATIENCE })
  meter.spend(answer.work)
  meter.report('clash')
  return answer.values === null ? null : readExceptions(model, answer)
}

function readExceptions(model: Model, answer: MipAnswer): Exceptions {
  const { scope, columns, slacks } = model
  const { problem } = scope.instance
  const units = (column: number | undefined): number => (column === undefined ? 0 : Math.round(answer.values?.[column] ?? 0))
  const where: Element[] = []
  const add = (rule: RuleName, subject: string, times: number): void => {
    for (let k = 0; k < times; k++) where.push({ rule, subject })
  }
  for (const { column, rule, subject } of slacks) add(rule, subject, units(column))
  for (const arc of columns.arcs) {
    if (units(arc.column) === 0) continue
    for (const rule of arc.elastic) add(rule, problem.people[arc.person]?.id ?? '', 1)
  }
  for (const option of scope.layout.options) {
    if (units(columns.options.get(option.index)) === 0) continue
    const team = problem.teams[option.team]?.id ?? ''
    for (const rule of option.breaks) if (scope.switches.of(rule, team) === 'elastic') add(rule, team, 1)
  }
  return { price: where.length, where }
}
