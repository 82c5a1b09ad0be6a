// Who may sit where under an option: for each person the kinds of slot open to him, and what stands against the rest.
import { cutTo } from '../compile/places.ts'
import type { Instance, Kind } from '../compile/instance.ts'
import { bitOf } from '../rule-names.ts'
import type { Option } from './options.ts'

/** Whether role, skill and origin fit: facts that no rule can lift. */
export function fitsKind(instance: Instance, i: number, kind: Kind, option: Option): boolean {
  const person = instance.problem.people[i]
  if (person === undefined || !person.roles.includes(kind.role)) return false
  if (kind.skill !== null && instance.skills[i]?.has(kind.skill) !== true) return false
  if (kind.origin === null) return true
  const place = kind.origin === 'sender' ? option.home : option.host
  return place !== null && person.home !== null && person.home.startsWith(place)
}

/** Without targets no pair is judged, but what is unknown of a person is no less unknown. */
export function isUnknown(instance: Instance, i: number, local: boolean): boolean {
  return instance.rules.unverified === 'bar' && instance.unverified(i, [], local) !== 0
}

/** Bits of the rules, but for those about targets, that stand between a person and a kind of slot under an option. */
export function placeBits(instance: Instance, i: number, kind: Kind, option: Option): number {
  const { rules, map, homeOf, problem } = instance
  const person = problem.people[i]
  if (person === undefined) return 0
  let bits = person.unavailable ? bitOf('unavailable') : 0
  if (option.targets.length === 0 && isUnknown(instance, i, kind.local)) bits |= bitOf('unknown')
  const isElevated = rules.elevated && kind.leads
  if (isElevated) {
    const base = option.home ?? option.host
    const above = person.home !== null && base !== null && base !== person.home && base.startsWith(person.home)
    if (!above) bits |= bitOf('level')
  }
  if (rules.wholeTeams && !isElevated && !kind.local) {
    const home = homeOf[i] ?? -1
    const own = home < 0 ? null : instance.homes[home]
    if (option.home === null || own !== cutTo(rules.homeLevel, option.home)) bits |= bitOf('whole-team')
  }
  if (rules.zoneBound && option.home === null && option.host !== null && person.home !== null) {
    if (map.zoneOf(person.home) !== map.zoneOf(option.host)) bits |= bitOf('zone')
  }
  const pins = instance.pinsOf.get(i)
  if (pins?.some((team) => team !== option.team)) bits |= bitOf('pin')
  return bits
}

/** Bits that stand between a person and every target of a list, and for each target the bits of its own. */
export function targetBits(
  instance: Instance,
  i: number,
  targets: readonly number[],
  local: boolean,
): { readonly any: number; readonly each: readonly number[] } {
  let any = 0
  const each = targets.map((d) => {
    const bits = instance.bars.between(i, d, local)
    any |= bits
    return bits
  })
  return { any, each }
}
