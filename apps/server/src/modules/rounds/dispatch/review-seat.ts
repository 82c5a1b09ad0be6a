// The recusal engine asked about one person in one seat against all targets of a team: six marks, the gravest of each.
import type { CheckFact, Mark } from '@shengmian/contract'
import { resolveRules as dispatchRules, type Problem } from '@shengmian/dispatch'
import {
  gatherMarks,
  marks as markEntries,
  prepareExposure,
  prepareReview,
  type Answer,
  type Fact,
  type Result,
  type ReviewPerson,
  type ReviewTarget,
  type Seat,
  type Setting,
} from '@shengmian/recusal'
import type { DispatchFacts } from '../../registry/index.ts'

export interface SeatReviewer {
  readonly setting: Setting
  readonly person: (id: string) => ReviewPerson | null
  readonly target: (id: string) => ReviewTarget | null
  readonly answers: (person: string, target: string, seat: Seat) => readonly Answer[]
  /** Six marks over several targets. */
  readonly marks: (person: string, targets: readonly string[], seat: Seat) => readonly Mark[]
  /** Thousandths of a person, summed over the targets. */
  readonly exposure: (person: string, targets: readonly string[]) => number
}

const GRAVITY: Readonly<Record<Result, number>> = { pass: 0, warn: 1, unknown: 2, bar: 3 }

/** Prepares the review of a problem; evidence (sources and dates) comes from the registry's facts where it has them. */
export function prepareSeatReview(problem: Problem, facts: DispatchFacts): SeatReviewer {
  const setting: Setting = {
    round: problem.round,
    rounds: problem.rounds,
    rules: { ...dispatchRules(problem.rules) },
    ties: facts.ties,
    history: problem.history,
    barred: facts.barred,
    waivers: problem.waivers,
    regions: facts.regions,
  }
  const review = prepareReview(setting)
  const exposures = prepareExposure(facts.ties)
  const evidence = new Map(facts.people.map((person) => [person.id, person]))
  const people = new Map(
    problem.people.map((person): readonly [string, ReviewPerson] => {
      const known = evidence.get(person.id)
      return [
        person.id,
        known === undefined
          ? person
          : { ...person, evidence: known.evidence, postings: person.postings === null ? null : (known.postings ?? null) },
      ]
    }),
  )
  const lists = new Map(facts.targets.map((target) => [target.id, target]))
  const targets = new Map(
    problem.targets.map((target): readonly [string, ReviewTarget] => {
      const source = lists.get(target.id)?.insidersEvidence
      return [target.id, source === undefined ? target : { ...target, evidence: source }]
    }),
  )
  const answers = (personId: string, targetId: string, seat: Seat): readonly Answer[] => {
    const person = people.get(personId)
    const target = targets.get(targetId)
    return person === undefined || target === undefined ? [] : review(person, target, seat)
  }
  return {
    setting,
    person: (id) => people.get(id) ?? null,
    target: (id) => targets.get(id) ?? null,
    answers,
    marks: (person, ids, seat) => joinMarks(ids.map((id) => answers(person, id, seat))),
    exposure: (person, ids) => ids.reduce((sum, id) => sum + exposures.exposure(person, targets.get(id)?.insiders ?? []), 0),
  }
}

/** The marks of several reviews as one: the gravest result of each, with the facts that give it, each fact once. */
export function joinMarks(reviews: readonly (readonly Answer[])[]): readonly Mark[] {
  const gathered = reviews.map((answers) => ({ answers, marks: gatherMarks(answers) }))
  return markEntries.map((entry, index) => {
    const all = gathered.flatMap(({ answers, marks }) => {
      const mark = marks[index]
      return mark === undefined ? [] : [{ mark, answers }]
    })
    const result = all.reduce<Result>((worst, { mark }) => (GRAVITY[mark.result] > GRAVITY[worst] ? mark.result : worst), 'pass')
    const gravest = all.filter(({ mark }) => mark.result === result)
    const rules = gravest.flatMap(({ answers }) =>
      answers.filter((answer) => entry.rules.includes(answer.rule) && answer.result === result).map((answer) => answer.rule),
    )
    const bars = all.filter(({ mark }) => mark.result === 'bar')
    const waiver = bars.flatMap(({ mark }) => mark.waivers)[0]
    return {
      check: entry.mark,
      result,
      rules: [...new Set(rules)],
      facts: distinct(gravest.flatMap(({ mark }) => mark.facts)),
      waived: waiver !== undefined && bars.every(({ mark }) => mark.isWaived) ? { by: waiver.by, why: waiver.why } : null,
    }
  })
}

function distinct(facts: readonly Fact[]): CheckFact[] {
  const found = new Map(facts.map((fact) => [`${fact.zh} ${fact.source ?? ''}`, fact]))
  return [...found.values()].map(({ zh, en, source, date }) => ({ zh, en, source, date }))
}

/** The seat that a slot stands for, as the recusal engine reads it. */
export function seatOf(slot: { readonly role: string; readonly origin?: 'sender' | 'host' }): Seat {
  return { role: slot.role, origin: slot.origin ?? null }
}
