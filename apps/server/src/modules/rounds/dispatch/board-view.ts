import type { Mark, ReplyOf, readBoard } from '@shengmian/contract'
import { hashProblem, type Plan } from '@shengmian/dispatch'
import { verifyPlan } from '@shengmian/dispatch/verify'
import { unverifiedFacts } from '@shengmian/recusal'
import type { NamePlace } from '../round/round-names.ts'
import { strictProblem } from './build-problem.ts'
import type { PlanInSight } from './current-plan.ts'
import { nameFacts } from './fact-names.ts'
import { objectivesOf } from './objectives.ts'
import { personNamer } from './person-view.ts'
import { breachesOf, restatePlan } from './restate-plan.ts'
import { prepareSeatReview, seatOf, type SeatReviewer } from './review-seat.ts'

type Board = ReplyOf<typeof readBoard>
type Row = Board['rows'][number]

/** Teams × seats with six marks a cell. Pure over what was read. */
export function boardView(sight: PlanInSight, name: NamePlace): Board {
  const { world, problem, plan } = sight
  const reviewer = prepareSeatReview(problem, world.facts)
  const person = personNamer(problem, world.facts, name)
  const pinned = new Set(problem.pins.map((pin) => pin.person))
  const inPlan = new Map(plan.teams.map((team) => [team.id, team]))
  const named = nameFacts(problem, world.teams, name)
  const isUnchanged = plan.problem === hashProblem(problem)
  return {
    version: sight.version,
    problem: plan.problem,
    plan: sight.planHash,
    stale: sight.stale,
    breaches: verifyPlan(problem, isUnchanged ? plan : restatePlan(problem, plan)).breaches.map(({ rule, subject, fact }) => ({
      rule,
      subject,
      fact: named(fact),
    })),
    relaxed: relaxedView(sight),
    leans: leansOf(sight).map(named),
    objective: objectivesOf(isUnchanged ? plan : restatePlan(problem, plan)),
    rows: world.teams.map((team): Row => {
      const placed = inPlan.get(team.id) ?? { id: team.id, home: null, host: null, targets: [], members: [] }
      const cells = team.slots.map((slot, index): Row['cells'][number] => {
        const member = placed.members.find((candidate) => candidate.slot === index)
        const seat = seatOf(slot)
        const subject = member === undefined ? null : reviewer.person(member.person)
        return {
          slot: index,
          role: slot.role,
          skill: slot.skill ?? null,
          origin: slot.origin ?? null,
          person: member === undefined ? null : person(member.person),
          marks: member === undefined ? [] : reviewer.marks(member.person, placed.targets, seat).map(shortMark),
          exposure: member === undefined ? 0 : reviewer.exposure(member.person, placed.targets),
          unverified: subject === null ? 0 : unverifiedOf(reviewer, subject.id, placed.targets, index, team.slots),
          pinned: member !== undefined && pinned.has(member.person),
          certificate: member === undefined ? null : member.person,
        }
      })
      const targets = placed.targets.flatMap((id) => problem.targets.find((target) => target.id === id) ?? [])
      return {
        team: team.id,
        number: team.number,
        name: team.name,
        home: placed.home === null ? null : name(placed.home),
        host: placed.host === null ? null : name(placed.host),
        zone: zoneOf(placed.host, world.round.zones),
        targets: targets.map((target) => ({ unit: target.id, name: target.name })),
        workload: targets.reduce((sum, target) => sum + target.workload, 0),
        exposure: cells.reduce((sum, cell) => sum + cell.exposure, 0),
        unverified: cells.reduce((sum, cell) => sum + cell.unverified, 0),
        cells,
      }
    }),
    unassigned: unassignedOf(
      plan,
      problem.people.map(({ id }) => id),
    ).map(person),
    canUndo: sight.row !== null && sight.row.origin === 'by-hand' && world.round.state === 'draft',
  }
}

function relaxedView({ world }: PlanInSight): Board['relaxed'] {
  return world.relaxations.map(({ grants, why, asked_name, decided_name }) => ({
    grants: grants.map(({ zh, en }) => ({ zh, en })),
    why,
    askedBy: asked_name,
    decidedBy: decided_name ?? '',
  }))
}

/** Where the plan leans on a relaxation: what the independent check finds as soon as nothing gives way. */
function leansOf({ world, problem, plan }: PlanInSight) {
  if (world.relaxations.length === 0) return []
  const known = new Set(breachesOf(problem, plan).map(({ rule, subject }) => `${rule} ${subject}`))
  return breachesOf(strictProblem(world), plan)
    .filter(({ rule, subject }) => !known.has(`${rule} ${subject}`))
    .map(({ fact }) => fact)
}

function unverifiedOf(
  reviewer: SeatReviewer,
  personId: string,
  targets: readonly string[],
  index: number,
  slots: readonly { readonly role: string; readonly origin?: 'sender' | 'host' }[],
): number {
  const person = reviewer.person(personId)
  const slot = slots[index]
  if (person === null || slot === undefined) return 0
  const regions = targets.flatMap((id) => reviewer.target(id) ?? [])
  return unverifiedFacts(person, seatOf(slot), regions, reviewer.setting.rules).length
}

function shortMark(mark: Mark): Row['cells'][number]['marks'][number] {
  const [first] = mark.facts
  const hint = mark.result === 'pass' || first === undefined ? null : { zh: first.zh, en: first.en }
  return { check: mark.check, result: mark.result, hint, waived: mark.waived !== null }
}

function unassignedOf(plan: Pick<Plan, 'teams'>, people: readonly string[]): readonly string[] {
  const seated = new Set(plan.teams.flatMap((team) => team.members.map((member) => member.person)))
  return people.filter((id) => !seated.has(id))
}

/** The zone whose member a place is or lies in. */
export function zoneOf(
  code: string | null,
  zones: readonly { readonly name: string; readonly members: readonly string[] }[],
): string | null {
  if (code === null) return null
  return zones.find((zone) => zone.members.some((member) => code.startsWith(member)))?.name ?? null
}
