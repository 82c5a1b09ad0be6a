// Which certificates verify understands, and what they prove for this problem.
import type { ObjectiveLevel } from '../../plan.ts'
import type { Breach, Words } from '../finding.ts'
import type { World } from '../world.ts'
import { travelBound, type RecomputedBound } from './travel-bound.ts'

interface Recomputed {
  readonly bounds: ReadonlyMap<ObjectiveLevel, RecomputedBound>
  readonly breaches: readonly Breach[]
  /** Kinds of certificate that this verify does not know: nothing rests on them. */
  readonly notes: readonly Words[]
}

export function recomputeBounds(world: World): Recomputed {
  const { plan, personOf } = world
  const bounds = new Map<ObjectiveLevel, RecomputedBound>()
  const breaches: Breach[] = []
  const notes: Words[] = []
  const seen = new Set<string>()
  for (const certificate of plan.certificates) {
    const broken = (zh: string, en: string): void => {
      breaches.push({ rule: 'certificate', subject: certificate.of, fact: { zh, en } })
    }
    if (seen.has(certificate.of)) broken('同一层有两份证明', 'there are two certificates for one level')
    else if (certificate.of !== 'travel') {
      notes.push({
        zh: `证明 ${certificate.of}:本程序不认识这一类,未予采信`,
        en: `certificate ${certificate.of}: a kind unknown to this program; nothing rests on it`,
      })
    } else {
      const strangers = Object.keys(certificate.prices).filter((id) => !personOf.has(id))
      if (strangers.length > 0)
        broken(
          `价格中有问题文件以外的人:${strangers.join('、')}`,
          `it prices people who are not in the problem: ${strangers.join(', ')}`,
        )
      else bounds.set('travel', travelBound(world, certificate, plan.objective))
    }
    seen.add(certificate.of)
  }
  return { bounds, breaches, notes }
}
