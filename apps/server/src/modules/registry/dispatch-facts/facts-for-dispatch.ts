// Everything that recusal and dispatch need of people and units, in the words of the dispatch file. What is not known is null,
// whom the caller may not see is absent.
import { levelOf, wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { authorityCode } from '../people/person-views.ts'
import { selectPeopleById, type PersonRow } from '../people/person-store.ts'
import { endOfTie, reviewTie } from '../people/review-person.ts'
import { namedPlace, placeRegister } from '../places/place-register.ts'
import { selectObjections } from '../ties/objection-store.ts'
import { selectTiesTouching, type TieRow } from '../ties/tie-store.ts'
import { selectOfficials } from '../units/official-store.ts'
import { selectUnitsById, type UnitRow } from '../units/unit-store.ts'
import type { DispatchFacts, DispatchPerson, DispatchTarget } from './facts.ts'
import { suggestWorkload } from './suggest-workload.ts'

/** The facts of these people and units, with every tie on a path of at most three hops from the people. */
export async function factsForDispatch(
  tx: Transaction,
  asked: { readonly people: readonly string[]; readonly units: readonly string[] },
): Promise<DispatchFacts> {
  const people = inOrder(asked.people, await selectPeopleById(tx, asked.people))
  const units = inOrder(asked.units, await selectUnitsById(tx, asked.units))
  const insiders = Map.groupBy(
    (units.length === 0 ? [] : await selectOfficials(tx, units)).filter(({ until }) => until === null),
    ({ unit }) => unit,
  )
  const ties = await tiesWithin(
    tx,
    people.map(({ id }) => id),
    3,
  )
  const objections = people.length === 0 || units.length === 0 ? [] : await selectObjections(tx, asked.people, units)
  const targets = units.map((unit) => targetOf(unit, insiders.get(unit.id)?.map(({ id }) => id) ?? null, ties))
  return {
    people: people.map(personOf),
    targets,
    ties: ties.map(reviewTie),
    barred: objections.map(({ person, unit, why, source, day }) => ({ person, target: unit, why, source, date: day })),
    regions: regionsOf(people, targets),
  }
}

/** The people alone, for who only names them: whoever the caller may not see is absent. */
export async function peopleForDispatch(tx: Transaction, ids: readonly string[]): Promise<readonly DispatchPerson[]> {
  return inOrder(ids, await selectPeopleById(tx, ids)).map(personOf)
}

function inOrder<T extends { readonly id: string }>(ids: readonly string[], rows: readonly T[]): readonly T[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}

function personOf(row: PersonRow): DispatchPerson {
  return {
    id: row.id,
    name: row.name,
    title: row.rank,
    home: row.home === null ? null : wireCode(row.home),
    native: row.native === null ? null : wireCode(row.native),
    unit: row.unit,
    unitName: row.employer,
    roles: row.roles,
    skills: row.skills ?? [],
    // Nobody is a senior by default: an unknown experience neither helps a team nor counts as a newcomer.
    experience: row.experience ?? 'ordinary',
    source: authorityCode(row.authority),
    postings: row.postings,
    unverified: row.unverified,
    unavailable: row.state !== 'in',
    absences: row.absences ?? [],
    evidence: row.evidence,
  }
}

function targetOf(unit: UnitRow, officials: readonly string[] | null, ties: readonly TieRow[]): DispatchTarget {
  const region = wireCode(unit.place)
  // A tie declared to the unit as a whole is one to an insider of its own.
  const toUnit = ties.some(({ other }) => other === unit.id)
  const years = Object.entries(unit.petitions ?? {}).sort(([a], [b]) => (a < b ? 1 : -1))
  return {
    id: unit.id,
    name: unit.name,
    region,
    county: unit.county,
    place: unit.place,
    level: levelOf(region),
    class: unit.class,
    insiders: officials === null && !toUnit ? null : [...(officials ?? []), ...(toUnit ? [unit.id] : [])],
    lastInspected: unit.last_inspected,
    petitions: years[0]?.[1] ?? null,
    workload: suggestWorkload(unit.kind, unit.population),
  }
}

/** Ties reached from people in so many steps. */
async function tiesWithin(tx: Transaction, people: readonly string[], hops: number): Promise<readonly TieRow[]> {
  const known = new Set(people)
  const ties = new Map<string, TieRow>()
  let edge: readonly string[] = people
  for (let hop = 0; hop < hops && edge.length > 0; hop++) {
    for (const tie of await selectTiesTouching(tx, edge)) ties.set(tie.id, tie)
    edge = [...ties.values()].flatMap((tie) => [tie.person, endOfTie(tie)]).filter((end) => !known.has(end))
    for (const end of edge) known.add(end)
  }
  return [...ties.values()]
}

function regionsOf(people: readonly PersonRow[], targets: readonly DispatchTarget[]): DispatchFacts['regions'] {
  const codes = new Set<string>()
  const add = (code: string) => {
    for (const { code: part } of placeRegister().path(code)) codes.add(part)
  }
  for (const { home, native, postings } of people) {
    for (const place of [home, native]) if (place !== null) add(wireCode(place))
    for (const { region } of postings ?? []) add(region)
  }
  for (const { region } of targets) add(region)
  const digits = [12, 9, 6, 4, 2]
  return [...codes].sort().map((code) => {
    const above = digits.map((count) => code.slice(0, count)).find((part) => part.length < code.length && codes.has(part))
    return { code, name: namedPlace(code).name, parent: above ?? null, at: null }
  })
}
