// A local member of a mixed team knows his county, and may; he does not inspect the township of his work, youth or a former post.
import { evidenceOf, isUnverified } from '../context.ts'
import { factOf } from '../facts.ts'
import { cutTo, isAtLeast, liesIn } from '../places.ts'
import type { Rule } from '../rule.ts'
import type { FactName, PlaceCode, ReviewPerson } from '../types.ts'

const READS = ['home', 'native', 'postings'] as const satisfies readonly FactName[]
const LABELS = {
  home: { zh: '工作地', en: 'workplace' },
  native: { zh: '籍贯、成长地', en: 'native place' },
  postings: { zh: '任职地', en: 'posting' },
} as const

export const local: Rule = {
  name: 'local',
  format: 'local',
  judge(context, person, target, seat) {
    if (seat.origin !== 'host') return 'pass'
    if (READS.some((fact) => placesOf(person, fact).some((place) => isSameTownship(place, target.region)))) return 'bar'
    const isVague = (fact: (typeof READS)[number]): boolean =>
      isUnverified(person, fact) ||
      (fact !== 'home' &&
        placesOf(person, fact).some((place) => !isAtLeast(context.rules.recusalLevel, place) && liesIn(place, target.region)))
    if (READS.some(isVague)) return 'unknown'
    const { native } = person
    return native !== null && !isAtLeast('township', native) && liesIn(native, target.region) ? 'warn' : 'pass'
  },
  facts(context, person, target, seat) {
    if (seat.origin !== 'host') return [factOf('非本地组员，不适用', 'not a local member: does not apply')]
    return READS.flatMap((fact) => {
      const { zh, en } = LABELS[fact]
      const evidence = evidenceOf(person, fact)
      if (person[fact] === null) return [factOf(`${zh}未查得`, `${en} not known`, evidence)]
      const doubt = isUnverified(person, fact) ? { zh: '，未经核实', en: ', not verified' } : { zh: '', en: '' }
      return placesOf(person, fact).map((place) => {
        const name = context.placeName(place)
        if (isSameTownship(place, target.region)) {
          return factOf(
            `${zh}${name}，与被巡察单位同属一个乡镇${doubt.zh}`,
            `${en} ${name}: the township of the target${doubt.en}`,
            evidence,
          )
        }
        if (!isAtLeast('township', place) && liesIn(place, target.region)) {
          return factOf(`${zh}${name}，未到乡镇${doubt.zh}`, `${en} ${name}: township not stated${doubt.en}`, evidence)
        }
        return factOf(`${zh}${name}，与被巡察单位不同乡镇${doubt.zh}`, `${en} ${name}: another township${doubt.en}`, evidence)
      })
    })
  },
}

function placesOf(person: ReviewPerson, fact: (typeof READS)[number]): readonly PlaceCode[] {
  if (fact === 'postings') return (person.postings ?? []).map((posting) => posting.region)
  const place = person[fact]
  return place === null ? [] : [place]
}

function isSameTownship(place: PlaceCode, region: PlaceCode): boolean {
  return isAtLeast('township', place) && liesIn(cutTo('township', place), region)
}
