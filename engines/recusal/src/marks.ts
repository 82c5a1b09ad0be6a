// The six marks that a page shows for a person and a target, 地 籍 任 亲 系 复: each gathers the answers of its rules.
import type { Answer, Fact, Result, RuleName } from './types.ts'

export type MarkName = 'home' | 'native' | 'posting' | 'kin' | 'tie' | 'repeat'

type MarkEntry = {
  readonly mark: MarkName
  readonly char: string
  readonly zh: string
  readonly en: string
  readonly rules: readonly RuleName[]
}

/** The marks in their fixed order, with the rules each speaks for; the first rule's facts stand for the mark when it passes. */
export const marks: readonly MarkEntry[] = [
  { mark: 'home', char: '地', zh: '工作地', en: 'workplace', rules: ['home', 'own-unit', 'local'] },
  { mark: 'native', char: '籍', zh: '籍贯、成长地', en: 'native place', rules: ['native'] },
  { mark: 'posting', char: '任', zh: '任职经历', en: 'postings', rules: ['posting'] },
  { mark: 'kin', char: '亲', zh: '亲属', en: 'kin', rules: ['kin'] },
  {
    mark: 'tie',
    char: '系',
    zh: '其他关系',
    en: 'other ties',
    rules: ['declared-tie', 'study', 'shared-leadership', 'objection'],
  },
  { mark: 'repeat', char: '复', zh: '重复巡察', en: 'repeat', rules: ['repeat'] },
]

export type Mark = Omit<MarkEntry, 'rules'> & {
  /** The gravest of its rules' results. */
  readonly result: Result
  /** On a bar: who lifted it and why, once every bar of the mark is lifted. */
  readonly waivers: readonly { readonly by: string; readonly why: string }[]
  readonly isWaived: boolean
  readonly facts: readonly Fact[]
}

const GRAVITY: { readonly [result in Result]: number } = { pass: 0, warn: 1, unknown: 2, bar: 3 }

/** Gathers the answers of a review into the six marks. Answers of a narrowed review leave the marks of missing rules without facts. */
export function gatherMarks(answers: readonly Answer[]): readonly Mark[] {
  return marks.map(({ rules, ...entry }) => {
    const own = rules.flatMap((rule) => answers.filter((answer) => answer.rule === rule))
    const result = own.reduce<Result>(
      (worst, answer) => (GRAVITY[answer.result] > GRAVITY[worst] ? answer.result : worst),
      'pass',
    )
    const bars = own.filter((answer) => answer.result === 'bar')
    const waivers = bars.flatMap((answer) => (answer.waived === undefined ? [] : [answer.waived]))
    return { ...entry, result, waivers, isWaived: bars.length > 0 && waivers.length === bars.length, facts: factsOf(own) }
  })
}

function factsOf(answers: readonly Answer[]): readonly Fact[] {
  const told = answers.filter((answer) => answer.result === 'bar' || answer.result === 'warn')
  // rules that miss the same fact would say so several times over
  const missing = answers.find((answer) => answer.result === 'unknown')
  const first = missing ?? answers[0]
  if (told.length === 0) return first?.facts ?? []
  return [...told.toSorted((a, b) => GRAVITY[b.result] - GRAVITY[a.result]), ...(missing === undefined ? [] : [missing])].flatMap(
    (answer) => answer.facts,
  )
}
