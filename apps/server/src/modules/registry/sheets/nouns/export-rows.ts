// What is known, row by row, in the very words that an import reads: an exported file imported again changes nothing.
import type { SheetNoun } from '@shengmian/contract'
import { placeNumber, placeRange, wireCode } from '../../../../platform/places.ts'
import type { Transaction } from '../../../../platform/transaction.ts'
import { selectPeople, selectPeopleById, type PersonRow } from '../../people/person-store.ts'
import { skillLabel } from '../../people/skills.ts'
import { sourceLabel, tieLabel } from '../../ties/tie-catalogue.ts'
import { selectTiesOfPool } from '../../ties/tie-store.ts'
import { selectClasses, selectDossiers } from '../../units/dossier-store.ts'
import { selectOfficialsById, selectOfficialsWithin } from '../../units/official-store.ts'
import { isOfficeOf, selectVolumes } from '../../units/petition-store.ts'
import { selectUnits, selectUnitsById } from '../../units/unit-store.ts'
import { writeAbsences, writePostings } from '../period-meaning.ts'
import { experienceChoices, factChoices, roleChoices } from './people-sheet.ts'
import { endChoices } from './ties-sheet.ts'
import { classChoices, kindChoices } from './units-sheet.ts'

export type ExportedRow = Readonly<Record<string, string | number | null>>
type Choices = readonly { readonly value: string; readonly words: readonly string[] }[]

const page = 1000

/** Rows by key of the definition's columns. */
export function exportRows(tx: Transaction, noun: SheetNoun, code: string): AsyncGenerator<ExportedRow> {
  if (noun === 'units') return exportUnits(tx, code)
  if (noun === 'officials') return exportOfficials(tx, code)
  if (noun === 'petitions') return exportPetitions(tx, code)
  return noun === 'people' ? exportPeople(tx, code) : exportTies(tx, code)
}

const word = (choices: Choices, value: string | null) => choices.find((choice) => choice.value === value)?.words[0] ?? null
const words = (choices: Choices, values: readonly string[] | null) =>
  values === null ? null : values.length === 0 ? '无' : values.map((value) => word(choices, value) ?? value).join('、')
const list = (values: readonly string[] | null) => (values === null ? null : values.length === 0 ? '无' : values.join('、'))
const truth = (value: boolean | null) => (value === null ? null : value ? '是' : '否')
const code = (place: number | null) => (place === null ? null : wireCode(place))
const rangeOf = (within: string) => ({
  lo: within === '00' ? 0 : placeNumber(within),
  hi: within === '00' ? 999_999_999_999 : placeRange(within).hi,
})

async function* exportUnits(tx: Transaction, within: string): AsyncGenerator<ExportedRow> {
  let after: { place: number; id: string } | null = null
  for (;;) {
    const units = await selectUnits(tx, rangeOf(within), after, page)
    const dossiers = new Map((await selectDossiers(tx, units)).map((dossier) => [dossier.unit, dossier]))
    const classes = Map.groupBy(await selectClasses(tx, units), (row) => row.unit)
    for (const unit of units) {
      const dossier = dossiers.get(unit.id)
      const newest = dossier === undefined || dossier.class === null ? undefined : classes.get(unit.id)?.[0]
      const [year, petitions] = Object.entries(dossier?.petitions ?? {}).sort(([a], [b]) => (a < b ? 1 : -1))[0] ?? [null, null]
      yield {
        place: wireCode(unit.place),
        unit: unit.name,
        kind: word(kindChoices, unit.kind),
        class: word(classChoices, dossier?.class ?? null),
        reason: newest?.reason ?? null,
        classDay: newest?.day ?? null,
        reviewer: newest?.reviewer ?? null,
        population: dossier?.population ?? null,
        petitionYear: year === null ? null : Number(year),
        petitions,
        weakBranch: truth(dossier?.weakBranch ?? null),
        poverty: truth(dossier?.poverty ?? null),
        economy: dossier === undefined || dossier.economy === null ? null : `${dossier.economy / 100}元`,
        conflicts: dossier?.conflicts ?? null,
        lastInspected: dossier?.lastInspected ?? null,
      }
    }
    const last = units.at(-1)
    if (units.length < page || last === undefined) return
    after = { place: last.place, id: last.id }
  }
}

async function* exportOfficials(tx: Transaction, within: string): AsyncGenerator<ExportedRow> {
  const { lo, hi } = rangeOf(within)
  const officials = await selectOfficialsWithin(tx, lo, hi)
  const units = new Map(
    (await selectUnitsById(tx, [...new Set(officials.map(({ unit }) => unit))])).map((unit) => [unit.id, unit.name]),
  )
  for (const { place, unit, name, title, isHead, from, until } of officials)
    yield { place: wireCode(place), unit: units.get(unit) ?? null, name, title, isHead: truth(isHead), from, until }
}

async function* exportPeople(tx: Transaction, authority: string): AsyncGenerator<ExportedRow> {
  const pool = placeNumber(authority)
  let after: { authority: number; name: string; id: string } | null = null
  for (;;) {
    const people = await selectPeople(tx, { lo: pool, hi: pool }, after, page)
    const mentorIds = people.flatMap(({ mentor }) => mentor ?? [])
    const mentors = new Map(
      (mentorIds.length === 0 ? [] : await selectPeopleById(tx, mentorIds)).map((mentor) => [
        mentor.id,
        mentor.number ?? mentor.name,
      ]),
    )
    for (const person of people) yield personRow(person, mentors)
    const last = people.at(-1)
    if (people.length < page || last === undefined) return
    after = { authority: last.authority, name: last.name, id: last.id }
  }
}

function personRow(person: PersonRow, mentors: ReadonlyMap<string, string>): ExportedRow {
  const { number, name, employer, postings, skills, roles, rank, experience, languages, absences, source, training, unverified } =
    person
  const evidence = person.evidence.home ?? person.evidence.native ?? person.evidence.postings
  return {
    number,
    name,
    employer,
    home: code(person.home),
    native: code(person.native),
    postings: postings === null ? null : writePostings(postings),
    skills: list(skills?.map(skillLabel) ?? null),
    roles: words(roleChoices, roles),
    rank,
    experience: word(experienceChoices, experience),
    languages: list(languages),
    absences: absences === null ? null : writeAbsences(absences),
    source,
    training: truth(training),
    mentor: person.mentor === null ? null : (mentors.get(person.mentor) ?? null),
    unverified: words(factChoices, unverified),
    evidence: evidence?.source ?? null,
    evidenceDay: evidence?.date ?? null,
  }
}

/** Single months are for the office that enters them; whoever else asks gets an empty sheet, as for everything he may not see. */
async function* exportPetitions(tx: Transaction, body: string): AsyncGenerator<ExportedRow> {
  const authority = placeNumber(body)
  if (!(await isOfficeOf(tx, authority))) return
  const volumes = await selectVolumes(tx, authority, { from: '1900-01', to: '2099-12' })
  const units = new Map((await selectUnitsById(tx, [...new Set(volumes.map(({ unit }) => unit))])).map((unit) => [unit.id, unit]))
  for (const { unit, place, month, volume, source } of volumes)
    if (volume !== null)
      yield { place: wireCode(place), unit: units.get(unit)?.name ?? null, month, volume, source, reason: null }
}

async function* exportTies(tx: Transaction, authority: string): AsyncGenerator<ExportedRow> {
  const ties = await selectTiesOfPool(tx, placeNumber(authority))
  const people = new Map(
    (await selectPeopleById(tx, [...new Set(ties.map(({ person }) => person))])).map((person) => [person.id, person]),
  )
  const ids = (kind: string) => [
    ...new Set(ties.flatMap(({ otherKind, other }) => (otherKind === kind && other !== null ? [other] : []))),
  ]
  const others = new Map((await selectPeopleById(tx, ids('person'))).map((person) => [person.id, person.number ?? person.name]))
  const officials = new Map((await selectOfficialsById(tx, ids('official'))).map((official) => [official.id, official]))
  const unitIds = [...ids('unit'), ...[...officials.values()].map(({ unit }) => unit)]
  const units = new Map((await selectUnitsById(tx, [...new Set(unitIds)])).map((unit) => [unit.id, unit]))
  for (const tie of ties) {
    const unit = units.get(tie.otherKind === 'official' ? (officials.get(tie.other ?? '')?.unit ?? '') : (tie.other ?? ''))
    const person = people.get(tie.person)
    yield {
      person: person?.number ?? person?.name ?? null,
      tie: tieLabel(tie.kind, tie.degree),
      end: word(endChoices, tie.otherKind),
      other: others.get(tie.other ?? '') ?? tie.otherName,
      place: unit === undefined ? null : wireCode(unit.place),
      unit: tie.otherKind === 'official' ? (unit?.name ?? null) : null,
      strength: tie.strength,
      from: tie.from,
      to: tie.to,
      detail: tie.detail,
      source: sourceLabel(tie.source),
      day: tie.day,
    }
  }
}
