import type { ObjectiveLevel, Plan } from '../../plan.ts'
import type { RecomputedBound } from '../certificate/travel-bound.ts'
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
  const notes: Words[] = []
  for (const [level, stated] of Object.entries(plan.bound) as [ObjectiveLevel, number | null][]) {
    if (stated === null) continue
    const fault = faultOf(plan, level, stated, recomputed.get(level))
    if (fault !== null) breaches.push({ rule: 'bound', subject: level, fact: fault })
    else if (stated > 0 && recomputed.get(level)?.isExact !== true)
      notes.push(notRecomputed(level, stated, recomputed.has(level)))
  }
  return { breaches, notes }
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

function notRecomputed(level: ObjectiveLevel, stated: number, hasCertificate: boolean): Words {
  return hasCertificate
    ? {
        zh: `下界 ${level} ${stated}:证明过大,未能完整复算`,
        en: `bound ${level} ${stated}: its certificate is too large to be recomputed in full`,
      }
    : { zh: `下界 ${level} ${stated}:没有证明,未复算`, en: `bound ${level} ${stated}: without a certificate, not recomputed` }
}
