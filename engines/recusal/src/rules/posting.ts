// A former post: recent ones (cooling-off) and long ones bar, three years each by default (北航 2019). Each posting is judged alone;
// several short ones that add up to a long one are shown as a warning, because the file bars none of them.
import { type Context, evidenceOf, isUnverified } from '../context.ts'
import { factOf } from '../facts.ts'
import { monthNumber, monthZh, spanOf } from '../months.ts'
import { isAtLeast, liesIn } from '../places.ts'
import { LOCAL_SEAT_EN, LOCAL_SEAT_ZH, type Rule } from '../rule.ts'
import type { Evidence, Fact, ReviewPerson, ReviewPosting, ReviewTarget } from '../types.ts'

export const posting: Rule = {
  name: 'posting',
  format: 'posting',
  judge(context, person, target, seat) {
    const { coolingOffYears, longPostingYears } = context.rules
    if (seat.origin === 'host' || (coolingOffYears === null && longPostingYears === null)) return 'pass'
    let months = 0
    let isVague = person.postings === null
    for (const held of person.postings ?? []) {
      if (isInside(context, held, target)) {
        if (isRecent(context, held) || isLong(context, held)) return 'bar'
        months += lengthOf(context, held)
      } else if (isAbove(context, held, target)) isVague = true
    }
    if (isVague || isUnverified(person, 'postings')) return 'unknown'
    return longPostingYears !== null && months >= 12 * longPostingYears ? 'warn' : 'pass'
  },
  facts(context, person, target, seat) {
    const evidence = evidenceOf(person, 'postings')
    if (person.postings === null) return [factOf('任职经历未查得', 'postings not known', evidence)]
    const region = context.placeName(context.regionOf(target))
    const found = person.postings
      .filter((held) => isInside(context, held, target) || isAbove(context, held, target))
      .map((held) => describe(context, held, target, evidence))
    if (seat.origin === 'host') {
      const count = person.postings.length
      return [factOf(`任职${count}段；${LOCAL_SEAT_ZH}`, `${count} postings; ${LOCAL_SEAT_EN}`, evidence), ...found]
    }
    const summary = summaryOf(person, region, found.length, evidence)
    return found.length === 0 || isUnverified(person, 'postings') ? [summary, ...found] : found
  },
}

function summaryOf(person: ReviewPerson, region: string, inside: number, evidence: Evidence): Fact {
  const count = person.postings?.length ?? 0
  const doubt = isUnverified(person, 'postings')
  const zh = inside > 0 ? `任职${count}段` : count === 0 ? '无任职经历' : `任职${count}段，均不在${region}`
  const en = inside > 0 ? `${count} postings` : count === 0 ? 'no postings' : `${count} postings, none in ${region}`
  return factOf(doubt ? `${zh}，履历未经核实` : zh, doubt ? `${en}, not verified` : en, evidence)
}

function describe(context: Context, held: ReviewPosting, target: ReviewTarget, evidence: Evidence): Fact {
  const place = `${context.placeName(held.region)}${held.title ?? ''}`
  const length = spanOf(Math.max(0, lengthOf(context, held)))
  const until = held.to === null ? { zh: '今', en: 'now' } : { zh: monthZh(held.to), en: held.to }
  const zh = [`${monthZh(held.from)}至${until.zh}任职${place}，计${length.zh}`]
  const en = [`${held.from} to ${until.en} in ${place}, ${length.en}`]
  if (isAbove(context, held, target)) {
    const inner = context.placeName(context.regionOf(target))
    zh.push(`是否在${inner}待核`)
    en.push(`whether in ${inner} is not known`)
  } else {
    const age = spanOf(Math.max(0, ageOf(context, held)))
    const cooling = context.rules.coolingOffYears
    zh.push(held.to === null ? '仍在任' : isRecent(context, held) ? `离任未满${cooling}年` : `已离任${age.zh}`)
    en.push(
      held.to === null ? 'still held' : isRecent(context, held) ? `left less than ${cooling} years ago` : `left ${age.en} ago`,
    )
    if (isLong(context, held)) {
      zh.push(`任职满${context.rules.longPostingYears}年`)
      en.push(`held at least ${context.rules.longPostingYears} years`)
    }
  }
  return factOf(zh.join('，'), en.join('; '), evidence)
}

function isInside(context: Context, held: ReviewPosting, target: ReviewTarget): boolean {
  return isAtLeast(context.rules.recusalLevel, held.region) && liesIn(context.regionOf(target), held.region)
}

/** A posting known only above the recusal level may or may not have been in the target's region. */
function isAbove(context: Context, held: ReviewPosting, target: ReviewTarget): boolean {
  return !isAtLeast(context.rules.recusalLevel, held.region) && liesIn(held.region, target.region)
}

function endOf(context: Context, held: ReviewPosting): number {
  return held.to === null ? context.startMonth : monthNumber(held.to)
}

function lengthOf(context: Context, held: ReviewPosting): number {
  return endOf(context, held) - monthNumber(held.from)
}

function ageOf(context: Context, held: ReviewPosting): number {
  return context.startMonth - endOf(context, held)
}

function isRecent(context: Context, held: ReviewPosting): boolean {
  const years = context.rules.coolingOffYears
  return years !== null && ageOf(context, held) < 12 * years
}

function isLong(context: Context, held: ReviewPosting): boolean {
  const years = context.rules.longPostingYears
  return years !== null && lengthOf(context, held) >= 12 * years
}
