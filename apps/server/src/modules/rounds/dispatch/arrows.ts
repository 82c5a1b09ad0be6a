// Who inspects whom: the arrows home → host of a plan beside those of the round before.
import type { ReplyOf, readWhoInspectsWhom } from '@shengmian/contract'
import { cutTo } from '../../../platform/places.ts'
import type { NamePlace } from '../round/round-names.ts'
import { zoneOf } from './board-view.ts'
import type { PlanInSight } from './current-plan.ts'
import { travelOf } from './travel.ts'

type Arrows = ReplyOf<typeof readWhoInspectsWhom>

export function arrowsView(sight: PlanInSight, name: NamePlace): Arrows {
  const { world, plan, problem } = sight
  const zones = world.round.zones
  const lastRound = world.past.rounds.at(-1)?.label ?? null
  const last = world.past.dispatches.filter((pair) => pair.label === lastRound)
  const teamNames = new Map(world.teams.map((team) => [team.id, team.name]))
  const travel = travelOf(problem)
  const homeOf = new Map(problem.people.map((person) => [person.id, person.home]))
  const arrows = plan.teams.flatMap((team) =>
    team.host === null
      ? []
      : [
          {
            home: team.home,
            host: team.host,
            team: team.id,
            zone: zoneOf(team.home, zones),
            people: team.members.length,
            travel: team.members.reduce((sum, member) => sum + travel(homeOf.get(member.person) ?? null, team.host), 0),
          },
        ],
  )
  const pairs = new Set(arrows.flatMap(({ home, host }) => (home === null ? [] : [pair(home, host)])))
  const lastPairs = new Set(last.map(({ home, host }) => pair(home, host)))
  const reversed = arrows.filter(({ home, host }) => home !== null && lastPairs.has(pair(host, home)))
  return {
    arrows: arrows.map((arrow) => {
      const before = last.find((old) => old.home === arrow.home)
      return {
        ...arrow,
        home: arrow.home === null ? null : name(arrow.home),
        host: name(arrow.host),
        teamName: teamNames.get(arrow.team) ?? arrow.team,
        lastHost: before === undefined ? null : name(before.host),
      }
    }),
    lastRound,
    last: last.map(({ home, host }) => ({ home: name(home), host: name(host), zone: zoneOf(home, zones) })),
    zones: zones.map((zone) => ({ name: zone.name, members: zone.members.map(name), similarity: zone.similarity })),
    self: arrows.filter(({ home, host }) => home !== null && cutTo(home, 'county') === cutTo(host, 'county')).length,
    mutual: arrows.filter(({ home, host }) => home !== null && home !== host && pairs.has(pair(host, home))).length,
    crossZone: arrows.filter(({ home, host }) => home !== null && zoneOf(home, zones) !== zoneOf(host, zones)).length,
    repeated: arrows.filter(({ home, host }) => home !== null && lastPairs.has(pair(home, host))).length,
    reversed: reversed.length,
    warnings: zones.flatMap((zone) => {
      const own = arrows.filter((arrow) => arrow.zone === zone.name)
      const turned = own.filter(({ home, host }) => home !== null && lastPairs.has(pair(host, home)))
      return own.length > 0 && turned.length === own.length
        ? [
            {
              zh: `${zone.name}：${own.length}支箭头全部与上轮反向，可并入别的片区或改用统配`,
              en: `${zone.name}: all ${own.length} arrows reverse those of the last round; join another zone or pool`,
            },
          ]
        : []
    }),
  }
}

const pair = (home: string, host: string): string => `${home}→${host}`
