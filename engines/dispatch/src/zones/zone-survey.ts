// A zone-bound nation falls into problems of its own: nobody leaves his zone, so no team, bar or cost reaches over its border. What is
// kept here is one entry an id, never the elements themselves: they pass by, some of them twice.
import type { Problem, ProblemTie } from '../problem.ts'
import type { ReadIssue } from '../read-outcome.ts'
import type { ProblemElement } from '../read-problem.ts'
import { resolveRules } from '../rules.ts'
import { cutTo } from '../solve/compile/places.ts'
import { prepareZones } from './zone-finder.ts'

type Words = Pick<ReadIssue, 'zh' | 'en'>

export interface ZoneSurvey {
  /** First pass, everything but ties. A fault where an id is there twice. */
  readonly take: (element: ProblemElement) => Words | null
  /** After the first pass: the zones by name ('' = places in none), or why the problem cannot be cut. */
  readonly settle: () => { readonly kind: 'zones'; readonly zones: readonly string[] } | ({ readonly kind: 'whole' } & Words)
  /** Second pass, every tie: who is known to whose people and insiders. */
  readonly takeTie: (tie: ProblemTie) => void
  /** Third pass: the numbers of the zones that an element belongs to, none where it joins what can never meet; or a name that leads nowhere. */
  readonly place: (element: ProblemElement) => readonly number[] | Words
  /** Whether every host has one team only and lies in no other: the workloads of all teams are then settled before anybody plans. */
  readonly hasFixedWorkloads: () => boolean
}

/** Prepares to cut a problem whose elements come one at a time; `head` is its first line. Pure; a survey serves one file. */
export function surveyZones(head: Problem): ZoneSurvey {
  const rules = resolveRules(head.rules)
  const finder = prepareZones()
  const homes = new Map<string, string | null>()
  const hosts = new Map<string, { readonly home: string | null; readonly host: string | null }>()
  const targets = new Map<string, { readonly region: string; readonly insiders: readonly string[] }>()
  const pins: { readonly person: string; readonly team: string }[] = []
  const zoneOf = { people: new Map<string, number>(), teams: new Map<string, number>(), targets: new Map<string, number>() }
  const answersIn = new Map<string, readonly number[]>()
  const knownIn = new Map<string, readonly number[]>()
  let zones: readonly string[] = []
  let homeless: string | null = null

  return {
    take({ list, element }) {
      if (list === 'regions') finder.add(element)
      else if (list === 'pins') pins.push(element)
      else if (list === 'people') {
        if (homes.has(element.id)) return twice('人员', 'person', element.id)
        homes.set(element.id, element.home)
        if (element.home === null && !element.unavailable) homeless ??= element.id
      } else if (list === 'teams') {
        if (hosts.has(element.id)) return twice('巡察组', 'team', element.id)
        hosts.set(element.id, { home: element.home, host: element.host })
      } else if (list === 'targets') {
        if (targets.has(element.id)) return twice('对象', 'target', element.id)
        targets.set(element.id, { region: element.region, insiders: element.insiders })
      }
      return null
    },
    settle() {
      const why = whyWhole()
      if (why !== null) return { kind: 'whole', ...why }
      const numbers = new Map<string, number>()
      const numberOf = (name: string): number => {
        const number = numbers.get(name) ?? numbers.size
        numbers.set(name, number)
        return number
      }
      // In the order of names, so that the order of the file decides nothing
      const names = new Set([...hosts.values()].map(({ host }) => finder.zoneOf(host)))
      for (const home of homes.values()) names.add(finder.zoneOf(home))
      for (const { region } of targets.values()) names.add(finder.zoneOf(region))
      zones = [...names].sort()
      zones.forEach(numberOf)
      for (const [id, home] of homes) zoneOf.people.set(id, numberOf(finder.zoneOf(home)))
      for (const [id, { host }] of hosts) zoneOf.teams.set(id, numberOf(finder.zoneOf(host)))
      for (const [id, { region, insiders }] of targets) {
        const zone = numberOf(finder.zoneOf(region))
        zoneOf.targets.set(id, zone)
        for (const insider of insiders) include(answersIn, insider, [zone])
      }
      const astray = pins.find(({ person, team }) => {
        const [from, to] = [zoneOf.people.get(person), zoneOf.teams.get(team)]
        return from !== undefined && to !== undefined && from !== to
      })
      if (astray !== undefined)
        return {
          kind: 'whole',
          zh: `指定 ${astray.person} → ${astray.team} 跨片区`,
          en: `the pin ${astray.person} → ${astray.team} crosses zones`,
        }
      finder.settle(numbers)
      targets.clear()
      return { kind: 'zones', zones }
    },
    takeTie({ a, b }) {
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const person = zoneOf.people.get(one)
        if (person !== undefined) include(knownIn, other, [person])
        const answering = answersIn.get(one)
        if (answering !== undefined) include(knownIn, other, answering)
      }
    },
    place: (element) => place(element),
    hasFixedWorkloads: () => {
      // In order, a place comes right before the first place inside it
      const sorted = [...hosts.values()].map(({ host }) => cutTo(rules.recusalLevel, host ?? '')).sort()
      return sorted.every((host, i) => i === 0 || !host.startsWith(sorted[i - 1] ?? ''))
    },
  }

  function whyWhole(): Words | null {
    if (!rules.zoneBound || !rules.hostPerTeam) return { zh: '本轮不限片区', en: 'the round is not bound to zones' }
    for (const [id, { home, host }] of hosts) {
      if (host === null) return { zh: `${id} 组的被巡察地未定`, en: `the host of team ${id} is not given` }
      if (home !== null && finder.zoneOf(home) !== finder.zoneOf(host))
        return { zh: `${id} 组跨片区`, en: `the team ${id} crosses zones` }
    }
    // Whose home is unknown may go anywhere: the rule on zones does not hold him
    if (homeless !== null) return { zh: `${homeless} 的工作地未知`, en: `the home of ${homeless} is not known` }
    return null
  }

  function place({ list, element }: ProblemElement): readonly number[] | Words {
    if (list === 'regions') return finder.zonesWith(element.code)
    if (list === 'rounds' || list === 'dispatched') return zones.map((_, zone) => zone)
    if (list === 'people') return one(zoneOf.people, element.id, '人员', 'person')
    if (list === 'teams') return one(zoneOf.teams, element.id, '巡察组', 'team')
    if (list === 'targets') return one(zoneOf.targets, element.id, '对象', 'target')
    if (list === 'history') return one(zoneOf.people, element.person, '人员', 'person')
    if (list === 'ties') return common(zonesKnowing(element.a), zonesKnowing(element.b))
    if (list === 'travel') return finder.inBoth(element[0], element[1])
    if (list === 'apart')
      return meet(one(zoneOf.people, element[0], '人员', 'person'), one(zoneOf.people, element[1], '人员', 'person'))
    const person = one(zoneOf.people, element.person, '人员', 'person')
    if (list === 'pins') return meet(person, one(zoneOf.teams, element.team, '巡察组', 'team'))
    return meet(person, one(zoneOf.targets, element.target, '对象', 'target'))
  }

  /** The zones in which a person serves, an insider answers, or either of them is known to him. */
  function zonesKnowing(id: string): readonly number[] {
    const person = zoneOf.people.get(id)
    const found = new Set([...(answersIn.get(id) ?? []), ...(knownIn.get(id) ?? []), ...(person === undefined ? [] : [person])])
    return [...found]
  }
}

function twice(zh: string, en: string, id: string): Words {
  return { zh: `${zh} ${id} 重复`, en: `the ${en} ${id} is there twice` }
}

function one(zones: ReadonlyMap<string, number>, id: string, zh: string, en: string): readonly number[] | Words {
  const zone = zones.get(id)
  return zone === undefined ? { zh: `没有 ${zh} ${id}`, en: `there is no ${en} ${id}` } : [zone]
}

/** Two ends that lie in different zones can never meet; an end that leads nowhere is a fault. */
function meet(a: readonly number[] | Words, b: readonly number[] | Words): readonly number[] | Words {
  if ('en' in a) return a
  return 'en' in b ? b : common(a, b)
}

function common(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.filter((zone) => b.includes(zone))
}

function include(zones: Map<string, readonly number[]>, id: string, more: readonly number[]): void {
  const known = zones.get(id)
  if (known === undefined) zones.set(id, more)
  else if (more.some((zone) => !known.includes(zone))) zones.set(id, [...new Set([...known, ...more])])
}
