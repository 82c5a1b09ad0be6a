// Proofs that anybody can recompute: prices for people, and for better levels, from the dual of the linear relaxation. A price is
// only handed out after the bound it proves has been worked out again, team by team, in integers, and is the bound that is stated.
import type { Highs } from 'highs'
import type { Objective, Plan } from '../plan.ts'
import type { Instance } from './compile/instance.ts'
import { cutTo } from './compile/places.ts'
import { measure, type DraftPlan } from './draft.ts'
import { addColumns, type Arc, type Scope } from './exact/columns.ts'
import type { Bounds } from './exact/descend.ts'
import { modelData, solveMip } from './exact/highs.ts'
import { addRow, addTerm, emptyLp, emptySum, type Lp, type Sum } from './exact/lp.ts'
import { addTeamRows } from './exact/team-rows.ts'
import { ALL_HARD } from './switches.ts'

type Certificate = Plan['certificates'][number]
type Level = 'totalExposure' | 'unverified' | 'travel'

/** Prices are integers in 1/4096 of the level's unit: fine enough for a price on a thousandth of exposure. */
const SCALE = 4096
/** Work after which a proof is given up: counted, so that the plan's bytes do not depend on the machine. */
const WORK = 20_000_000
const WEIGHT: Readonly<Record<Level, (arc: Arc) => number>> = {
  totalExposure: (arc) => arc.exposure,
  unverified: (arc) => arc.unverified,
  travel: (arc) => arc.travel,
}
const LEVELS = ['totalExposure', 'unverified', 'travel'] as const

/**
 * Certificates for the bounds above 0 that can be had: where every region has one team and only people were left to choose,
 * so that the teams of the plan are the teams of every plan. A bound whose prices prove less is left without.
 */
export function certify(highs: Highs, instance: Instance, plan: DraftPlan, bounds: Bounds): Certificate[] {
  if (!isForced(instance, plan)) return []
  const objective = measure(instance, plan)
  const teams = teamsModel(instance, plan, objective)
  return LEVELS.flatMap((of) => {
    const bound = bounds[of] ?? 0
    const certificate = bound > 0 ? priceLevel(highs, instance, teams, of, objective) : null
    return certificate !== null && provenBy(highs, instance, teams, certificate, of, objective) >= bound ? [certificate] : []
  })
}

/** Whether every plan has these teams at these places, up to an exchange of teams that are alike. */
function isForced({ problem, rules, pinsOf }: Instance, plan: DraftPlan): boolean {
  const regions = new Set(problem.targets.map((target) => cutTo(rules.recusalLevel, target.region)))
  if (!rules.hostPerTeam || regions.size !== problem.teams.length) return false
  if (!plan.every(({ option }) => option.home === (problem.teams[option.team]?.home ?? null))) return false
  const shapes = new Set(problem.teams.map((team) => JSON.stringify([team.home, team.host, team.slots])))
  const isGiven = (host: string | null): boolean => host !== null && regions.has(cutTo(rules.recusalLevel, host))
  return problem.teams.every((team) => isGiven(team.host)) || (shapes.size === 1 && pinsOf.size === 0)
}

interface TeamsModel {
  /** Every rule about one team alone; nothing that joins two teams. */
  readonly lp: Lp
  readonly arcs: readonly Arc[]
}

function teamsModel(instance: Instance, plan: DraftPlan, objective: Objective): TeamsModel {
  const options = plan.map((team) => team.option)
  const layout = {
    options,
    byTeam: options.map((option) => [option]),
    isShared: () => false,
    uncovered: [],
    isFixed: true,
    canAllWork: true,
  }
  const scope: Scope = { instance, layout, switches: ALL_HARD, exposureFree: false, requireWork: true }
  const lp = emptyLp()
  const columns = addColumns(lp, scope)
  const draft = { lp, scope, columns, slacks: [] }
  for (const option of options) {
    addTeamRows(draft, option)
    const arcs = columns.byOption.get(option.index) ?? []
    addRow(lp, -Infinity, objective.worstExposure, sumOf(arcs, WEIGHT.totalExposure))
    for (const own of groupBy(arcs, (arc) => arc.person).values()) {
      const isPinned = instance.pinsOf.get(own[0]?.person ?? -1)?.includes(option.team) ?? false
      if (own.length > 1 || isPinned)
        addRow(
          lp,
          isPinned ? 1 : 0,
          1,
          sumOf(own, () => 1),
        )
    }
  }
  return { lp, arcs: columns.arcs }
}

/** The dual of the relaxation that joins the teams: people serve once, better levels stand at their values. */
function priceLevel(
  highs: Highs,
  instance: Instance,
  { lp, arcs }: TeamsModel,
  of: Level,
  objective: Objective,
): Certificate | null {
  const joint: Lp = {
    ...lp,
    integer: lp.integer.map(() => false),
    rowLower: [...lp.rowLower],
    rowUpper: [...lp.rowUpper],
    starts: [...lp.starts],
    indices: [...lp.indices],
    values: [...lp.values],
  }
  const people = [...groupBy(arcs, (arc) => arc.person)]
  const better = LEVELS.slice(0, LEVELS.indexOf(of)).flatMap((level) => (level === 'travel' ? [] : [level]))
  const first = joint.rowLower.length
  for (const [, own] of people)
    addRow(
      joint,
      -Infinity,
      1,
      sumOf(own, () => 1),
    )
  for (const level of better) addRow(joint, -Infinity, objective[level], sumOf(arcs, WEIGHT[level]))

  const dual = rowDuals(highs, joint, sumOf(arcs, WEIGHT[of]))
  if (dual === null) return null
  // A row of the form "at most" has a dual of 0 or less; rounding keeps any price valid, only less sharp.
  const priceOf = (row: number): number => Math.max(0, Math.round(-SCALE * (dual[first + row] ?? 0)))
  const prices = people.flatMap(([person], row): [string, number][] => {
    const id = instance.problem.people[person]?.id
    return id === undefined || priceOf(row) === 0 ? [] : [[id, priceOf(row)]]
  })
  const levels = better.flatMap((level, at) => {
    const price = priceOf(people.length + at)
    return price === 0 ? [] : [[level, price] as const]
  })
  const certificate = { of, scale: SCALE, prices: Object.fromEntries(prices) }
  return levels.length === 0 ? certificate : { ...certificate, levels: Object.fromEntries(levels) }
}

function rowDuals(highs: Highs, lp: Lp, sum: Sum): Float64Array | null {
  const model = highs.createModel(modelData(lp, sum))
  try {
    model.options.set({ output_flag: false, random_seed: 0 })
    model.run()
    return model.getModelStatus() === highs.constants.modelStatus.optimal ? model.getSolution().rowDual : null
  } finally {
    model.dispose()
  }
}

/** The bound that the prices prove: the cheapest teams at these prices, less what the prices take. */
function provenBy(
  highs: Highs,
  { problem }: Instance,
  { lp, arcs }: TeamsModel,
  { prices, levels = {} }: Certificate,
  of: Level,
  objective: Objective,
): number {
  const [perExposure, perUnverified] = [levels.totalExposure ?? 0, levels.unverified ?? 0]
  const priced = sumOf(
    arcs,
    (arc) =>
      SCALE * WEIGHT[of](arc) +
      (prices[problem.people[arc.person]?.id ?? ''] ?? 0) +
      perExposure * arc.exposure +
      perUnverified * arc.unverified,
  )
  const { status, bound } = solveMip(highs, lp, priced, { work: WORK })
  if (status !== 'optimal') return 0
  const taken = Object.values(prices).reduce((sum, price) => sum + price, 0)
  // One unit less than the solver's floating-point bound: a proof must not hang on its last digit.
  const cost = Math.floor(bound) - 1
  return Math.ceil((cost - taken - perExposure * objective.totalExposure - perUnverified * objective.unverified) / SCALE)
}

function sumOf(arcs: readonly Arc[], weight: (arc: Arc) => number): Sum {
  const sum = emptySum()
  for (const arc of arcs) if (weight(arc) !== 0) addTerm(sum, arc.column, weight(arc))
  return sum
}

function groupBy<K>(arcs: readonly Arc[], key: (arc: Arc) => K): Map<K, Arc[]> {
  const groups = new Map<K, Arc[]>()
  for (const arc of arcs) {
    const group = groups.get(key(arc))
    if (group === undefined) groups.set(key(arc), [arc])
    else group.push(arc)
  }
  return groups
}
