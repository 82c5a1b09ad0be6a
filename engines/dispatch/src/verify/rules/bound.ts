import type { ObjectiveLevel, Plan } from '../../plan.ts'
import type { RecomputedBound } from '../certificate/level-bound.ts'
import type { Breach, Words } from '../finding.ts'
import type { World } from '../world.ts'

interface BoundsChecked {
  readonly breaches: readonly Breach[]
  /** Bounds, or parts of them, that rest on the word of whoever made the plan. */
  readonly notes: readonly Words[]
}

/**
 * No bound lies above its figure, nor above what its certificate proves, unless the certificate itself says that it proves
 * less. A bound of 0 needs no proof; what is not proven is not called wrong, but named.
 */
export function bound({ plan }: World, recomputed: ReadonlyMap<ObjectiveLevel, RecomputedBound>): BoundsChecked {
  const breaches: Breach[] = []
  const notes: Words[] = []
  const open: string[] = []
  for (const [level, stated] of Object.entries(plan.bound) as [ObjectiveLevel, number | null][]) {
    if (stated === null) continue
    const proof = recomputed.get(level)
    const fault = faultOf(plan, level, stated, proof)
    if (fault !== null) breaches.push({ rule: 'bound', subject: level, fact: fault })
    else if (stated > 0 && (proof === undefined || (proof.value === 0 && (proof.isOwn || !proof.isExact))))
      open.push(`${level} ${stated}`)
    else if (proof !== undefined && proof.value < stated) notes.push(partly(level, stated, proof))
  }
  if (open.length > 0)
    notes.push({
      zh: `以下下界没有可复算的证明，本程序未予确认：${open.join('、')}`,
      en: `bounds without a certificate that could be recomputed, not confirmed here: ${open.join(', ')}`,
    })
  return { breaches, notes }
}

function faultOf(plan: Plan, level: ObjectiveLevel, stated: number, proof: RecomputedBound | undefined): Words | null {
  const figure = plan.objective[level]
  if (stated > figure)
    return { zh: `下界 ${stated} 大于目标值 ${figure}`, en: `the bound ${stated} lies above the figure ${figure}` }
  if (proof === undefined || !proof.isExact || proof.isStated || stated <= proof.value) return null
  return {
    zh: `下界写 ${stated}，其证明只给出 ${proof.value}`,
    en: `the bound is stated as ${stated}, its certificate proves ${proof.value}`,
  }
}

function partly(level: ObjectiveLevel, stated: number, { value, isExact, isOwn }: RecomputedBound): Words {
  const by = isOwn ? { zh: '本程序自行证得', en: 'verify itself proves' } : { zh: '证明给出', en: 'the certificate proves' }
  const rest = isExact
    ? { zh: '其余以求解程序所言为准', en: 'the rest is the word of the solver' }
    : { zh: '复算步数用尽，其余未予确认', en: 'the steps of the check ran out, the rest is not confirmed' }
  return {
    zh: `${level}：${by.zh}所写下界 ${stated} 中的 ${value}；${rest.zh}`,
    en: `${level}: ${by.en} ${value} of the bound ${stated}; ${rest.en}`,
  }
}
