// Why a person may sit in a team, and what would happen in the others. Pure: every figure comes from a changed plan measured anew.
import type { NamedPerson, NamedPlace, ReplyOf, explainSeat as endpoint } from '@shengmian/contract'
import type { Plan, PlanTeam, Problem, ProblemSlot } from '@shengmian/dispatch'
import { measurePlan, verifyPlan, type Breach } from '@shengmian/dispatch/verify'
import { prepareBars, type Bars } from '@shengmian/recusal'
import type { NamePlace } from '../round/round-names.ts'
import type { PlanInSight } from './current-plan.ts'
import { compareCosts, exchangeCosts, type ExchangeCost } from './exchange-costs.ts'
import { nameFacts } from './fact-names.ts'
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
  readonly bars: Bars
  /** What is broken already is no change's fault. */
  readonly known: ReadonlySet<string>
  readonly cost: ExchangeCost
}

export function explainSeat(sight: PlanInSight, personId: string, teamId: string | null, name: NamePlace): Explanation {
  const { problem, world } = sight
  const plan = restatePlan(problem, sight.plan)
  const reviewer = prepareSeatReview(problem, world.facts)
  const own = plan.teams.find((team) => team.members.some((member) => member.person === personId))
  const shown = plan.teams.find((team) => team.id === (teamId ?? own?.id)) ?? null
  const namePerson = personNamer(problem, world.facts, name)
  const marks = shown === null ? [] : reviewer.marks(personId, shown.targets, seatIn(problem, shown, personId))
  const known = new Set(verifyPlan(problem, plan).breaches.map(keyOf))
  const asked: Asked = {
    sight,
    plan,
    reviewer,
    personId,
    namePerson,
    name,
    bars: prepareBars(reviewer.setting),
    known,
    cost: exchangeCosts(problem, plan, reviewer, personId),
  }
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
  // cheapest first, and the whole check only until one holds
  const tries = seats
    .filter(({ index, slot }) => !isBarredThere(asked, team, own, index, slot))
    .map(({ index, slot }) => ({ index, cost: asked.cost(team, own, index, slot) }))
    .toSorted((a, b) => compareCosts(a.cost, b.cost))
  const free = firstFree(asked, team, own, tries)
  if (free !== null) {
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
      : (tries[0] === undefined ? OTHERS_BARRED : newBreaches(asked, exchange(asked, team, own, tries[0].index)).slice(0, 3)).map(
          ({ fact }) => nameFacts(problem, sight.world.teams, asked.name)(fact),
        )
  return { ...headOf(asked, team), answer: 'barred', swap: null, because, deltas: [] }
}

function firstFree(
  asked: Asked,
  team: PlanTeam,
  own: PlanTeam | null,
  tries: readonly { readonly index: number }[],
): Attempt | null {
  for (const { index } of tries) {
    const attempt = exchange(asked, team, own, index)
    if (newBreaches(asked, attempt).length === 0) return attempt
  }
  return null
}

interface Attempt {
  readonly plan: Plan
  readonly other: string | null
}

const OTHERS_BARRED: readonly Pick<Breach, 'fact'>[] = [
  { fact: { zh: '该组能换出的人都不能进他现在的组', en: 'nobody there may take his present seat' } },
]
const keyOf = ({ rule, subject }: Breach): string => `${rule} ${subject}`

function newBreaches({ sight, known }: Asked, attempt: Attempt): readonly Breach[] {
  return verifyPlan(sight.problem, attempt.plan).breaches.filter((breach) => !known.has(keyOf(breach)))
}

/** Whether a bar keeps him from the team's targets, or the one he would change with from those of his own team. */
function isBarredThere(
  { bars, reviewer, personId, sight }: Asked,
  team: PlanTeam,
  own: PlanTeam | null,
  index: number,
  slot: ProblemSlot,
): boolean {
  const isBarred = (who: string | null, targets: readonly string[], seat: ProblemSlot): boolean => {
    const person = who === null ? null : reviewer.person(who)
    return (
      person !== null &&
      targets.some((id) => {
        const target = reviewer.target(id)
        return target !== null && bars.isBarred(person, target, seatOf(seat))
      })
    )
  }
  const other = team.members.find((member) => member.slot === index)?.person ?? null
  const ownIndex = own?.members.find((member) => member.person === personId)?.slot
  const ownSlot = sight.problem.teams.find((candidate) => candidate.id === own?.id)?.slots[ownIndex ?? -1]
  return (
    isBarred(personId, team.targets, slot) || (own !== null && ownSlot !== undefined && isBarred(other, own.targets, ownSlot))
  )
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
  return { plan: changed, other }
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

function cite(text: string, source: string | null, date: string | null): string {
  const from = [source, date].filter((part) => part !== null).join('，')
  return from === '' ? text : `${text}（${from}）`
}
