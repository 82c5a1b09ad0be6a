// Which certificates verify understands, and what they prove for this problem.
import type { ObjectiveLevel, Plan } from '../../plan.ts'
import type { Breach, Words } from '../finding.ts'
import type { World } from '../world.ts'
import { levelBound, type RecomputedBound } from './level-bound.ts'
import type { PricedLevel } from './price-team.ts'

interface Recomputed {
  readonly bounds: ReadonlyMap<ObjectiveLevel, RecomputedBound>
  readonly breaches: readonly Breach[]
  /** Kinds of certificate that this verify does not know: nothing rests on them. */
  readonly notes: readonly Words[]
}

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
    else if (of !== undefined) bounds.set(of, levelBound(world, of, certificate, plan.objective))
    else
      notes.push({
        zh: `证明 ${certificate.of}:本程序不认识这一类,未予采信`,
        en: `certificate ${certificate.of}: a kind unknown to this program; nothing rests on it`,
      })
  }
  return { bounds, breaches, notes }
}

function faultOf(
  { personOf }: World,
  of: PricedLevel | undefined,
  { prices, levels = {} }: Plan['certificates'][number],
): Words | null {
  if (of === undefined) return null
  const strangers = Object.keys(prices).filter((id) => !personOf.has(id))
  if (strangers.length > 0) {
    const list = strangers.join(', ')
    return { zh: `价格中有问题文件以外的人:${list}`, en: `it prices people who are not in the problem: ${list}` }
  }
  const worse = PRICED.filter((level) => level in levels && PRICED.indexOf(level) >= PRICED.indexOf(of))
  if (worse.length === 0) return null
  return {
    zh: `它以 ${worse.join(', ')} 为前提,而该层不优先于 ${of}`,
    en: `it rests on ${worse.join(', ')}, which is not a better level than ${of}`,
  }
}
