import type { Breach } from '../finding.ts'
import { cut, liesIn } from '../places.ts'
import type { World } from '../world.ts'

/** With `hostPerTeam`, a team inspects one region, its host. A home or host that the problem gives is not changed. */
export function host({ rules, teams, teamOf }: World): Breach[] {
  const breaches: Breach[] = []
  for (const team of teams) {
    const broken = (zh: string, en: string): void => {
      breaches.push({ rule: 'host', subject: team.id, fact: { zh, en } })
    }
    const given = teamOf.get(team.id)
    if (given !== undefined && given.home !== null && given.home !== team.home)
      broken(
        `派出地应为 ${given.home}，计划改为 ${team.home ?? '空'}`,
        `its home is given as ${given.home}, the plan says ${team.home ?? 'none'}`,
      )
    if (given !== undefined && given.host !== null && given.host !== team.host)
      broken(
        `被巡察地应为 ${given.host}，计划改为 ${team.host ?? '空'}`,
        `its host is given as ${given.host}, the plan says ${team.host ?? 'none'}`,
      )
    if (!rules.hostPerTeam || team.targets.length === 0) continue
    const { host } = team
    if (host === null) broken('有对象但没有被巡察地', 'it has targets but no host')
    for (const target of team.targets) {
      if (host !== null && !liesIn(target.region, host))
        broken(
          `对象 ${target.id}（${target.region}）不在被巡察地 ${host}`,
          `its target ${target.id} (${target.region}) lies outside its host ${host}`,
        )
    }
    const regions = new Set(team.targets.map((target) => cut(target.region, rules.recusalLevel)))
    if (regions.size > 1)
      broken(`对象分属 ${[...regions].join('、')}`, `its targets lie in several regions: ${[...regions].join(', ')}`)
  }
  return breaches
}
