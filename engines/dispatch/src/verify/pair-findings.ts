// Every bar between a member and a target of his team, and the waivers used.
import type { ProblemTarget } from '../problem.ts'
import type { Breach, WaiverUse } from './finding.ts'
import { pairBars } from './pair-bars.ts'
import { unverifiedFacts } from './unverified.ts'
import type { World } from './world.ts'

export function pairFindings(world: World): { breaches: Breach[]; waiversUsed: WaiverUse[] } {
  const breaches: Breach[] = []
  const waiversUsed: WaiverUse[] = []
  const bars = pairBars(world)
  for (const team of world.teams) {
    for (const member of team.members) {
      for (const target of team.targets) {
        for (const { rule, fact, waiver } of bars(member, target)) {
          if (waiver === null) breaches.push({ rule, subject: subjectOf(member.person.id, target), fact })
          else waiversUsed.push({ rule, person: member.person.id, target: target.id, ...waiver, fact })
        }
      }
      // Without a target there is no pair, but what is unknown about the person is no less unknown.
      const facts = team.targets.length > 0 ? [] : unverifiedFacts(world, member, [])
      if (world.rules.unverified === 'bar' && facts.length > 0) {
        const fact = { zh: `未核实的事实：${facts.join('、')}`, en: `unverified: ${facts.join(', ')}` }
        breaches.push({ rule: 'unknown', subject: `${member.person.id} ${team.id}`, fact })
      }
    }
  }
  return { breaches, waiversUsed }
}

function subjectOf(person: string, target: ProblemTarget): string {
  return `${person} ${target.id}`
}
