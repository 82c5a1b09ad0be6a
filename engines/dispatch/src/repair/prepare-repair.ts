// A plan repaired after late facts: prepared once, then asked again and again, each answer moving as few people as can be.
import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { checkDraft } from '../solve/check-draft.ts'
import { compileInstance, type Instance } from '../solve/compile/instance.ts'
import type { DraftPlan } from '../solve/draft.ts'
import { listChanges, writePlan } from '../solve/write-plan.ts'
import { changeInstance, tiesByEnd } from './changed-instance.ts'
import type { Bench } from './exchanges.ts'
import { mendTeam, type MendedTeam } from './mend-team.ts'
import type { RepairAnswer, RepairChange, RepairProof } from './repair-answer.ts'
import { readStanding, refreshStanding, type Standing } from './standing.ts'

/** Whole teams tried before a search ends: a fifth of a second at 10,000 people. */
const PATIENCE = 40_000

export interface RepairOptions {
  /** Whole teams that may be tried; counted, never timed, so that every machine answers the same. */
  readonly patience?: number
}

export type Repair = (changes: readonly RepairChange[], options?: RepairOptions) => RepairAnswer

/**
 * Makes ready to repair a plan: compiles the problem and reads where the plan stands under it. The function answered repairs the plan
 * for late facts on top of the problem (none: for what the problem itself says against the plan), places and targets kept where they can
 * be, the fewest people moved first, then the six levels; with a proof, or saying what is not proven. Answers `beyond` where more than a
 * chain of three people is needed or the places no longer fit: then `planDispatch` with `keep` is to be asked. No clock, no randomness.
 */
export function prepareRepair(problem: Problem, plan: Plan): Repair {
  const base = compileInstance(problem)
  const standing = readStanding(base, plan)
  const tiesOf = tiesByEnd(problem.ties)
  return (changes, { patience = PATIENCE } = {}) => {
    if (standing === null) return PLACES
    const { instance, touched } = changeInstance(base, tiesOf, changes)
    return repairStanding(instance, refreshStanding(instance, standing, touched), plan, patience)
  }
}

const PLACES = {
  kind: 'beyond',
  zh: '各组的去处或对象与问题不再一致，须重新编组',
  en: 'hosts, teams or targets of the plan no longer answer the problem: it has to be planned again',
} as const
const DEEP = {
  kind: 'beyond',
  zh: '在搜索限度内，逐组变动三人以内修补不成，须重新编组',
  en: 'within the limit of the search no chain of up to three people mends it: it has to be planned again',
} as const

function repairStanding(instance: Instance, before: Standing, plan: Plan, patience: number): RepairAnswer {
  let standing = before
  const mended: MendedTeam[] = []
  const astray = standing.pinsUnmet.flatMap((i) => [standing.teamOf.get(i) ?? null, ...(instance.pinsOf.get(i) ?? [])])
  const broken = [...new Set([...standing.broken, ...astray.filter((t) => t !== null)])].sort((a, b) => a - b)
  for (const t of broken) {
    if (mended.length > 0 && !standing.broken.has(t)) continue
    const bench: Bench = { instance, standing, patience, tried: 0, isCut: false }
    const one = mendTeam(bench, t)
    if (one === null) return DEEP
    mended.push(one)
    standing = settle(instance, standing, one)
  }
  const draft: DraftPlan = standing.teams
  if (standing.broken.size > 0 || (instance.pinsOf.size > 0 && checkDraft(instance, draft).length > 0)) return DEEP
  const changes = listChanges(instance, plan, planOf(instance, draft, plan))
  return {
    kind: 'repaired',
    problem: instance.problem,
    changes,
    moved: changes.filter(({ person }) => instance.personIndex.has(person)).length,
    objective: standing.objective,
    proof: joinProofs(mended),
    writePlan: () => writePlan(instance, draft, { seed: plan.seed, effort: plan.effort, bounds: {}, certificates: [] }),
  }
}

/** Enough of a plan to be held against the older one. */
function planOf(instance: Instance, draft: DraftPlan, older: Plan): Plan {
  const { problem } = instance
  const teams = draft.map(({ option, members }, t) => ({
    id: problem.teams[t]?.id ?? '',
    home: option.home,
    host: option.host,
    targets: [],
    members: members.map(({ person, slot }) => ({ person: problem.people[person]?.id ?? '', slot })),
  }))
  return { ...older, teams }
}

function settle(instance: Instance, before: Standing, { mended }: MendedTeam): Standing {
  const teams = [...before.teams]
  const teamOf = new Map(before.teamOf)
  const slotOf = new Map(before.slotOf)
  const broken = new Set(before.broken)
  const optionsOf = [...before.optionsOf]
  for (const team of mended.teams) for (const { person } of before.teams[team.option.team]?.members ?? []) teamOf.delete(person)
  for (const team of mended.teams) {
    const t = team.option.team
    teams[t] = team
    broken.delete(t)
    optionsOf[t] = [team.option, ...(before.optionsOf[t] ?? []).filter((option) => option !== team.option)]
    for (const { person, slot } of team.members) {
      teamOf.set(person, t)
      slotOf.set(person, slot)
    }
  }
  const settled = { ...before, teams, teamOf, slotOf, broken, optionsOf, objective: mended.objective }
  const reserve = instance.problem.people.flatMap((_, i) => (teamOf.has(i) ? [] : [i]))
  return {
    ...refreshed(
      instance,
      settled,
      mended.teams.map((team) => team.option.team),
    ),
    reserve,
    objective: mended.objective,
  }
}

function refreshed(instance: Instance, standing: Standing, changed: readonly number[]): Standing {
  const members = changed.flatMap((t) => standing.teams[t]?.members ?? []).map(({ person }) => person)
  return refreshStanding(instance, standing, new Set(members))
}

/** Several teams are mended one after the other: each by the fewest people, which does not prove it of all together. */
function joinProofs(mended: readonly MendedTeam[]): RepairProof {
  const [only, ...more] = mended
  if (only === undefined)
    return {
      isFewest: true,
      isBest: true,
      exhausted: [],
      zh: '计划仍然有效，无人变动',
      en: 'the plan still holds: nobody is moved',
    }
  if (more.length === 0) return only.proof
  const isFewest = mended.every(({ moved }) => moved === 0)
  const count = mended.reduce((sum, { moved }) => sum + moved, 0)
  return {
    isFewest,
    isBest: false,
    exhausted: mended.flatMap(({ proof }) => proof.exhausted),
    zh: `${mended.length} 个组逐组修补，共变动 ${count} 人；未证明合起来最少`,
    en: `${mended.length} teams mended one after the other, ${count} people moved; not proven the fewest together`,
  }
}
