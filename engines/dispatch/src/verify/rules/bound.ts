import type { ObjectiveLevel, Plan } from '../../plan.ts'
import type { RecomputedBound } from '../certificate/level-bound.ts'
import type { Breach, Words } from '../finding.ts'
import type { World } from '../world.ts'

interface BoundsChecked {
  readonly breaches: readonly Breach[]
  /** Bounds that were stated without anything to recompute them from. */
  readonly notes: readonly Words[]
}

/**
 * No bound lies above its figure, nor above what its certificate proves. A bound of 0 needs no proof; any other bound
 * without a certificate is not called wrong, but it is named as not recomputed.
 */
export function bound({ plan }: World, recomputed: ReadonlyMap<ObjectiveLevel, RecomputedBound>): BoundsChecked {
  const breaches: Breach[] = []
  const open: string[] = []
  for (const [level, stated] of Object.entries(plan.bound) as [ObjectiveLevel, number | null][]) {
    if (stated === null) continue
    const fault = faultOf(plan, level, stated, recomputed.get(level))
    if (fault !== null) breaches.push({ rule: 'bound', subject: level, fact: fault })
    else if (stated > 0 && recomputed.get(level)?.isExact !== true) open.push(`${level} ${stated}`)
  }
  const list = open.join(', ')
  const words = {
    zh: `以下下界没有可复算的证明,本程序未予确认:${list}`,
    en: `bounds without a certificate that could be recomputed, not confirmed here: ${list}`,
  }
  return { breaches, notes: open.length === 0 ? [] : [words] }
}

function faultOf(plan: Plan, level: ObjectiveLevel, stated: number, proof: RecomputedBound | undefined): Words | null {
  const figure = plan.objective[level]
  if (stated > figure)
    return { zh: `下界 ${stated} 大于目标值 ${figure}`, en: `the bound ${stated} lies above the figure ${figure}` }
  if (proof === undefined || !proof.isExact || stated <= proof.value) return null
  return {
    zh: `下界写 ${stated},其证明只给出 ${proof.value}`,
    en: `the bound is stated as ${stated}, its certificate proves ${proof.value}`,
  }
}
