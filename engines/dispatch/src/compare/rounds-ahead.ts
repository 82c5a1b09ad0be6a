// How many rounds can follow: constructed and counted for a rotation, bounded by counting for everything else.
import type { ResolvedRules } from '../rules.ts'
import type { RotationProblem } from '../rotation/problem.ts'
import { countRounds } from '../rotation/schedule-rotation.ts'
import type { Instance } from '../solve/compile/instance.ts'
import { cutTo } from '../solve/compile/places.ts'
import { bitOf } from '../solve/rule-names.ts'
import type { Measured, Words } from './comparison.ts'

const ENDLESS: Words = { zh: '没有尽头', en: 'they never end' }
const UNCOUNTED: Words = {
  zh: '组数与地区数不相等、也未指定各组去向，无法事先计数',
  en: 'teams are not as many as regions and have no hosts given, so rounds cannot be counted in advance',
}

/** Rounds of a rotation under its own rules, and with neither repeat nor reversal for ever. */
export async function countRotations(instance: Instance): Promise<{ readonly rounds: Measured; readonly strict: Measured }> {
  const problem = asRotation(instance, instance.rules)
  if (problem === null) return { rounds: unknown(UNCOUNTED), strict: unknown(UNCOUNTED) }
  const strict: RotationProblem = {
    ...problem,
    dispatched: [],
    rules: { ...problem.rules, again: 'bar', reversal: 'bar', repeatRounds: null },
  }
  return { rounds: await countZones(problem), strict: await countZones(strict) }
}

/**
 * The most rounds before everybody able has been everywhere that his bars and `repeatRounds` leave him; an upper bound. Past rounds
 * are left aside: it is a figure of the mode, not of the year.
 */
export function boundReuse(law: Instance): Measured {
  const { problem, rules } = law
  const window = rules.repeatRounds ?? 0
  if (window === 0) return { value: null, bound: null, isProven: false, note: ENDLESS }
  const open = openRegions(law)
  const seats = problem.teams.reduce((sum, team) => sum + team.slots.length, 0)
  const most = Array.from({ length: window + 1 }, (_, k) => k + 1).filter(
    (rounds) => open.reduce((sum, regions) => sum + Math.min(rounds, regions), 0) >= rounds * seats,
  )
  const last = most.at(-1) ?? 0
  const isEndless = last === window + 1
  return { value: isEndless ? null : last, bound: isEndless ? null : last, isProven: false, note: isEndless ? NO_LIMIT : null }
}

const NO_LIMIT: Words = { zh: '这样计数看不到尽头', en: 'this count sees no end' }
export const AT_HOME: Words = { zh: '本地人员本应回避', en: 'people at home are barred from the first round' }

/** For each available person, the regions in which some target is barred by nothing but an earlier inspection. */
function openRegions({ problem, rules, bars }: Instance): readonly number[] {
  const regions = problem.targets.map(({ region }) => cutTo(rules.recusalLevel, region))
  const others = ~bitOf('repeat')
  return problem.people.flatMap((person, i) =>
    person.unavailable ? [] : [new Set(regions.filter((_, d) => (bars.between(i, d, false) & others) === 0)).size],
  )
}

function asRotation(instance: Instance, rules: ResolvedRules): RotationProblem | null {
  const { problem, map } = instance
  const cut = (code: string): string => cutTo(rules.homeLevel, code)
  const receives = countBy(problem.teams.flatMap(({ host }) => (host === null ? [] : [cut(host)])))
  const targets = [...new Set(problem.targets.map(({ region }) => cut(region)))]
  if (problem.teams.some(({ host }) => host === null)) {
    if (problem.teams.some(({ host }) => host !== null) || targets.length !== problem.teams.length) return null
    for (const code of targets) receives.set(code, 1)
  }
  const given = countBy(problem.teams.flatMap(({ home }) => (home === null ? [] : [cut(home)])))
  const able = countBy(problem.people.flatMap(({ home, unavailable }) => (home === null || unavailable ? [] : [cut(home)])))
  const size = Math.max(1, Math.min(...problem.teams.map(({ slots }) => slots.length)))
  const allGiven = problem.teams.every(({ home }) => home !== null)
  const sends = (code: string): [number, number] => {
    const own = given.get(code) ?? 0
    return allGiven ? [own, own] : [own, Math.max(own, Math.min(1000, Math.floor((able.get(code) ?? 0) / size)))]
  }
  const codes = [...new Set([...receives.keys(), ...able.keys(), ...given.keys()])].sort()
  const names = new Map(problem.regions.map(({ code, name }) => [code, name]))
  return {
    format: 'shengmian.rotation-problem/1',
    name: problem.name,
    rounds: problem.rounds,
    wanted: 1,
    rules: { noSwap: rules.noSwap, again: rules.again, reversal: rules.reversal, repeatRounds: rules.repeatRounds ?? 0 },
    members: codes.map((code) => ({
      code,
      name: names.get(code) ?? code,
      zone: rules.zoneBound ? map.zoneOf(code) : null,
      sends: sends(code),
      receives: receives.get(code) ?? 0,
    })),
    barred: [],
    dispatched: problem.dispatched.map(({ round, home, host }) => ({ round, home: cut(home), host: cut(host) })),
    travel: [],
  }
}

/** The zone with fewest rounds decides. */
async function countZones(problem: RotationProblem): Promise<Measured> {
  const counts = await countRounds(problem)
  const worst = counts.reduce((a, b) => ((b.reached ?? Infinity) < (a.reached ?? Infinity) ? b : a))
  const bounds = counts.flatMap(({ most }) => (most === null ? [] : [most]))
  const bound = bounds.length === 0 ? null : Math.min(...bounds)
  if (worst.reached === null) return { value: null, bound, isProven: bound === null, note: ENDLESS }
  const zone: Words = worst.zone === null ? { zh: '', en: '' } : { zh: `${worst.zone}：`, en: `${worst.zone}: ` }
  const note = { zh: `${zone.zh}${worst.limit.zh}`, en: `${zone.en}${worst.limit.en}` }
  return { value: worst.reached, bound, isProven: worst.reached === bound, note }
}

function countBy(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

function unknown(note: Words): Measured {
  return { value: null, bound: null, isProven: false, note }
}
