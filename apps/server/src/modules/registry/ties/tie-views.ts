import type { Tie } from '@shengmian/contract'
import { authorityCode } from '../people/person-views.ts'
import type { TieRow } from './tie-store.ts'

export function tieView(row: TieRow): Tie {
  return {
    id: row.id,
    person: row.person,
    authority: authorityCode(row.authority),
    other: {
      kind: row.otherKind,
      id: row.other,
      authority: row.otherAuthority === null ? null : authorityCode(row.otherAuthority),
      name: row.otherName,
    },
    kind: row.kind,
    degree: row.degree,
    class: row.class,
    strength: row.strength,
    from: row.from,
    to: row.to,
    detail: row.detail,
    source: row.source,
    day: row.day,
    review: row.review,
    reviewedBy: row.reviewedBy,
    reviewNote: row.reviewNote,
    state: row.state,
    recordedAt: row.recordedAt.toISOString(),
  }
}
