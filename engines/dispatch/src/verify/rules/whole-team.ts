import type { Breach } from '../finding.ts'
import { cut } from '../places.ts'
import type { World } from '../world.ts'

/** With `wholeTeams`, everybody comes from the team's home; an elevated leader and locals aside. */
export function wholeTeam({ rules, teams }: World): Breach[] {
  if (!rules.wholeTeams) return []
  return teams.flatMap((team) => {
    const { home } = team
    if (home === null) return [broken(team.id, '整建制的组没有派出地', 'a whole team must have a home')]
    return team.members
      .filter(({ isLocal, slot }) => !isLocal && !(rules.elevated && slot?.role === 'leader'))
      .filter(({ person }) => person.home === null || cut(person.home, rules.homeLevel) !== cut(home, rules.homeLevel))
      .map(({ person }) => {
        const from = person.home ?? '?'
        return broken(
          `${team.id} ${person.id}`,
          `来自 ${from}，不是派出地 ${home}`,
          `comes from ${from}, not from the team's home ${home}`,
        )
      })
  })
}

function broken(subject: string, zh: string, en: string): Breach {
  return { rule: 'whole-team', subject, fact: { zh, en } }
}
