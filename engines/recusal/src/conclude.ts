// The one sentence at the foot of a certificate, and what follows from it.
import type { CertificateRow } from './certificate-row.ts'
import type { Answer, RecusalRules, ReviewPerson, ReviewTarget, Seat, Words } from './types.ts'
import { unverifiedFacts } from './unverified-facts.ts'

export type Conclusion = {
  readonly decision: 'admit' | 'admit-by-waiver' | 'hold' | 'refuse'
  readonly bars: number
  readonly unknowns: number
  readonly weak: number
  /** Thousandths of a person. */
  readonly exposure: number
  readonly sentence: Words
  /** What follows from unverified rows or waivers; empty where nothing does. */
  readonly note: Words
}

type Grounds = {
  readonly person: ReviewPerson
  readonly target: ReviewTarget
  readonly seat: Seat
  readonly answers: readonly Answer[]
  readonly exposure: number
  readonly rules: RecusalRules
}

/** Counts the rows and decides: a bar refuses, an unverified fact holds where the rules say so, all else admits. */
export function conclude(input: Grounds, rows: readonly CertificateRow[]): Conclusion {
  const barred = rows.filter((row) => row.result === 'bar' && !row.isWaived)
  const unknown = rows.filter((row) => row.result === 'unknown')
  const weak = rows.filter((row) => row.result === 'warn').length
  const waived = rows.filter((row) => row.isWaived)
  const isWaived = input.answers.some((answer) => answer.waived !== undefined)
  const isHeld = input.rules.unverified === 'bar' && isUnverifiedUnwaived(input)
  const decision = barred.length > 0 ? 'refuse' : isHeld ? 'hold' : isWaived ? 'admit-by-waiver' : 'admit'
  const exposed = input.exposure > 0
  const figure = thousandths(input.exposure)
  const zh = [
    `应回避${barred.length}项${barred.length > 0 ? `（${barred.map((row) => row.subject.zh).join('；')}）` : ''}`,
    ...(waived.length > 0 ? [`豁免${waived.length}项`] : []),
    `未核${unknown.length}项`,
    `弱关系${weak}项${exposed ? `（暴露${figure}人）` : ''}`,
    DECISIONS[decision].zh,
  ]
  const en = [
    `${barred.length} to recuse${barred.length > 0 ? ` (${barred.map((row) => row.subject.en).join(', ')})` : ''}`,
    ...(waived.length > 0 ? [`${waived.length} waived`] : []),
    `${unknown.length} not verified`,
    `${weak} weak${exposed ? ` (exposure ${figure} persons)` : ''}`,
    DECISIONS[decision].en,
  ]
  return {
    decision,
    bars: barred.length,
    unknowns: unknown.length,
    weak,
    exposure: input.exposure,
    sentence: { zh: `${zh.join('，')}。`, en: `${en.join('; ')}.` },
    note: noteOf(input.answers, unknown),
  }
}

/** The dispatch file's own reading, so that a certificate never holds back whom a valid plan sends. */
function isUnverifiedUnwaived({ person, target, seat, rules, answers }: Grounds): boolean {
  const isLifted = answers.some((answer) => answer.result === 'unknown' && answer.waived !== undefined)
  return !isLifted && unverifiedFacts(person, seat, [target], rules).length > 0
}

const DECISIONS: { readonly [decision in Conclusion['decision']]: Words } = {
  admit: { zh: '准予参加', en: 'may take part' },
  'admit-by-waiver': { zh: '经豁免准予参加', en: 'may take part by waiver' },
  hold: { zh: '核实前不予派出', en: 'not sent until verified' },
  refuse: { zh: '不予参加', en: 'may not take part' },
}

function noteOf(answers: readonly Answer[], unknown: readonly CertificateRow[]): Words {
  const zh: string[] = []
  const en: string[] = []
  // one waiver may lift the bars of several rules
  const waivers = new Map(answers.flatMap(({ waived }) => (waived === undefined ? [] : [[`${waived.by}${waived.why}`, waived]])))
  for (const waived of waivers.values()) {
    zh.push(`${waived.by}批准豁免：${waived.why}。`)
    en.push(`Waived by ${waived.by}: ${waived.why}.`)
  }
  if (unknown.length > 0) {
    const rows = unknown.map((row) => row.number).join('、')
    zh.push(`未核不视为无：第${rows}项核实前每周催核一次，核实后如属应回避，授权即时停止，另行派员。`)
    en.push(
      `Unknown is not clear: row ${rows.replaceAll('、', ', ')} is chased weekly; if it turns out to demand recusal, the authorisation stops at once.`,
    )
  }
  return { zh: zh.join(''), en: en.join(' ') }
}

function thousandths(value: number): string {
  return `${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, '0')}`
}
