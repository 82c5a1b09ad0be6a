// The employer's region: who works in a region does not inspect it. An office above the recusal level recuses nobody by home.
import { evidenceOf, isUnverified } from '../context.ts'
import { factOf } from '../facts.ts'
import { isAtLeast, liesIn } from '../places.ts'
import { LOCAL_SEAT_EN, LOCAL_SEAT_ZH, type Rule } from '../rule.ts'

export const home: Rule = {
  name: 'home',
  format: 'home',
  judge(context, person, target, seat) {
    if (seat.origin === 'host') return 'pass'
    const place = person.home
    if (place !== null && isAtLeast(context.rules.recusalLevel, place) && liesIn(context.regionOf(target), place)) return 'bar'
    return isUnverified(person, 'home') ? 'unknown' : 'pass'
  },
  facts(context, person, target, seat) {
    const evidence = evidenceOf(person, 'home')
    if (person.home === null) return [factOf('工作单位所在地未查得', 'region of the employer not known', evidence)]
    const place = context.placeName(person.home)
    const region = context.placeName(context.regionOf(target))
    if (seat.origin === 'host') {
      return [factOf(`单位在${place}；${LOCAL_SEAT_ZH}`, `employer in ${place}; ${LOCAL_SEAT_EN}`, evidence)]
    }
    const doubt = isUnverified(person, 'home') ? { zh: '，未经核实', en: ', not verified' } : { zh: '', en: '' }
    if (!isAtLeast(context.rules.recusalLevel, person.home)) {
      return [
        factOf(
          `单位在${place}，属上级机关，不因工作地回避${doubt.zh}`,
          `employer in ${place}, above the level at which a workplace recuses${doubt.en}`,
          evidence,
        ),
      ]
    }
    return liesIn(context.regionOf(target), person.home)
      ? [
          factOf(
            `单位在${place}，属被巡察的${region}${doubt.zh}`,
            `employer in ${place}, within the inspected ${region}${doubt.en}`,
            evidence,
          ),
        ]
      : [factOf(`单位在${place}，不在${region}${doubt.zh}`, `employer in ${place}, not in ${region}${doubt.en}`, evidence)]
  },
}
