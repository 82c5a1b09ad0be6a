// The solver's own check of a finished draft, rule by rule in integers: whatever a search or HiGHS says, no plan leaves with a rule
// broken. It reads the compiled problem, so it guards against a wrong search; the independent verifier guards against the rest.
import type { Instance } from './compile/instance.ts'
import { cutTo } from './compile/places.ts'
import { kindOf, type DraftPlan, type DraftTeam } from './draft.ts'
import { isSwap } from './layout/options.ts'
import { fitsKind, isUnknown, placeBits } from './layout/seats.ts'
import { bitOf, rulesOf, type RuleName } from './rule-names.ts'

export interface Breach {
  readonly rule: RuleName
  readonly subject: string
}

/** Every rule that the draft breaks. */
export function checkDraft(instance: Instance, plan: DraftPlan): readonly Breach[] {
  const { problem } = instance
  const breaches: Breach[] = []
  const add = (rule: RuleName, subject: string): void => {
    breaches.push({ rule, subject })
  }
  const serves = new Map<number, number>()
  const takenBy = new Map<number, number>()
  plan.forEach((team, t) => {
    for (const { person } of team.members) {
      if (serves.has(person)) add('one-team', problem.people[person]?.id ?? '')
      serves.set(person, t)
    }
    for (const d of team.targets) {
      if (takenBy.has(d) || !team.option.targets.includes(d)) add('one-team', problem.targets[d]?.id ?? '')
      takenBy.set(d, t)
    }
    if (team.option.team !== t) add('slot', problem.teams[t]?.id ?? '')
    for (const rule of team.option.breaks) add(rule, problem.teams[t]?.id ?? '')
    checkSeats(instance, team, add)
    checkMix(instance, team, add)
  })
  problem.targets.forEach((target, d) => takenBy.has(d) || add('one-team', target.id))
  for (const [person, teams] of instance.pinsOf) {
    if (!teams.every((team) => serves.get(person) === team)) add('pin', problem.people[person]?.id ?? '')
  }
  plan.forEach((a, t) => {
    for (const b of plan.slice(t + 1)) if (isSwap(instance, a.option, b.option)) add('swap', problem.teams[t]?.id ?? '')
  })
  return breaches
}

/** Every rule that one team breaks, whatever the others do. */
export function checkTeam(instance: Instance, team: DraftTeam): readonly Breach[] {
  const breaches: Breach[] = []
  const add = (rule: RuleName, subject: string): void => {
    breaches.push({ rule, subject })
  }
  for (const rule of team.option.breaks) add(rule, instance.problem.teams[team.option.team]?.id ?? '')
  checkSeats(instance, team, add)
  checkMix(instance, team, add)
  return breaches
}

type Add = (rule: RuleName, subject: string) => void

function checkSeats(instance: Instance, team: DraftTeam, add: Add): void {
  const id = instance.problem.teams[team.option.team]?.id ?? ''
  const filled = new Set(team.members.map((member) => member.slot))
  const slots = instance.problem.teams[team.option.team]?.slots.length ?? 0
  if (filled.size !== slots || team.members.length !== slots) add('slot', id)
  for (const { person, slot } of team.members) {
    const kind = kindOf(instance, team.option.team, slot)
    if (kind === undefined || !fitsKind(instance, person, kind, team.option)) {
      add('slot', id)
      continue
    }
    let bits = placeBits(instance, person, kind, team.option)
    for (const d of team.targets) bits |= instance.bars.between(person, d, kind.local)
    if (team.targets.length === 0 && isUnknown(instance, person, kind.local)) bits |= bitOf('unknown')
    for (const rule of rulesOf(bits)) add(rule, instance.problem.people[person]?.id ?? '')
  }
}

function checkMix(instance: Instance, team: DraftTeam, add: Add): void {
  const { rules, problem, homeOf, apartFrom } = instance
  const id = problem.teams[team.option.team]?.id ?? ''
  const homes = new Map<number, number>()
  const leaderHomes = new Set<number>()
  const members = new Set(team.members.map((member) => member.person))
  for (const { person, slot } of team.members) {
    const kind = kindOf(instance, team.option.team, slot)
    const home = homeOf[person] ?? -1
    if (home >= 0 && kind?.local === false) homes.set(home, (homes.get(home) ?? 0) + 1)
    if (home >= 0 && kind?.leads === true && rules.distinctLeaders) {
      if (leaderHomes.has(home)) add('leaders', id)
      leaderHomes.add(home)
    }
    if (apartFrom[person]?.some((other) => members.has(other))) add('apart', id)
  }
  const { maxSameHome, maxNewcomers } = rules
  if (maxSameHome !== null && [...homes.values()].some((count) => count > maxSameHome)) add('same-home', id)
  const count = (flags: Uint8Array): number => [...members].reduce((sum, person) => sum + (flags[person] ?? 0), 0)
  if (count(instance.senior) < rules.minSenior) add('senior', id)
  if (maxNewcomers !== null && count(instance.newcomer) > maxNewcomers) add('newcomers', id)
  for (const d of team.targets) {
    const needs = problem.targets[d]?.needs ?? []
    const isMet = needs.every((skill) => [...members].some((person) => instance.skills[person]?.has(skill) === true))
    if (!isMet) add('need', problem.targets[d]?.id ?? '')
  }
  const { option } = team
  const isInside = team.targets.every((d) => {
    const region = problem.targets[d]?.region ?? ''
    return option.region === null || cutTo(rules.recusalLevel, region) === option.region
  })
  if (!isInside) add('one-team', id)
}
