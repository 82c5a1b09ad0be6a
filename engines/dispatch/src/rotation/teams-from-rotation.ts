// A round of a rotation as teams of a dispatch problem, in the patterns that offices use.
import type { ProblemRules, ProblemSlot, ProblemTeam } from '../problem.ts'
import type { RotationPair } from './plan.ts'

/**
 * 整建制: the sender's whole team. 半建制: leader and members from the sender, deputy and liaison from the host. 提级: whole teams
 * under a leader from the level above. 帮扶: leader and liaison named by each side.
 */
export type TeamPattern = 'whole-team' | 'half-team' | 'elevated' | 'paired'

const LOCAL_ROLES: readonly string[] = ['deputy', 'liaison']
const NAMED_BY_BOTH: readonly string[] = ['leader', 'liaison']

/** One team for each pair, numbered by `idOf`; `roles` are the seats of a team, such as leader, deputy, liaison, member, member. */
export function teamsFromRotation(
  pairs: readonly RotationPair[],
  pattern: TeamPattern,
  roles: readonly string[],
  idOf: (pair: RotationPair, index: number) => string = (_, index) => `t${index + 1}`,
): { readonly teams: ProblemTeam[]; readonly rules: Pick<ProblemRules, 'mode' | 'elevated' | 'wholeTeams'> } {
  const slots = roles.flatMap((role) => slotsOf(pattern, role))
  const teams = pairs.map((pair, index) => ({
    id: idOf(pair, index),
    home: pair.home,
    host: pair.host,
    slots: slots.map((slot) => ({ ...slot })),
  }))
  return { teams, rules: RULES[pattern] }
}

const RULES: Readonly<Record<TeamPattern, Pick<ProblemRules, 'mode' | 'elevated' | 'wholeTeams'>>> = {
  'whole-team': { mode: 'rotation' },
  // the sender's part moves whole; who is of the host's part is said by the slots
  'half-team': { mode: 'rotation' },
  elevated: { mode: 'rotation', elevated: true },
  paired: { mode: 'paired' },
}

function slotsOf(pattern: TeamPattern, role: string): ProblemSlot[] {
  if (pattern === 'half-team') return [{ role, origin: LOCAL_ROLES.includes(role) ? 'host' : 'sender' }]
  if (pattern === 'paired')
    return NAMED_BY_BOTH.includes(role)
      ? [
          { role, origin: 'sender' },
          { role, origin: 'host' },
        ]
      : [{ role, origin: 'sender' }]
  return [{ role }]
}
