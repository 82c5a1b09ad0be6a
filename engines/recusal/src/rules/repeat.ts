// Three not fixed (三个不固定): nobody comes back to a region that he inspected in one of the last rounds.
import type { Context } from '../context.ts'
import { factOf } from '../facts.ts'
import { cutTo, liesIn } from '../places.ts'
import { LOCAL_SEAT_EN, LOCAL_SEAT_ZH, type Rule } from '../rule.ts'
import type { Fact, ReviewHistory, ReviewTarget } from '../types.ts'

const ARCHIVE = '轮次档案'

export const repeat: Rule = {
  name: 'repeat',
  format: 'repeat',
  judge(context, person, target, seat) {
    if (seat.origin === 'host') return 'pass'
    const isRepeated = context.historyOf(person.id).some((past) => isRecentHere(context, past, target))
    return isRepeated ? 'bar' : 'pass'
  },
  facts(context, person, target, seat) {
    const recent = context.historyOf(person.id).filter((past) => context.recentRounds.has(past.round))
    if (seat.origin === 'host') return [factOf(LOCAL_SEAT_ZH, LOCAL_SEAT_EN)]
    const rounds = context.recentRounds.size
    if (recent.length === 0) {
      return [
        factOf(`近${rounds}轮未参加巡察`, `served in none of the last ${rounds} rounds`, {
          source: ARCHIVE,
          date: null,
        }),
      ]
    }
    return recent.map((past) => describe(context, past, target))
  },
}

function describe(context: Context, past: ReviewHistory, target: ReviewTarget): Fact {
  const place = context.placeName(past.region)
  const region = context.placeName(context.regionOf(target))
  const evidence = { source: past.source ?? ARCHIVE, date: past.date ?? null }
  return isRecentHere(context, past, target)
    ? factOf(
        `${past.round}轮巡察过${place}，属本次被巡察的${region}`,
        `inspected ${place} in round ${past.round}, within ${region}`,
        evidence,
      )
    : factOf(`${past.round}轮巡察${place}，非${region}`, `inspected ${place} in round ${past.round}, not ${region}`, evidence)
}

function isRecentHere(context: Context, past: ReviewHistory, target: ReviewTarget): boolean {
  return context.recentRounds.has(past.round) && liesIn(context.regionOf(target), cutTo(context.rules.recusalLevel, past.region))
}
