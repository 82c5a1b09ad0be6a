// One mode's own problem, from the same people, targets and ties: what is changed is said, everything else stays.
import type { DispatchMode, Problem, ProblemRules, ProblemSlot } from '../problem.ts'
import { resolveRules } from '../rules.ts'
import type { ComparedMode, Words } from './comparison.ts'
import { deriveLocal } from './derive-local.ts'

export interface DerivedMode {
  readonly problem: Problem
  readonly changes: readonly Words[]
}

/**
 * The problem of a round under another mode, `shengmian.dispatch-problem/1`. Teams, their sizes, roles, skills and given hosts are the
 * round's; zones bind where they bound; the rest of what a mode decides is as the format's table has it. Pins are dropped everywhere.
 */
export function deriveMode(given: Problem, mode: ComparedMode): DerivedMode {
  const changes: Words[] = []
  if (given.pins.length > 0)
    changes.push({ zh: `不保留${given.pins.length}处固定`, en: `${given.pins.length} pins are not kept` })
  const problem = { ...given, pins: [] }
  if (mode === 'local') {
    const local = deriveLocal(problem)
    return { problem: local.problem, changes: [...changes, ...local.changes] }
  }
  const { rules } = problem
  if (mode === 'elevated') {
    if (rules.elevated !== true)
      changes.push({ zh: '本轮方式不变，组长须来自上一级', en: 'the mode of the round, with leaders from the level above' })
    return { problem: { ...problem, rules: { ...rules, elevated: true } }, changes }
  }
  if (rules.elevated === true) changes.push({ zh: '组长不限上一级', en: 'leaders need not come from the level above' })
  if (rules.mode === mode) return { problem: { ...problem, rules: { ...rules, ...lowered(rules) } }, changes }
  changes.push(...CHANGES[mode])
  return {
    problem: { ...problem, rules: { ...rulesUnder(rules, mode), ...lowered(rules) }, teams: teamsOf(problem, mode) },
    changes,
  }
}

const CHANGES: Readonly<Record<DispatchMode, readonly Words[]>> = {
  rotation: [{ zh: '整组来自一个派出地，不互派', en: 'whole teams of one home; no two homes inspect each other' }],
  pooled: [{ zh: '各组混编，同一派出地至多2人', en: 'mixed teams, at most two members of one home' }],
  paired: [
    {
      zh: '人数不变：副组长、联络员（都没有的组，最后一名组员）由被巡察地出，其余由派出地出',
      en: 'as many people: deputy and liaison (else the last member) come from the host, all others from one sender',
    },
  ],
  scattered: [
    { zh: '各组混编，同一派出地至多2人，组长各来自一地', en: 'mixed teams, at most two of one home, leaders of different homes' },
  ],
}

/** Rules of a round under another mode: what the old mode decided follows the new one, zones bind where they bound, all else stays. */
export function rulesUnder(rules: ProblemRules, mode: DispatchMode): ProblemRules {
  const { wholeTeams: _w, hostPerTeam: _h, maxSameHome: _m, distinctLeaders: _d, noSwap: _s, ...kept } = rules
  return { ...kept, mode, zoneBound: resolveRules(rules).zoneBound }
}

function lowered({ elevated }: ProblemRules): Pick<ProblemRules, 'elevated'> {
  return elevated === true ? { elevated: false } : {}
}

/** A home that the round gives is kept where homes mean something on both sides. */
function teamsOf(problem: Problem, mode: DispatchMode): Problem['teams'] {
  const keepsHome = mode === 'rotation' || mode === 'paired'
  return problem.teams.map((team) => ({
    ...team,
    home: keepsHome ? team.home : null,
    slots: team.slots.map((slot, at) => ({
      ...withoutOrigin(slot),
      ...(mode === 'paired' ? { origin: isLocalSlot(team.slots, at) ? ('host' as const) : ('sender' as const) } : {}),
    })),
  }))
}

const LOCAL_ROLES: readonly string[] = ['deputy', 'liaison']

function isLocalSlot(slots: readonly ProblemSlot[], at: number): boolean {
  if (slots.some(({ role }) => LOCAL_ROLES.includes(role))) return LOCAL_ROLES.includes(slots[at]?.role ?? '')
  return slots.length > 1 && at === slots.length - 1
}

function withoutOrigin({ origin: _origin, ...slot }: ProblemSlot): ProblemSlot {
  return slot
}
