import type { ReviewPerson, ReviewTie } from '@shengmian/recusal'
import { wireCode } from '../../../platform/places.ts'
import { sourceLabel } from '../ties/tie-catalogue.ts'
import type { TieRow } from '../ties/tie-store.ts'
import type { PersonRow } from './person-store.ts'

/** A person of the pool as the recusal engine reads him: what is not known stays null. */
export function reviewPerson(row: PersonRow): ReviewPerson {
  return {
    id: row.id,
    name: row.name,
    home: row.home === null ? null : wireCode(row.home),
    native: row.native === null ? null : wireCode(row.native),
    unit: row.unit,
    postings: row.postings,
    unverified: row.unverified,
    evidence: row.evidence,
  }
}

/** The other end of a tie as a node of its own: an outsider is known by name alone. */
export function endOfTie(tie: Pick<TieRow, 'other' | 'matchKey'>): string {
  return tie.other ?? tie.matchKey
}

/** A declared tie as the recusal engine reads it. */
export function reviewTie(tie: TieRow): ReviewTie {
  return {
    a: tie.person,
    b: endOfTie(tie),
    kind: tie.kind,
    degree: tie.degree,
    strength: tie.strength,
    source: sourceLabel(tie.source),
    from: tie.from,
    to: tie.to,
    date: tie.day,
    detail: tie.detail,
  }
}
