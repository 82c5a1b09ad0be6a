import { createHash } from 'node:crypto'
import type { Transaction } from '../../platform/transaction.ts'
import { insertIssued, takeNumber } from './store.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export interface Issuing {
  readonly id: string
  readonly authority: number
  readonly kind: 'engagement-order' | 'recusal-certificate'
  /** The words before the year: 荆巡授. */
  readonly series: string
  readonly year: number
  readonly round: string
  readonly person: string
  readonly title: string
  readonly by: string
  readonly at: Date
}

export interface Issued {
  readonly id: string
  readonly label: string
  readonly sha256: string
}

/** Gives the next number, renders with it, and freezes bytes and hash: all in the caller's transaction. */
export async function issueDocument(
  tx: Transaction,
  issuing: Issuing,
  draw: (label: string) => { readonly bytes: Buffer; readonly content: object },
): Promise<Issued> {
  const number = await takeNumber(tx, issuing.authority, issuing.series, issuing.year)
  const label = `${issuing.series}〔${issuing.year}〕${number}号`
  const { bytes, content } = draw(label)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await insertIssued(tx, {
    authority: issuing.authority,
    id: issuing.id,
    series: issuing.series,
    year: issuing.year,
    number,
    label,
    kind: issuing.kind,
    round: issuing.round,
    person: issuing.person,
    title: issuing.title,
    media_type: WORD,
    sha256,
    content: JSON.stringify(content),
    bytes,
    issued_by: issuing.by,
    issued_at: issuing.at,
  })
  return { id: issuing.id, label, sha256 }
}
