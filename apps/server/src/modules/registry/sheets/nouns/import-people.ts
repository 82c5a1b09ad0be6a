import { v7 as uuidv7 } from 'uuid'
import { placeNumber } from '../../../../platform/places.ts'
import {
  selectPeopleByKey,
  selectPeopleNamed,
  updateMentors,
  upsertPeople,
  type FactName,
  type PersonFacts,
  type PersonRow,
  type PersonWritten,
} from '../../people/person-store.ts'
import { skillCode } from '../../people/skills.ts'
import { selectUnitsByName } from '../../units/unit-store.ts'
import type { ReadRow, SheetFault } from '../read-sheet.ts'
import type { ImportContext, Importer, Outcome } from '../run-import.ts'
import { sameValue } from '../same-values.ts'
import { peopleSheet, type PeopleValues } from './people-sheet.ts'

type Sheet = ReturnType<typeof peopleSheet>['columns']
type Row = ReadRow<Sheet>
type PersonRecord = PersonWritten & { readonly version: number | null }

interface Apprentice {
  readonly row: Row
  readonly id: string
  readonly mentor: string
}

/** Imports people into the pool of an authority. An empty cell leaves what is known; it never takes knowledge away. */
export function peopleImporter({ tx, authority, now }: ImportContext): Importer<Sheet, PersonRecord> {
  const pool = placeNumber(authority)
  const apprentices: Apprentice[] = []
  const named = new Set<string>()
  return {
    definition: peopleSheet(authority === '00' ? '' : authority),
    keyOf: ({ values }) => ({ key: keyOf(values), column: values.number === null ? 'name' : 'number' }),
    weigh: async (rows) => {
      const there = new Map(
        (
          await selectPeopleByKey(
            tx,
            pool,
            rows.map(({ values }) => keyOf(values)),
          )
        ).map((row) => [row.matchKey, row]),
      )
      const units = await unitsOf(tx, rows)
      return rows.map((row) => {
        const known = there.get(keyOf(row.values))
        for (const word of [row.values.number, row.values.name]) if (word !== null) named.add(word)
        const unit = units.get(unitKey(row.values) ?? '')
        const outcome = weighPerson(row, known, pool, unit)
        if (row.values.mentor !== null && outcome.kind !== 'faults')
          apprentices.push({
            row,
            id: outcome.kind === 'same' ? (known?.id ?? '') : outcome.record.id,
            mentor: row.values.mentor,
          })
        return outcome
      })
    },
    write: async (records) => {
      await upsertPeople(tx, records, now)
    },
    // A mentor may stand further down in the same file, so he is looked for at the end.
    finish: async (isWriting) => {
      const people =
        apprentices.length === 0
          ? []
          : await selectPeopleNamed(
              tx,
              pool,
              apprentices.map(({ mentor }) => mentor),
            )
      const faults: SheetFault[] = []
      const pairs: { id: string; mentor: string }[] = []
      for (const { row, id, mentor } of apprentices) {
        const found = people.filter((person) => person.number === mentor || person.name === mentor)
        if (found.length > 1)
          faults.push(
            row.faultAt(
              'mentor',
              `叫“${mentor}”的有${found.length}人，请填编号`,
              `${found.length} people are called "${mentor}": write the number`,
            ),
          )
        else if (found.length === 0 && (isWriting || !named.has(mentor)))
          faults.push(row.faultAt('mentor', `人才库里没有“${mentor}”`, `nobody in the pool is called "${mentor}"`))
        else if (found[0]?.id === id) faults.push(row.faultAt('mentor', '带教人不能是本人', 'nobody is his own mentor'))
        else if (found[0]) pairs.push({ id, mentor: found[0].id })
      }
      if (isWriting && faults.length === 0) await updateMentors(tx, pool, pairs)
      return faults
    },
  }
}

function keyOf({ number, name, employer }: PeopleValues): string {
  return number === null ? `${name ?? ''}@${employer ?? ''}` : `#${number}`
}

/** An employer that is a unit of the register at the person's place of work is that unit. */
async function unitsOf(tx: ImportContext['tx'], rows: readonly Row[]) {
  const wanted = rows.flatMap(({ values: { home, employer } }) =>
    home === null || employer === null ? [] : [{ place: placeNumber(home), name: employer }],
  )
  const found = wanted.length === 0 ? [] : await selectUnitsByName(tx, wanted)
  return new Map(found.map((unit) => [`${unit.place} ${unit.name}`, unit]))
}

function unitKey({ home, employer }: PeopleValues): string | null {
  return home === null || employer === null ? null : `${placeNumber(home)} ${employer}`
}

function weighPerson(
  row: Row,
  known: PersonRow | undefined,
  pool: number,
  unit: { readonly county: number; readonly id: string } | undefined,
): Outcome<PersonRecord> {
  const { values } = row
  const roles = values.roles ?? known?.roles ?? ['member']
  const training = values.training ?? known?.training ?? false
  if (roles.length === 0) return { kind: 'faults', faults: [row.faultAt('roles', '至少要有一个角色', 'at least one role')] }
  if (training && roles.includes('leader'))
    return { kind: 'faults', faults: [row.faultAt('roles', '培养锻炼人员不能任组长', 'a trainee cannot be a leader')] }
  if (training && values.mentor === null && (known?.mentor ?? null) === null)
    return { kind: 'faults', faults: [row.faultAt('mentor', '培养锻炼人员要填带教人', 'a trainee needs a mentor')] }
  const facts: PersonFacts = {
    number: values.number,
    name: values.name ?? '',
    employer: values.employer ?? known?.employer ?? null,
    unit: unit?.id ?? known?.unit ?? null,
    home: numberOf(values.home) ?? known?.home ?? null,
    native: numberOf(values.native) ?? known?.native ?? null,
    postings: values.postings ?? known?.postings ?? null,
    skills: values.skills?.map(skillCode) ?? known?.skills ?? null,
    roles,
    rank: values.rank ?? known?.rank ?? null,
    experience: values.experience ?? known?.experience ?? null,
    languages: values.languages ?? known?.languages ?? null,
    absences: values.absences ?? known?.absences ?? null,
    source: values.source ?? known?.source ?? null,
    training,
    mentor: known?.mentor ?? null,
    unverified: values.unverified ?? known?.unverified ?? [],
    evidence: evidenceOf(values, known),
  }
  if (known !== undefined && sameValue(facts, factsOf(known))) return { kind: 'same' }
  const record = {
    ...facts,
    authority: pool,
    id: known?.id ?? uuidv7(),
    unitCounty: unit?.county ?? known?.unitCounty ?? null,
    version: known?.version ?? null,
  }
  return { kind: known === undefined ? 'added' : 'changed', record }
}

const numberOf = (code: string | null) => (code === null ? null : placeNumber(code))

/** The source and day of a row stand for every fact that the row gives. */
function evidenceOf(values: PeopleValues, known: PersonRow | undefined): PersonFacts['evidence'] {
  const before = known?.evidence ?? {}
  if (values.evidence === null && values.evidenceDay === null) return before
  const given = (['home', 'native', 'postings'] as const).filter((fact) => values[fact] !== null)
  const evidence = { source: values.evidence, date: values.evidenceDay }
  return { ...before, ...Object.fromEntries(given.map((fact): [FactName, typeof evidence] => [fact, evidence])) }
}

function factsOf(row: PersonRow): PersonFacts {
  const {
    authority: _a,
    id: _i,
    unitCounty: _u,
    matchKey: _m,
    state: _s,
    stateReason: _r,
    reviewedOn: _d,
    evaluations: _e,
    ties: _t,
    version: _v,
    ...facts
  } = row
  return facts
}
