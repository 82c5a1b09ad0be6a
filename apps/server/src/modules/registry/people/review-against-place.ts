// "No tie to 弥市镇": the recusal engine's own rules, with the whole place as one target and everybody who answers for a unit in it.
import { prepareReview, resolveRules, type Answer } from '@shengmian/recusal'
import { levelOf, placeNumber, placeRange } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { namedPlace } from '../places/place-register.ts'
import { selectTiesTouching } from '../ties/tie-store.ts'
import { selectOfficialsWithin } from '../units/official-store.ts'
import { selectUnitsById } from '../units/unit-store.ts'
import type { PersonRow } from './person-store.ts'
import { reviewPerson, reviewTie } from './review-person.ts'
import type { Why } from './why.ts'

/** Why each person may be sent there; people whom a rule bars, or who have any known tie, are left out. */
export async function reviewAgainstPlace(
  tx: Transaction,
  people: readonly PersonRow[],
  code: string,
  days: { readonly from: string; readonly to: string },
): Promise<ReadonlyMap<string, readonly Why[]>> {
  const { lo, hi } = { lo: placeNumber(code), hi: placeRange(code).hi }
  const officials = await selectOfficialsWithin(tx, lo, hi)
  const ties = await selectTiesTouching(
    tx,
    people.map(({ id }) => id),
  )
  const tiedUnits = await selectUnitsById(tx, [
    ...new Set(ties.flatMap((tie) => (tie.otherKind === 'unit' && tie.other !== null ? [tie.other] : []))),
  ])
  const unitsInside = tiedUnits.filter(({ place }) => place >= lo && place <= hi).map(({ id }) => id)
  const target = {
    id: code,
    name: namedPlace(code).name,
    region: code,
    insiders: [...officials.map(({ id }) => id), ...unitsInside],
  }
  const review = prepareReview({
    round: { id: 'search', start: days.from, end: days.to },
    rounds: [],
    // The question names its own level: a county's own people may well go to a town in which they have no part.
    rules: resolveRules({ recusalLevel: levelOf(code) }),
    ties: ties.map(reviewTie),
    history: [],
    barred: [],
    waivers: [],
    regions: [{ code, name: target.name }],
  })
  const answers = new Map<string, readonly Why[]>()
  for (const person of people) {
    const given = review(reviewPerson(person), target, { origin: null, role: 'member' })
    if (given.some(({ result }) => result === 'bar' || result === 'warn')) continue
    answers.set(person.id, whyOf(given, target.name, officials.length === 0))
  }
  return answers
}

function whyOf(answers: readonly Answer[], place: string, isOfficialsUnknown: boolean): readonly Why[] {
  const unknown = answers.filter(({ result }) => result === 'unknown').flatMap(({ facts }) => facts)
  if (isOfficialsUnknown)
    unknown.push({ zh: `${place}的班子名单未核`, en: `nobody has told who answers for ${place}`, date: null, source: null })
  if (unknown.length > 0) {
    return [
      {
        asked: 'noTieTo',
        result: 'unknown',
        zh: `与${place}未见关系，但有未核事项：${unknown.map(({ zh }) => zh).join('；')}`,
        en: `no tie to ${place} is known, but not verified: ${unknown.map(({ en }) => en).join('; ')}`,
      },
    ]
  }
  return [
    {
      asked: 'noTieTo',
      result: 'pass',
      zh: `与${place}无关系：工作地、成长地、任职经历和申报关系都已核对`,
      en: `no tie to ${place}: home, native place, postings and declared ties were checked`,
    },
  ]
}
