// The spoilt pair: the good pair but for one planted tie. One chosen member turns out to be near kin of one insider of his team's target.
import { hashProblem, type Plan, type Problem } from '@shengmian/dispatch'
import { measurePlan } from '@shengmian/dispatch/verify'
import type { Random } from './random.ts'

export type Spoilt = { readonly problem: Problem; readonly plan: Plan }

/**
 * Plants a tie of kinship at full strength and restates what the plan says of itself: hash and figures. Bounds and certificates are
 * dropped, for what was proven before need not hold for the spoilt problem; so the tie is the only thing wrong.
 */
export function spoil(problem: Problem, plan: Plan, random: Random): Spoilt {
  const tie = { ...findStrangers(problem, plan, random), kind: 'kinship', strength: 1000, source: '群众举报核实' }
  const place = random.int(problem.ties.length)
  const spoilt: Problem = { ...problem, ties: [...problem.ties.slice(0, place), tie, ...problem.ties.slice(place)] }
  const none = { worstExposure: null, totalExposure: null, unverified: null, memory: null, workloadSpread: null, travel: null }
  return {
    problem: spoilt,
    plan: { ...plan, problem: hashProblem(spoilt), objective: measurePlan(spoilt, plan), bound: none, certificates: [] },
  }
}

/** A member and an insider of one target of his team whom no tie joins yet. */
function findStrangers(problem: Problem, plan: Plan, random: Random): { readonly a: string; readonly b: string } {
  const joined = new Set(problem.ties.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  const pairs = plan.teams.flatMap((team) =>
    team.members.flatMap(({ person }) =>
      problem.targets
        .filter(({ id }) => team.targets.includes(id))
        .flatMap(({ insiders }) => insiders.map((insider) => ({ a: person, b: insider })))
        .filter(({ a, b }) => !joined.has(`${a} ${b}`)),
    ),
  )
  return random.pick(pairs)
}
