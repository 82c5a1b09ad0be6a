// Everything that a clash can be made of, by rule: which subjects a rule speaks of in this problem.
import type { Instance } from '../compile/instance.ts'
import { apartSubject } from '../exact/team-rows.ts'
import type { Option } from '../layout/options.ts'
import { SEAT_RULES, type RuleName, type SeatRule } from '../rule-names.ts'
import type { Element } from './oracle.ts'

/** Legal grounds and the office's own decisions about places: named in a clash, never offered for relaxation. */
const NEVER_RELAXED: readonly RuleName[] = [
  'home',
  'native',
  'posting',
  'kin',
  'tie',
  'barred',
  'local',
  'self',
  'level',
  'one-team',
]

export function isRelaxable(rule: RuleName): boolean {
  return !NEVER_RELAXED.includes(rule)
}

/** Without these nobody has to be anywhere: they stand behind every clash. */
export const DEMANDS: readonly RuleName[] = ['slot', 'one-team']

/** Rules, demands aside, that say anything in this problem; what an office decides first, so that a clash rather names that than single people's bars. */
export function activeRules(instance: Instance, options: readonly Option[]): readonly RuleName[] {
  const { rules, problem } = instance
  const broken = new Set(options.flatMap((option) => option.breaks))
  const isActive: Partial<Record<RuleName, boolean>> = {
    unknown: rules.unverified === 'bar',
    level: rules.elevated,
    'whole-team': rules.wholeTeams,
    zone: rules.zoneBound,
    unavailable: problem.people.some((person) => person.unavailable),
    pin: problem.pins.length > 0,
    local: problem.teams.some((team) => team.slots.some((slot) => slot.origin === 'host')),
    posting: rules.coolingOffYears !== null || rules.longPostingYears !== null,
    repeat: problem.history.length > 0,
    kin: problem.ties.length > 0,
    tie: problem.ties.length > 0,
    barred: problem.barred.length > 0,
    'same-home': rules.maxSameHome !== null,
    leaders: rules.distinctLeaders,
    apart: problem.apart.length > 0,
    senior: rules.minSenior > 0,
    newcomers: rules.maxNewcomers !== null,
    need: problem.targets.some((target) => target.needs.length > 0),
    self: broken.has('self'),
    again: broken.has('again'),
    reversal: broken.has('reversal'),
    swap: rules.noSwap,
  }
  const teamRules = ['self', 'swap', 'again', 'reversal', 'same-home', 'leaders', 'apart', 'senior', 'newcomers', 'need'] as const
  const all: readonly RuleName[] = [...teamRules, ...[...SEAT_RULES].reverse()]
  return all.filter((rule) => isActive[rule] ?? true)
}

/** More people than this are named by their number. */
const MANY_PEOPLE = 30

/** A rule that speaks of a team as a whole: naming every person whom it keeps away would tell nobody anything. */
export function isWhole(rule: RuleName): boolean {
  return rule === 'whole-team' || rule === 'level' || rule === 'zone'
}

/** The subjects of a rule as elements; the empty subject stands for all of them, where naming each would tell nobody anything. */
export function elementsOf(instance: Instance, options: readonly Option[], rule: RuleName): readonly Element[] {
  const subjects = subjectsOf(instance, options, rule)
  const isSeatRule = SEAT_RULES.some((seatRule) => seatRule === rule)
  if (isWhole(rule) || (isSeatRule && subjects.length > MANY_PEOPLE)) return [{ rule, subject: '' }]
  return subjects.map((subject) => ({ rule, subject }))
}

function subjectsOf(instance: Instance, options: readonly Option[], rule: RuleName): readonly string[] {
  const { problem } = instance
  const teams = problem.teams.map((team) => team.id)
  switch (rule) {
    case 'slot':
      return problem.teams.flatMap((team, t) => (instance.kinds[t] ?? []).map((_, k) => `${team.id} ${k}`))
    case 'one-team':
    case 'need':
      return problem.targets.filter((target) => rule === 'one-team' || target.needs.length > 0).map((target) => target.id)
    case 'apart':
      return [
        ...new Set(
          problem.apart.map(([a, b]) =>
            apartSubject(problem.people, instance.personIndex.get(a) ?? 0, instance.personIndex.get(b) ?? 0),
          ),
        ),
      ]
    case 'swap':
      return teams.flatMap((a, k) => teams.slice(k + 1).map((b) => `${a} ${b}`))
    case 'self':
    case 'again':
    case 'reversal':
      return teams.filter((_, t) => options.some((option) => option.team === t && option.breaks.includes(rule)))
    case 'same-home':
    case 'leaders':
    case 'senior':
    case 'newcomers':
      return teams
    default:
      return peopleAgainst(instance, options, rule)
  }
}

/** People whom a seat rule keeps from at least one place. */
function peopleAgainst(instance: Instance, options: readonly Option[], rule: SeatRule): readonly string[] {
  const { problem, pinsOf } = instance
  if (rule === 'pin') return problem.people.filter((_, i) => pinsOf.has(i)).map((person) => person.id)
  if (rule === 'unavailable') return problem.people.filter((person) => person.unavailable).map((person) => person.id)
  if (rule === 'level' || rule === 'whole-team' || rule === 'zone') return problem.people.map((person) => person.id)
  const bit = 1 << SEAT_RULES.indexOf(rule)
  const isLocal = rule === 'local' || rule === 'kin' || rule === 'tie' || rule === 'barred' || rule === 'unknown'
  const reachable = new Set(options.flatMap((option) => option.targets))
  return problem.people
    .filter((_, i) =>
      [...reachable].some(
        (d) => (instance.bars.between(i, d, false) & bit) !== 0 || (isLocal && (instance.bars.between(i, d, true) & bit) !== 0),
      ),
    )
    .map((person) => person.id)
}
