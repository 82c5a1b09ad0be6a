import type { Transaction } from '../../../platform/transaction.ts'
import { findProgramme } from '../programmes/programme-store.ts'
import { findRound } from '../round/round-store.ts'
import { coveringAuthority } from './covering-store.ts'
import type { Subject } from './papers-store.ts'

export interface PaperSubject extends Subject {
  readonly isDraft: boolean
}

/** The round or programme that a paper belongs to, as far as the caller may see it. */
export async function demandSubject(tx: Transaction, of: 'rounds' | 'programmes', id: string): Promise<PaperSubject> {
  if (of === 'programmes') {
    const programme = await findProgramme(tx, id)
    return { authority: programme.authority, id, kind: 'programme', isDraft: programme.state === 'draft' }
  }
  const round = await findRound(tx, id)
  return { authority: round.authority, id, kind: 'round', isDraft: round.state === 'draft' }
}

/** For guidance from above: a round of a lower office, of which an upper office sees no more than its summary. */
export async function demandSubjectBelow(tx: Transaction, of: 'rounds' | 'programmes', id: string): Promise<Subject> {
  const below = of === 'rounds' ? await coveringAuthority(tx, id) : null
  return below === null ? demandSubject(tx, of, id) : { authority: below, id, kind: 'round' }
}
