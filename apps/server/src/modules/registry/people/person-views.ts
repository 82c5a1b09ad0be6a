import type { Person } from '@shengmian/contract'
import { wireCode } from '../../../platform/places.ts'
import { namedPlaceOf } from '../places/place-register.ts'
import type { PersonRow } from './person-store.ts'

export function personView(row: PersonRow): Person {
  return {
    id: row.id,
    authority: authorityCode(row.authority),
    number: row.number,
    name: row.name,
    employer: row.employer,
    unit: row.unit,
    home: namedPlaceOf(row.home),
    native: namedPlaceOf(row.native),
    postings: row.postings === null ? null : row.postings.map((posting) => ({ ...posting })),
    skills: row.skills === null ? null : [...row.skills],
    roles: [...row.roles],
    rank: row.rank,
    experience: row.experience,
    languages: row.languages === null ? null : [...row.languages],
    absences: row.absences === null ? null : row.absences.map((absence) => ({ ...absence })),
    source: row.source,
    training: row.training,
    mentor: row.mentor,
    unverified: [...row.unverified],
    evidence: row.evidence,
    state: row.state,
    stateReason: row.stateReason,
    reviewedOn: row.reviewedOn,
    evaluations: row.evaluations.map((evaluation) => ({ ...evaluation })),
    ties: row.ties,
    version: row.version,
  }
}

/** The whole country is `00`; its number is 0. */
export function authorityCode(authority: number): string {
  return authority === 0 ? '00' : wireCode(authority)
}
