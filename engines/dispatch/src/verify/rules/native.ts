import type { PairBar } from '../finding.ts'
import { cut, liesIn, reaches } from '../places.ts'
import type { Ground } from '../world.ts'

/** Where the person grew up. Known only above the recusal level, it is an unverified fact and no bar. */
export function native({ rules }: Ground): PairBar {
  return ({ person, isLocal }, target) => {
    const region = cut(target.region, rules.recusalLevel)
    const place = person.native
    if (isLocal || place === null || !reaches(place, rules.recusalLevel) || !liesIn(place, region)) return null
    return {
      zh: `籍贯 ${place}，属被巡察地 ${region}`,
      en: `his native place ${place} lies in ${region}, the region of the target`,
    }
  }
}
