// The tickets: made from the first randomness and nothing else, all valid, all near the best, none above the cap.
import { verifyPlan } from '../../verify/index.ts'
import type { Objective, Plan } from '../../plan.ts'
import type { DrawTerms, DrawTolerance } from '../draw.ts'
import { flaw, type Check } from './check.ts'
import { hexOf, leafOf, nameOf, treeOf } from './digest.ts'

export const firstBeacon: Check = ({ files, beacons }) =>
  files.portfolio === null || files.portfolio.beacon === beacons[0]
    ? []
    : [flaw('beacon 1', '第一个随机数不是由各方密数得出的', 'the first randomness does not come from the secrets')]

export const portfolioRoot: Check = ({ files: { portfolio, freeze } }) => {
  if (portfolio === null) return []
  if (portfolio.plans.length !== freeze.terms.tickets)
    return [flaw('tickets', '签数与规则不符', 'there are not as many tickets as the terms say')]
  return listRoot(portfolio.plans) === portfolio.portfolioRoot
    ? []
    : [flaw('portfolio', '签单与其根不符', 'the list of tickets does not lead to its root')]
}

function listRoot(hashes: readonly string[]): string {
  return hexOf(treeOf(hashes.map((hash) => leafOf('', hash.slice(7)))))
}

export const best: Check = ({ files: { portfolio }, replay }) =>
  portfolio === null ||
  replay === null ||
  (nameOf(replay.best) === portfolio.best.plan && nameOf(replay.best.objective) === nameOf(portfolio.best.objective))
    ? []
    : [
        flaw(
          'best',
          '作为基准的最优方案不是求解所得',
          'the plan that the tolerance is measured from is not what the solver gives',
        ),
      ]

export const tickets: Check = ({ files: { portfolio }, replay }) => {
  if (portfolio === null || replay === null) return []
  if (replay.amplitude !== portfolio.amplitude)
    return [flaw('amplitude', '噪声幅度与重放不符', 'the noise is not what a replay gives')]
  return portfolio.plans.flatMap((hash, ticket) => {
    const plan = replay.plans[ticket]
    return plan !== undefined && nameOf(plan) === hash
      ? []
      : [flaw(`ticket ${ticket}`, '该签不是由第一个随机数得出的方案', 'is not the plan that the first randomness gives')]
  })
}

/** Held against rules and tolerance by the independent verifier, whatever the solver says; also the plans that lie in the files. */
export const sound: Check = ({ files: { problem, freeze, pick, plans, portfolio }, replay }) => {
  if (problem === null || portfolio === null) return []
  const drawn = plans.filter((plan) => nameOf(plan) === pick?.plan)
  for (const plan of new Set([...(replay?.plans ?? []), ...drawn])) {
    const { breaches, objective } = verifyPlan(problem, plan)
    const [breach] = breaches
    if (breach !== undefined)
      return [
        flaw(plan.seed, `方案违反规则 ${breach.rule}:${breach.fact.zh}`, `the plan breaks ${breach.rule}: ${breach.fact.en}`),
      ]
    if (!isNear(replay?.best.objective ?? portfolio.best.objective, objective, freeze.terms.tolerance))
      return [flaw(plan.seed, '方案超出容差', 'the plan lies outside the tolerance')]
  }
  return []
}

function isNear(top: Objective, own: Objective, allowed: DrawTolerance): boolean {
  const { worstExposure, totalExposure, unverified, memory, workloadSpread, travelPermille, travelKm } = allowed
  const isClose =
    own.worstExposure - top.worstExposure <= worstExposure &&
    own.totalExposure - top.totalExposure <= totalExposure &&
    own.unverified - top.unverified <= unverified &&
    own.memory - top.memory <= memory &&
    own.workloadSpread - top.workloadSpread <= workloadSpread
  return isClose && 1000 * (own.travel - top.travel - travelKm) <= top.travel * travelPermille
}

/** The published probabilities, counted anew, and the cap. */
export const figures: Check = ({ files: { portfolio, freeze }, replay }) => {
  if (portfolio === null) return []
  const { tickets: count } = freeze.terms
  if (replay !== null) {
    const { largest, sum, people } = countAnew(replay.plans)
    if (largest !== portfolio.largestPair || sum !== portfolio.sumOfLargest || people !== portfolio.people)
      return [flaw('figures', '公布的概率与签单不符', 'the published probabilities are not those of the tickets')]
    if (new Set(replay.plans.map((plan) => JSON.stringify(plan.teams))).size !== portfolio.distinctPlans)
      return [flaw('figures', '公布的不同方案数与签单不符', 'the published number of different plans is not that of the tickets')]
  }
  if (!isFloorOfLog(portfolio.minEntropyMillibits, count, portfolio.largestPair))
    return [flaw('figures', '公布的最小熵与概率不符', 'the published min-entropy is not that of the largest probability')]
  return []
}

export const cap: Check = ({ files: { portfolio, freeze } }) => {
  if (portfolio === null || !isBeyond(portfolio.largestPair, freeze.terms)) return []
  return [flaw('cap', '有人与对象的配对超过概率上限', 'a person–target pair is above the cap')]
}

/** Whether some pair of person and target is in more of these tickets than the cap allows. */
export function isAboveCap(plans: readonly Plan[], terms: DrawTerms): boolean {
  return isBeyond(countAnew(plans).largest, terms)
}

function isBeyond(largestPair: number, { capPermille, tickets: count }: DrawTerms): boolean {
  return capPermille !== null && largestPair * 1000 > capPermille * count && largestPair !== 1
}

function countAnew(plans: readonly Plan[]): { readonly largest: number; readonly sum: number; readonly people: number } {
  const pairs = new Map<string, number>()
  const best = new Map<string, number>()
  for (const plan of plans) {
    for (const team of plan.teams) {
      for (const { person } of team.members) {
        if (!best.has(person)) best.set(person, 0)
        for (const target of team.targets) {
          const pair = JSON.stringify([person, target])
          const count = (pairs.get(pair) ?? 0) + 1
          pairs.set(pair, count)
          best.set(person, Math.max(best.get(person) ?? 0, count))
        }
      }
    }
  }
  const counts = [...best.values()]
  return { largest: Math.max(0, ...counts), sum: counts.reduce((a, b) => a + b, 0), people: best.size }
}

/** Whether k = ⌊1000·log2(all ÷ part)⌋, by whole numbers. */
function isFloorOfLog(k: number, all: number, part: number): boolean {
  if (part === 0) return k === 0
  const [above, below] = [BigInt(all) ** 1000n, BigInt(part) ** 1000n]
  return below * 2n ** BigInt(k) <= above && below * 2n ** BigInt(k + 1) > above
}
