import type { Mark, MarkName } from './marks.ts'
import type { Fact, Result, Words } from './types.ts'

export type CertificateRow = {
  /** 1 to 6. */
  readonly number: number
  readonly mark: MarkName
  readonly char: string
  readonly subject: Words
  /** The situation that demands recusal, under the rules of this round. */
  readonly situation: Words
  readonly facts: readonly Fact[]
  readonly result: Result
  readonly isWaived: boolean
  readonly label: Words
}

/** One of the six checks, from its mark. */
export function rowOf(mark: Mark, number: number, situation: Words): CertificateRow {
  const isTie = mark.mark === 'kin' || mark.mark === 'tie'
  return {
    number,
    mark: mark.mark,
    char: mark.char,
    subject: { zh: mark.zh, en: mark.en },
    situation,
    facts: mark.facts,
    result: mark.result,
    isWaived: mark.isWaived,
    label: mark.isWaived
      ? { zh: '已豁免', en: 'waived' }
      : mark.result === 'warn' && !isTie
        ? { zh: '提示', en: 'note' }
        : LABELS[mark.result],
  }
}

const LABELS: { readonly [result in Result]: Words } = {
  pass: { zh: '无', en: 'none' },
  warn: { zh: '弱关系', en: 'weak tie' },
  unknown: { zh: '未核', en: 'not verified' },
  bar: { zh: '应回避', en: 'recuse' },
}
