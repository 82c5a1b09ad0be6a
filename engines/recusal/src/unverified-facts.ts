import { isUnverified } from './context.ts'
import { isAtLeast, liesIn } from './places.ts'
import type { FactName, RecusalRules, ReviewPerson, ReviewTarget, Seat } from './types.ts'

type Place = Pick<ReviewTarget, 'region'>

/**
 * The facts that an active rule reads of a person in this seat and that are unverified: null, listed as unverified, or (native place and
 * postings) known only above the recusal level while a target lies inside. Each counts once a member, whatever the number of targets:
 * this is level 3 of the dispatch objective. `unit` is read of local members only; `postings` where a posting limit or the seat asks for it.
 */
export function unverifiedFacts(
  person: ReviewPerson,
  seat: Seat,
  targets: readonly Place[],
  rules: Pick<RecusalRules, 'recusalLevel' | 'coolingOffYears' | 'longPostingYears'>,
): readonly FactName[] {
  const isLocal = seat.origin === 'host'
  const readsPostings = isLocal || rules.coolingOffYears !== null || rules.longPostingYears !== null
  const facts: FactName[] = []
  if (isUnverified(person, 'home')) facts.push('home')
  if (isUnverified(person, 'native') || (person.native !== null && isVague(person.native, targets, rules))) facts.push('native')
  if (readsPostings) {
    const hasVague = (person.postings ?? []).some((posting) => isVague(posting.region, targets, rules))
    if (hasVague || isUnverified(person, 'postings')) facts.push('postings')
  }
  if (isUnverified(person, 'ties')) facts.push('ties')
  if (isLocal && isUnverified(person, 'unit')) facts.push('unit')
  return facts
}

function isVague(place: string, targets: readonly Place[], rules: Pick<RecusalRules, 'recusalLevel'>): boolean {
  return !isAtLeast(rules.recusalLevel, place) && targets.some((target) => liesIn(place, target.region))
}
