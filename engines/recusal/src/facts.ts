import type { Evidence, Fact } from './types.ts'

/** A resident identity number: 17 digits and a check character, or the old 15 digits; place codes have at most 12. */
const IDENTITY_NUMBER = /(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)/g

const NO_EVIDENCE: Evidence = { source: null, date: null }

/** A fact in both languages with its source. Identity numbers that slipped into a declaration never reach a certificate. */
export function factOf(zh: string, en: string, evidence: Evidence = NO_EVIDENCE): Fact {
  return {
    zh: zh.replace(IDENTITY_NUMBER, '〔证件号略〕'),
    en: en.replace(IDENTITY_NUMBER, '[identity number withheld]'),
    date: evidence.date,
    source: evidence.source === null ? null : evidence.source.replace(IDENTITY_NUMBER, '〔证件号略〕'),
  }
}
