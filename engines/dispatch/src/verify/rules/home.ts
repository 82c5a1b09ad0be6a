import type { PairBar } from '../finding.ts'
import { cut, liesIn, reaches } from '../places.ts'
import type { Ground } from '../world.ts'

/** The employer's region. A home above the recusal level (a city office) recuses nobody. */
export function home({ rules }: Ground): PairBar {
  return ({ person, isLocal }, target) => {
    const region = cut(target.region, rules.recusalLevel)
    const place = person.home
    if (isLocal || place === null || !reaches(place, rules.recusalLevel) || !liesIn(place, region)) return null
    return {
      zh: `工作单位在 ${place}，属被巡察地 ${region}`,
      en: `his home ${place} lies in ${region}, the region of the target`,
    }
  }
}
