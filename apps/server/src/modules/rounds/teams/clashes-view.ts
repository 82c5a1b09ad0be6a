// What clashes before anybody is asked: bars of everybody against every region of the round, capacity, unverified facts.
import type { ReplyOf, readClashes, Warning } from '@shengmian/contract'
import { cutTo } from '../../../platform/places.ts'
import type { Problem, ProblemPerson } from '@shengmian/dispatch'
import { skillLabel } from '../../registry/index.ts'
import { roleZh } from '../orders/issuer.ts'
import { buildProblem } from '../dispatch/build-problem.ts'
import { personNamer } from '../dispatch/person-view.ts'
import { joinMarks, prepareSeatReview, seatOf, type SeatReviewer } from '../dispatch/review-seat.ts'
import type { RoundWorld } from '../dispatch/round-world.ts'
import type { NamePlace } from '../round/round-names.ts'

type Clashes = ReplyOf<typeof readClashes>
type Person = Clashes['persons'][number]

export function clashesView(world: RoundWorld, name: NamePlace, only: string | null, calendar: readonly Warning[]): Clashes {
  const problem = buildProblem(world)
  const reviewer = prepareSeatReview(problem, world.facts)
  const level = reviewer.setting.rules.recusalLevel
  const regions = Map.groupBy(problem.targets, (target) => cutTo(target.region, level))
  const namePerson = personNamer(problem, world.facts, name)
  const people = problem.people.filter((person) => only === null || person.id === only)
  const persons = people.map((person) => clashesOf(problem, reviewer, person, regions, name, namePerson))
  const results = persons.flatMap((person) => person.clashes)
  return {
    people: problem.people.length,
    targets: problem.targets.length,
    seats: problem.teams.reduce((sum, team) => sum + team.slots.length, 0),
    pairs: problem.people.length * regions.size,
    barred: results.filter((clash) => clash.result === 'bar').length,
    unknown: results.filter((clash) => clash.result === 'unknown').length,
    persons: (only === null ? persons.filter((person) => person.clashes.length > 0) : persons).toSorted(
      (a, b) =>
        b.barredRegions - a.barredRegions || b.unverified.length - a.unverified.length || (a.person.id < b.person.id ? -1 : 1),
    ),
    capacity: capacityOf(problem),
    calendar: [...calendar],
    warnings: unlisted(world),
  }
}

function clashesOf(
  problem: Problem,
  reviewer: SeatReviewer,
  person: ProblemPerson,
  regions: ReadonlyMap<string, readonly Problem['targets'][number][]>,
  name: NamePlace,
  namePerson: (id: string) => Person['person'],
): Person {
  const seat = seatFor(problem, person)
  const clashes = [...regions].flatMap(([region, targets]): Person['clashes'] => {
    const reviews = targets.map((target) => reviewer.answers(person.id, target.id, seat))
    // the region is closed to him only where every target in it is
    const open = reviews.filter((answers) => !answers.some((answer) => answer.result === 'bar' && answer.waived === undefined))
    const marks = joinMarks(open.length === 0 ? reviews : open)
    const result = open.length === 0 ? 'bar' : marks.some((mark) => mark.result === 'unknown') ? 'unknown' : 'pass'
    if (result === 'pass') return []
    return [{ region: name(region), targets: targets.length, result, marks: marks.filter((mark) => mark.result === result) }]
  })
  const barredRegions = clashes.filter((clash) => clash.result === 'bar').length
  return {
    person: namePerson(person.id),
    freeRegions: regions.size - barredRegions,
    barredRegions,
    unverified: [...person.unverified, ...missingFacts(person)].filter((fact, index, all) => all.indexOf(fact) === index),
    clashes,
  }
}

function missingFacts(person: ProblemPerson): string[] {
  return (['home', 'native', 'postings'] as const).filter((fact) => person[fact] === null)
}

/** The seat that he would most likely fill: the first slot whose role, skill and origin fit. */
function seatFor(problem: Problem, person: ProblemPerson) {
  const slots = problem.teams.flatMap((team) => team.slots)
  const slot = slots.find(
    ({ role, skill, origin }) =>
      person.roles.includes(role) && (skill === undefined || person.skills.includes(skill)) && origin !== 'host',
  )
  return slot === undefined ? { role: person.roles[0] ?? 'member', origin: null } : seatOf(slot)
}

/** Seats against people who can fill them, by role and by role and skill. */
function capacityOf(problem: Problem): Clashes['capacity'] {
  const wanted = new Map<string, { role: string; skill: string | null; need: number }>()
  const count = (role: string, skill: string | null): void => {
    const key = `${role} ${skill ?? ''}`
    wanted.set(key, { role, skill, need: (wanted.get(key)?.need ?? 0) + 1 })
  }
  const slots = problem.teams.flatMap((team) => team.slots)
  for (const slot of slots) {
    count(slot.role, null)
    if (slot.skill !== undefined) count(slot.role, slot.skill)
  }
  const free = problem.people.filter((person) => !person.unavailable)
  const lines = [...wanted.values()].map(({ role, skill, need }) => {
    const have = free.filter((person) => person.roles.includes(role) && (skill === null || person.skills.includes(skill))).length
    const what =
      skill === null
        ? { zh: `能任${roleZh(role)}的人`, en: `people who fill ${role}` }
        : { zh: `能任${roleZh(role)}且会${skillLabel(skill)}的人`, en: `people who fill ${role} with ${skill}` }
    return { what, need, have, holds: have >= need }
  })
  return [
    { what: { zh: '总人数', en: 'people in all' }, need: slots.length, have: free.length, holds: free.length >= slots.length },
    ...lines,
  ]
}

function unlisted(world: RoundWorld): Warning[] {
  const units = world.facts.targets.filter((target) => target.insiders === null)
  return units.length === 0
    ? []
    : [
        {
          level: 'warn',
          rule: 'insiders',
          zh: `${units.length}个单位缺班子名单，亲属与关系两项无法比对，按“未核”计`,
          en: `${units.length} units have no list of officials: kin and ties cannot be compared and count as not verified`,
        },
      ]
}
