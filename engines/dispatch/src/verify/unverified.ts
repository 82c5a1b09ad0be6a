// Unknown is not clear: which facts about a person are missing or doubtful although an active rule reads them.
import type { FactName, ProblemTarget } from '../problem.ts'
import type { Seat } from './finding.ts'
import { liesIn, reaches } from './places.ts'
import type { Ground } from './world.ts'

/** The unverified facts of a seat, each once, for the targets of his team. */
export function unverifiedFacts(ground: Ground, seat: Seat, targets: readonly ProblemTarget[]): FactName[] {
  return factsRead(ground, seat).filter((fact) => isUnverified(ground, seat, fact, targets))
}

/** `local` reads everything about a local; nobody else's own unit is read, and his postings only while a posting can bar him. */
function factsRead({ rules }: Ground, { isLocal }: Seat): FactName[] {
  const always: FactName[] = ['home', 'native', 'ties']
  if (isLocal) return [...always, 'postings', 'unit']
  const postingsBar = rules.coolingOffYears !== null || rules.longPostingYears !== null
  return postingsBar ? [...always, 'postings'] : always
}

function isUnverified(ground: Ground, { person }: Seat, fact: FactName, targets: readonly ProblemTarget[]): boolean {
  if (person.unverified.includes(fact)) return true
  if (fact !== 'ties' && person[fact] === null) return true
  if (fact === 'native') return person.native !== null && isTooVague(ground, person.native, targets)
  if (fact === 'postings') return (person.postings ?? []).some((post) => isTooVague(ground, post.region, targets))
  return false
}

/** A place known only above the recusal level says nothing about a target inside it. */
function isTooVague({ rules }: Ground, place: string, targets: readonly ProblemTarget[]): boolean {
  return !reaches(place, rules.recusalLevel) && targets.some((target) => liesIn(target.region, place))
}
