// What is different between two plans, in sentences with names.
import type { Plan } from '@shengmian/dispatch'
import type { ProblemOutline } from './outline.ts'

interface Words {
  readonly zh: string
  readonly en: string
}
export interface Names {
  readonly person: (id: string) => string
  readonly team: (id: string) => string
  readonly target: (id: string) => string
  /** Seats of one kind in a team are interchangeable: to change between them is no change. */
  readonly seatKind: (team: string, slot: number) => string
}

export function namesOf(problem: ProblemOutline, teams: readonly { readonly id: string; readonly name: string }[]): Names {
  const people = new Map(problem.people.map((person) => [person.id, person.name]))
  const targets = new Map(problem.targets.map((target) => [target.id, target.name]))
  const named = new Map(teams.map((team) => [team.id, team.name]))
  const slots = new Map(problem.teams.map((team) => [team.id, team.slots]))
  return {
    person: (id) => people.get(id) ?? id,
    team: (id) => named.get(id) ?? id,
    target: (id) => targets.get(id) ?? id,
    seatKind: (team, slot) => {
      const seat = slots.get(team)?.[slot]
      return `${seat?.role} ${seat?.skill} ${seat?.origin}`
    },
  }
}

/** People who move, come or leave, then targets that change hands; in the order of the newer plan. */
export function describeChanges(before: Pick<Plan, 'teams'>, after: Pick<Plan, 'teams'>, names: Names): readonly Words[] {
  const seatsBefore = seatsOf(before)
  const seatsAfter = seatsOf(after)
  const moved = [...seatsAfter].flatMap(([person, seat]) => {
    const old = seatsBefore.get(person)
    const name = names.person(person)
    if (old === undefined) return [{ zh: `${name}进入${names.team(seat.team)}`, en: `${name} joins ${names.team(seat.team)}` }]
    if (old.team !== seat.team)
      return [
        {
          zh: `${name}由${names.team(old.team)}调到${names.team(seat.team)}`,
          en: `${name} moves from ${names.team(old.team)} to ${names.team(seat.team)}`,
        },
      ]
    if (names.seatKind(old.team, old.slot) !== names.seatKind(seat.team, seat.slot))
      return [{ zh: `${name}在${names.team(seat.team)}内换席位`, en: `${name} changes seat in ${names.team(seat.team)}` }]
    return []
  })
  const left = [...seatsBefore]
    .filter(([person]) => !seatsAfter.has(person))
    .map(([person, seat]) => ({
      zh: `${names.person(person)}退出${names.team(seat.team)}`,
      en: `${names.person(person)} leaves ${names.team(seat.team)}`,
    }))
  return [...left, ...moved, ...targetChanges(before, after, names)]
}

function seatsOf(plan: Pick<Plan, 'teams'>): ReadonlyMap<string, { readonly team: string; readonly slot: number }> {
  return new Map(plan.teams.flatMap((team) => team.members.map(({ person, slot }) => [person, { team: team.id, slot }] as const)))
}

function targetChanges(before: Pick<Plan, 'teams'>, after: Pick<Plan, 'teams'>, names: Names): readonly Words[] {
  const old = new Map(before.teams.flatMap((team) => team.targets.map((target) => [target, team.id] as const)))
  return after.teams.flatMap((team) =>
    team.targets
      .filter((target) => old.get(target) !== team.id)
      .map((target) => ({
        zh: `${names.target(target)}改由${names.team(team.id)}巡察`,
        en: `${names.target(target)} goes to ${names.team(team.id)}`,
      })),
  )
}
