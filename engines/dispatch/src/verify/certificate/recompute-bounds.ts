// Which certificates verify understands, and what they prove for this problem.
import type { ObjectiveLevel, Plan } from '../../plan.ts'
import type { Breach, Words } from '../finding.ts'
import type { World } from '../world.ts'
import { workloadSpreadBound, worstExposureBound } from './own-bounds.ts'
import { levelBound, type RecomputedBound } from './level-bound.ts'
import type { PricedLevel } from './pricing.ts'

interface Recomputed {
  readonly bounds: ReadonlyMap<ObjectiveLevel, RecomputedBound>
  readonly breaches: readonly Breach[]
  /** Kinds of certificate that this verify does not know: nothing rests on them. */
  readonly notes: readonly Words[]
}

/** How many strangers are named. */
const NAMED = 5

/** Better levels first. */
const PRICED: readonly PricedLevel[] = ['totalExposure', 'unverified', 'travel']

export function recomputeBounds(world: World): Recomputed {
  const { plan } = world
  const bounds = new Map<ObjectiveLevel, RecomputedBound>()
  const breaches: Breach[] = []
  const notes: Words[] = []
  const seen = new Set<string>()
  for (const certificate of plan.certificates) {
    const of = PRICED.find((level) => level === certificate.of)
    const fault = seen.has(certificate.of)
      ? { zh: '同一层有两份证明', en: 'there are two certificates for one level' }
      : faultOf(world, of, certificate)
    seen.add(certificate.of)
    if (fault !== null) breaches.push({ rule: 'certificate', subject: certificate.of, fact: fault })
    else if (of !== undefined) {
      const proof = levelBound(world, of, certificate, plan.objective)
      const promise = proof === null ? TOO_LARGE : promiseOf(certificate, proof)
      if (proof !== null) bounds.set(of, proof)
      if (promise !== null) breaches.push({ rule: 'certificate', subject: of, fact: promise })
    } else
      notes.push({
        zh: `证明 ${certificate.of}：本程序不认识这一类，未予采信`,
        en: `certificate ${certificate.of}: a kind unknown to this program; nothing rests on it`,
      })
  }
  const { worstExposure, workloadSpread } = plan.bound
  if (worstExposure !== null && worstExposure > 0) bounds.set('worstExposure', worstExposureBound(world, plan.objective))
  if (workloadSpread !== null && workloadSpread > 0) bounds.set('workloadSpread', workloadSpreadBound(world))
  return { bounds, breaches, notes }
}

const TOO_LARGE: Words = {
  zh: '它的价格太大，相加不再精确，不予采信',
  en: 'its prices are so large that they cannot be added up exactly; nothing rests on it',
}

/** A certificate may say what it proves, and then no more than that. */
function promiseOf({ proves }: Plan['certificates'][number], { value, isExact }: RecomputedBound): Words | null {
  if (proves === undefined || proves <= value || !isExact) return null
  return { zh: `它自称证明 ${proves}，复算只得 ${value}`, en: `it says that it proves ${proves}; it proves ${value}` }
}

function faultOf(
  { personOf }: World,
  of: PricedLevel | undefined,
  { prices, levels = {} }: Plan['certificates'][number],
): Words | null {
  if (of === undefined) return null
  const strangers = Object.keys(prices).filter((id) => !personOf.has(id))
  if (strangers.length > 0) {
    const list = [...strangers.slice(0, NAMED), ...(strangers.length > NAMED ? ['…'] : [])]
    return {
      zh: `价格中有问题文件以外的人：${list.join('、')}`,
      en: `it prices people who are not in the problem: ${list.join(', ')}`,
    }
  }
  const worse = PRICED.filter((level) => level in levels && PRICED.indexOf(level) >= PRICED.indexOf(of))
  if (worse.length === 0) return null
  return {
    zh: `它以 ${worse.join('、')} 为前提，而该层不优先于 ${of}`,
    en: `it rests on ${worse.join(', ')}, which is not a better level than ${of}`,
  }
}
