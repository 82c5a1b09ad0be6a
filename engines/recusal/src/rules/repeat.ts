// Three not fixed (三个不固定): nobody comes back to a region that he inspected in one of the last rounds.
import type { Context } from '../context.ts'
import { factOf } from '../facts.ts'
import { cutTo, liesIn } from '../places.ts'
import { LOCAL_SEAT_EN, LOCAL_SEAT_ZH, type Rule } from '../rule.ts'
import type { Fact, Result, ReviewHistory, ReviewTarget } from '../types.ts'

const ARCHIVE = '轮次档案'

export const repeat: Rule = {
  name: 'repeat',
  format: 'repeat',
  judge(context, person, target, seat) {
    if (seat.origin === 'host') return 'pass'
    let result: Result = 'pass'
    for (const past of context.historyOf(person.id)) {
      if (!context.recentRounds.has(past.round)) continue
      if (isSameRegion(context, past, target)) return 'bar'
      if (isPartOrWhole(past, target)) result = 'warn'
    }
    return result
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
  if (isSameRegion(context, past, target)) {
    return factOf(
      `${past.round}轮巡察过${place}，属本次被巡察的${region}`,
      `inspected ${place} in round ${past.round}, within ${region}`,
      evidence,
    )
  }
  return isPartOrWhole(past, target)
    ? factOf(
        `${past.round}轮巡察${place}，与${region}互有包含`,
        `inspected ${place} in round ${past.round}, which overlaps ${region}`,
        evidence,
      )
    : factOf(`${past.round}轮巡察${place}，非${region}`, `inspected ${place} in round ${past.round}, not ${region}`, evidence)
}

function isSameRegion(context: Context, past: ReviewHistory, target: ReviewTarget): boolean {
  return cutTo(context.rules.recusalLevel, past.region) === context.regionOf(target)
}

/** One of the two is known, or lies, above the level at which regions are compared, and contains the other. */
function isPartOrWhole(past: ReviewHistory, target: ReviewTarget): boolean {
  return liesIn(past.region, target.region) || liesIn(target.region, past.region)
}
