import type { PairBar } from '../finding.ts'
import { cut, reaches } from '../places.ts'

/** A local may serve in his own county, but not for his own unit nor in a township where he works, grew up or was posted. */
export function local(): PairBar {
  return ({ person, isLocal }, target) => {
    if (!isLocal) return null
    if (person.unit === target.id) return { zh: `${target.id} 是其工作单位`, en: `the target ${target.id} is his own unit` }
    if (!reaches(target.region, 'township')) return null
    const township = cut(target.region, 'township')
    const isThere = (place: string | null): boolean =>
      place !== null && reaches(place, 'township') && cut(place, 'township') === township
    if (isThere(person.home))
      return { zh: `工作单位在同一乡镇 ${township}`, en: `his home lies in the same township ${township}` }
    if (isThere(person.native))
      return { zh: `籍贯在同一乡镇 ${township}`, en: `his native place lies in the same township ${township}` }
    if ((person.postings ?? []).some((post) => isThere(post.region)))
      return { zh: `曾在同一乡镇 ${township} 任职`, en: `he was posted to the same township ${township}` }
    return null
  }
}
