// The members of the plan in force: each tie to the place inspected or none, counts by origin, the share of new faces.
import type { ReplyOf, readRoster } from '@shengmian/contract'
import { prepareStrangerScore } from '@shengmian/recusal'
import { cutTo } from '../../../platform/places.ts'
import type { PlanInSight } from '../dispatch/current-plan.ts'
import { personNamer } from '../dispatch/person-view.ts'
import { prepareSeatReview } from '../dispatch/review-seat.ts'
import type { NamePlace } from '../round/round-names.ts'

type Roster = ReplyOf<typeof readRoster>

/** From this share of members who never inspected the target on, the mark is green. */
const NEW_FACE_SHARE = 0.8

export function rosterView(sight: PlanInSight, name: NamePlace): Roster {
  const { problem, plan, world } = sight
  const reviewer = prepareSeatReview(problem, world.facts)
  const score = prepareStrangerScore(reviewer.setting)
  const namePerson = personNamer(problem, world.facts, name)
  const level = reviewer.setting.rules.recusalLevel
  const teams = new Map(world.teams.map((team) => [team.id, team]))
  const members = plan.teams.flatMap((placed) => {
    const targets = placed.targets.flatMap((id) => reviewer.target(id) ?? [])
    const regions = new Set(targets.map((target) => cutTo(target.region, level)))
    return placed.members.flatMap((member): Roster['members'] => {
      const person = reviewer.person(member.person)
      if (person === null) return []
      const { lines } = score(person, targets)
      const team = teams.get(placed.id)
      return [
        {
          person: namePerson(member.person),
          team: placed.id,
          teamName: team?.name ?? placed.id,
          role: team?.slots[member.slot]?.role ?? 'member',
          ties: lines.flatMap((line) => line.ties.map(({ zh, en }) => ({ zh, en }))),
          unknown: lines.filter((line) => line.isUnknown).map(({ zh, en }) => ({ zh: `${zh}未核`, en: `${en} not verified` })),
          newFace: !problem.history.some((visit) => visit.person === member.person && regions.has(cutTo(visit.region, level))),
        },
      ]
    })
  })
  const count = members.filter((member) => member.newFace).length
  const share = members.length === 0 ? 0 : count / members.length
  return {
    members,
    byOrigin: originsOf(sight, name),
    newFaces: {
      share: Math.round(share * 1000) / 1000,
      of: members.length,
      count,
      threshold: NEW_FACE_SHARE,
      holds: members.length > 0 && share >= NEW_FACE_SHARE,
    },
  }
}

/** Members by the city they come from; those from inside the inspected city are locals. */
function originsOf({ problem, plan }: PlanInSight, name: NamePlace): Roster['byOrigin'] {
  const homes = new Map(problem.people.map((person) => [person.id, person.home]))
  const found = new Map<string, { people: number; local: boolean }>()
  for (const team of plan.teams) {
    for (const member of team.members) {
      const home = homes.get(member.person) ?? null
      const city = home === null ? '' : cutTo(home, 'city')
      const isLocal = home !== null && team.host !== null && (home.startsWith(team.host) || team.host.startsWith(home))
      const key = `${city} ${isLocal}`
      found.set(key, { people: (found.get(key)?.people ?? 0) + 1, local: isLocal })
    }
  }
  return [...found.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { people, local }]) => {
      const [city] = key.split(' ')
      return { city: city === undefined || city === '' ? null : name(city), people, local }
    })
}
