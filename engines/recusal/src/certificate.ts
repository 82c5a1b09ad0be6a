// The certificate of recusal (回避审查表): six checks, each with what demands recusal, what was found, where and when, and one sentence.
import { rowOf, type CertificateRow } from './certificate-row.ts'
import { conclude, type Conclusion } from './conclude.ts'
import { gatherMarks } from './marks.ts'
import { situationOf } from './situations.ts'
import type { Answer, RecusalRules, ReviewPerson, ReviewTarget, Seat, Strictness, Words } from './types.ts'

export type Certificate = {
  readonly person: { readonly id: string; readonly name: string | null }
  readonly target: { readonly id: string; readonly name: string; readonly region: string }
  readonly seat: Seat
  readonly rows: readonly CertificateRow[]
  /** How many of the six rows name a source for every fact. */
  readonly sourced: number
  readonly conclusion: Conclusion
  /** The declaration that the person signs. */
  readonly declaration: Words
}

export type CertificateInput = {
  readonly person: ReviewPerson
  readonly target: ReviewTarget
  readonly seat: Seat
  /** All answers of a full review for this person, target and seat. */
  readonly answers: readonly Answer[]
  /** The person's exposure to the target's officials, thousandths. */
  readonly exposure: number
  readonly rules: RecusalRules
  readonly strictness?: Strictness
}

/** Draws the certificate of one assignment from the answers of its review. Pure; it holds no identity number and names no relative. */
export function drawCertificate(input: CertificateInput): Certificate {
  const rows = gatherMarks(input.answers).map((mark, index) => rowOf(mark, index + 1, situationOf(mark.mark, input)))
  const { person, target, seat } = input
  return {
    person: { id: person.id, name: person.name ?? null },
    target: { id: target.id, name: target.name, region: target.region },
    seat,
    rows,
    sourced: rows.filter((row) => row.facts.length > 0 && row.facts.every((fact) => fact.source !== null)).length,
    conclusion: conclude(input, rows),
    declaration: {
      zh: '以上申报属实、完整。巡察期间关系发生变化，当日补报。',
      en: 'This declaration is true and complete. A tie that changes during the inspection is declared the same day.',
    },
  }
}
