// Why a person may sit in a team, and what would happen in the others. Pure: every figure comes from a changed plan measured anew.
import type { NamedPerson, NamedPlace, ReplyOf, explainSeat as endpoint } from '@shengmian/contract'
import type { Plan, PlanTeam, Problem } from '@shengmian/dispatch'
import { measurePlan, verifyPlan, type Breach } from '@shengmian/dispatch/verify'
import type { NamePlace } from '../round/round-names.ts'
import type { PlanInSight } from './current-plan.ts'
import { deltasOf } from './objectives.ts'
import { personNamer } from './person-view.ts'
import { restatePlan } from './restate-plan.ts'
import { prepareSeatReview, seatOf, type SeatReviewer } from './review-seat.ts'

type Explanation = ReplyOf<typeof endpoint>
type WhatIf = Explanation['whatIf'][number]

interface Asked {
  readonly sight: PlanInSight
  readonly plan: Plan
  readonly reviewer: SeatReviewer
  readonly personId: string
  readonly namePerson: (id: string) => NamedPerson
  readonly name: NamePlace
}

export function explainSeat(sight: PlanInSight, personId: string, teamId: string | null, name: NamePlace): Explanation {
  const { problem, world } = sight
  const plan = restatePlan(problem, sight.plan)
  const reviewer = prepareSeatReview(problem, world.facts)
  const own = plan.teams.find((team) => team.members.some((member) => member.person === personId))
  const shown = plan.teams.find((team) => team.id === (teamId ?? own?.id)) ?? null
  const namePerson = personNamer(problem, world.facts, name)
  const marks = shown === null ? [] : reviewer.marks(personId, shown.targets, seatIn(problem, shown, personId))
  const asked: Asked = { sight, plan, reviewer, personId, namePerson, name }
  return {
    person: namePerson(personId),
    team: own?.id ?? null,
    marks: [...marks],
    unknown: marks.filter((mark) => mark.result === 'unknown').length,
    weak: marks.filter((mark) => mark.result === 'warn').length,
    barred: marks.filter((mark) => mark.result === 'bar').length,
    exposure: shown === null ? 0 : reviewer.exposure(personId, shown.targets),
    whatIf: plan.teams.map((team) => (team.id === own?.id ? same(asked, team) : whatIf(asked, team, own ?? null))),
  }
}

function same(asked: Asked, team: PlanTeam): WhatIf {
  return { ...headOf(asked, team), answer: 'same', swap: null, because: [], deltas: [] }
}

function headOf({ sight, name }: Asked, team: PlanTeam): { team: string; teamName: string; host: NamedPlace | null } {
  const teamName = sight.world.teams.find((candidate) => candidate.id === team.id)?.name ?? team.id
  return { team: team.id, teamName, host: team.host === null ? null : name(team.host) }
}

/** The cheapest exchange that breaks nothing; else the bar or unknown that stands in the way. */
function whatIf(asked: Asked, team: PlanTeam, own: PlanTeam | null): WhatIf {
  const { sight, plan, reviewer, personId, namePerson } = asked
  const { problem } = sight
  const person = problem.people.find((candidate) => candidate.id === personId)
  const slots = problem.teams.find((candidate) => candidate.id === team.id)?.slots ?? []
  const seats = slots.flatMap((slot, index) => (person?.roles.includes(slot.role) === true ? [{ slot, index }] : []))
  if (seats.length === 0) {
    const because = [{ zh: '该组没有此人能任的席位', en: 'the team has no seat of a role that this person fills' }]
    return { ...headOf(asked, team), answer: 'no-seat', swap: null, because, deltas: [] }
  }
  const tries = seats.map(({ index }) => exchange(asked, team, own, index))
  const free = tries.filter((attempt) => attempt.breaches.length === 0).toSorted((a, b) => compare(a.plan, b.plan))[0]
  if (free !== undefined) {
    const deltas = deltasOf(measurePlan(problem, plan), free.plan.objective)
    const unknown = deltas.some((delta) => delta.level === 'unverified' && delta.by > 0)
    const swap = free.other === null ? null : namePerson(free.other)
    const because = [
      {
        zh: swap === null ? '可补空席' : `可与${swap.name}互换`,
        en: swap === null ? 'may fill the empty seat' : `may change places with ${swap.name}`,
      },
    ]
    return { ...headOf(asked, team), answer: unknown ? 'unknown' : 'possible', swap, because, deltas }
  }
  const [seat] = seats
  const marks = seat === undefined ? [] : reviewer.marks(personId, team.targets, seatOf(seat.slot))
  const bars = marks.filter((mark) => mark.result === 'bar' && mark.waived === null)
  const because =
    bars.length > 0
      ? bars.flatMap((mark) =>
          mark.facts.map(({ zh, en, source, date }) => ({ zh: cite(zh, source, date), en: cite(en, source, date) })),
        )
      : [...(tries[0]?.breaches ?? [])].slice(0, 3).map(({ fact }) => ({ zh: fact.zh, en: fact.en }))
  return { ...headOf(asked, team), answer: 'barred', swap: null, because, deltas: [] }
}

interface Attempt {
  readonly plan: Plan
  readonly other: string | null
  readonly breaches: readonly Breach[]
}

function exchange({ sight, plan, personId }: Asked, team: PlanTeam, own: PlanTeam | null, slot: number): Attempt {
  const { problem } = sight
  const other = team.members.find((member) => member.slot === slot)?.person ?? null
  const ownSlot = own?.members.find((member) => member.person === personId)?.slot ?? null
  const teams = plan.teams.map((candidate) => {
    if (candidate.id === team.id) return seated(candidate, slot, personId)
    if (candidate.id === own?.id && ownSlot !== null) return seated(candidate, ownSlot, other)
    return candidate
  })
  const changed = restatePlan(problem, { seed: plan.seed, teams })
  const known = new Set(verifyPlan(problem, plan).breaches.map(({ rule, subject }) => `${rule} ${subject}`))
  const breaches = verifyPlan(problem, changed).breaches.filter(({ rule, subject }) => !known.has(`${rule} ${subject}`))
  return { plan: changed, other, breaches }
}

function seated(team: PlanTeam, slot: number, person: string | null): PlanTeam {
  const others = team.members.filter((member) => member.slot !== slot)
  return { ...team, members: person === null ? others : [...others, { person, slot }].toSorted((a, b) => a.slot - b.slot) }
}

function seatIn(problem: Problem, team: PlanTeam, personId: string) {
  const slots = problem.teams.find((candidate) => candidate.id === team.id)?.slots ?? []
  const taken = team.members.find((member) => member.person === personId)
  const roles = problem.people.find((person) => person.id === personId)?.roles ?? []
  const slot = slots[taken?.slot ?? -1] ?? slots.find((candidate) => roles.includes(candidate.role))
  return slot === undefined ? { role: 'member', origin: null } : seatOf(slot)
}

function compare(a: Plan, b: Plan): number {
  const order = ['worstExposure', 'totalExposure', 'unverified', 'memory', 'workloadSpread', 'travel'] as const
  for (const level of order) if (a.objective[level] !== b.objective[level]) return a.objective[level] - b.objective[level]
  return 0
}

function cite(text: string, source: string | null, date: string | null): string {
  const from = [source, date].filter((part) => part !== null).join('，')
  return from === '' ? text : `${text}（${from}）`
}
