// Where the person grew up (公务员回避规定, regional recusal). A native place known only above the recusal level clears nothing inside it.
import { evidenceOf, isUnverified } from '../context.ts'
import { factOf } from '../facts.ts'
import { isAtLeast, liesIn } from '../places.ts'
import { LOCAL_SEAT_EN, LOCAL_SEAT_ZH, type Rule } from '../rule.ts'

export const native: Rule = {
  name: 'native',
  format: 'native',
  judge(context, person, target, seat) {
    if (seat.origin === 'host') return 'pass'
    const place = person.native
    if (place === null) return 'unknown'
    if (!isAtLeast(context.rules.recusalLevel, place)) {
      return liesIn(place, target.region) || isUnverified(person, 'native') ? 'unknown' : 'pass'
    }
    if (liesIn(context.regionOf(target), place)) return 'bar'
    return isUnverified(person, 'native') ? 'unknown' : 'pass'
  },
  facts(context, person, target, seat) {
    const evidence = evidenceOf(person, 'native')
    if (person.native === null) return [factOf('籍贯、成长地未查得', 'native place not known', evidence)]
    const place = context.placeName(person.native)
    const region = context.placeName(context.regionOf(target))
    if (seat.origin === 'host') {
      return [factOf(`籍贯、成长地${place}；${LOCAL_SEAT_ZH}`, `native place ${place}; ${LOCAL_SEAT_EN}`, evidence)]
    }
    const doubt = isUnverified(person, 'native') ? { zh: '，未经核实', en: ', not verified' } : { zh: '', en: '' }
    if (!isAtLeast(context.rules.recusalLevel, person.native) && liesIn(person.native, target.region)) {
      return [
        factOf(
          `籍贯只查到${place}，${region}在其内，待核`,
          `native place known only as ${place}, which contains ${region}`,
          evidence,
        ),
      ]
    }
    return liesIn(context.regionOf(target), person.native)
      ? [
          factOf(
            `籍贯、成长地${place}，属被巡察的${region}${doubt.zh}`,
            `native of ${place}, within the inspected ${region}${doubt.en}`,
            evidence,
          ),
        ]
      : [factOf(`籍贯、成长地${place}，不在${region}${doubt.zh}`, `native of ${place}, not in ${region}${doubt.en}`, evidence)]
  },
}
