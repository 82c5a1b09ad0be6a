// The entry of a person as the form holds it: every field is what the contract takes, an empty line is a fact not known.
import type { BodyOf, Person, putPerson } from '@shengmian/contract'

type Written = BodyOf<typeof putPerson>
export type PersonFilled = Omit<Written, 'version'>

/** What the form begins with; a new person is a member of whom nothing is known. */
export function filledOf(person: Person | null): PersonFilled {
  if (person === null)
    return {
      number: null,
      name: '',
      employer: null,
      unit: null,
      home: null,
      native: null,
      postings: null,
      skills: null,
      roles: ['member'],
      rank: null,
      experience: null,
      languages: null,
      absences: null,
      source: null,
      training: false,
      mentor: null,
      unverified: [],
      evidence: {},
    }
  const { number, name, employer, unit, postings, skills, roles, rank, experience, languages, absences, source } = person
  const { training, mentor, unverified, evidence } = person
  const places = { home: person.home?.code ?? null, native: person.native?.code ?? null }
  const lists = { postings, skills, roles, languages, absences, unverified }
  return { number, name, employer, unit, rank, experience, source, training, mentor, evidence, ...places, ...lists }
}

/** What is sent: lines without the blanks around them, an empty one as not known, and no source where none was written. */
export function writtenOf(filled: PersonFilled, version: number | null): Written {
  const line = (text: string | null) => (text === null || text.trim() === '' ? null : text.trim())
  const { number, name, employer, rank, source, evidence, training, mentor } = filled
  const known = Object.entries(evidence).filter(([, one]) => line(one.source) !== null || one.date !== null)
  return {
    ...filled,
    number: line(number),
    name: name.trim(),
    employer: line(employer),
    rank: line(rank),
    source: line(source),
    mentor: training ? mentor : null,
    postings:
      filled.postings?.map(({ title, ...posting }) => {
        const post = line(title ?? null)
        return { ...posting, ...(post === null ? {} : { title: post }) }
      }) ?? null,
    evidence: Object.fromEntries(known.map(([fact, one]) => [fact, { source: line(one.source), date: one.date }])),
    version,
  }
}
