import { Problem, type Person, type ProblemItem } from '@shengmian/contract'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandPlace, placeRegister } from '../places/place-register.ts'
import { selectUnitsById } from '../units/unit-store.ts'
import {
  appendEvaluation,
  selectPeopleById,
  updatePersonState,
  upsertPeople,
  type Evaluation,
  type PersonFacts,
  type PersonRow,
} from './person-store.ts'
import { personView } from './person-views.ts'

export interface PersonChange extends Omit<PersonFacts, 'home' | 'native'> {
  readonly home: string | null
  readonly native: string | null
  /** `null` enters a person; a number changes the one of that version. */
  readonly version: number | null
}

/** The person of a pool, or the problem `not-found`. */
export async function demandPerson(tx: Transaction, authority: string, id: string): Promise<PersonRow> {
  const [person] = await selectPeopleById(tx, [id])
  if (!person || person.authority !== placeNumber(authority)) throw new Problem('not-found')
  return person
}

/** One person with every fact. */
export async function readPerson(tx: Transaction, authority: string, id: string): Promise<Person> {
  return personView(await demandPerson(tx, authority, id))
}

/** Enters a person into the talent pool, or changes the entry. A trainee is no leader and needs a mentor who is none. */
export async function writePerson(
  tx: Transaction,
  authority: string,
  id: string,
  change: PersonChange,
  now: Date,
): Promise<Person> {
  demandPlace(authority, 'params/authority')
  const faults = [...placeFaults(change), ...orderFaults(change), ...(await trainingFaults(tx, authority, id, change))]
  if (faults.length > 0) throw new Problem('unfit', { errors: faults })
  const [unit] = change.unit === null ? [] : await selectUnitsById(tx, [change.unit])
  if (change.unit !== null && unit === undefined)
    throw new Problem('unfit', { errors: [{ at: 'body/unit', zh: '没有这个单位', en: 'there is no such unit' }] })
  const written = await upsertPeople(
    tx,
    [
      {
        ...change,
        authority: placeNumber(authority),
        id,
        unitCounty: unit?.county ?? null,
        home: change.home === null ? null : placeNumber(change.home),
        native: change.native === null ? null : placeNumber(change.native),
      },
    ],
    now,
  )
  if (written === 0) throw new Problem('changed-meanwhile')
  return readPerson(tx, authority, id)
}

function placeFaults(change: PersonChange): readonly ProblemItem[] {
  const named = [
    ['body/home', change.home] as const,
    ['body/native', change.native] as const,
    ...(change.postings ?? []).map(({ region }, i) => [`body/postings/${i}/region`, region] as const),
  ]
  return named.flatMap(([at, code]) =>
    code === null || placeRegister().find(code) !== null
      ? []
      : [{ at, zh: `区划代码${code}不存在`, en: `no place has the code ${code}` }],
  )
}

function orderFaults(change: PersonChange): readonly ProblemItem[] {
  const postings = (change.postings ?? []).flatMap(({ from, to }, i) =>
    to !== null && to < from
      ? [{ at: `body/postings/${i}/to`, zh: '任职的结束早于开始', en: 'the posting ends before it begins' }]
      : [],
  )
  const absences = (change.absences ?? []).flatMap(({ from, to }, i) =>
    to < from ? [{ at: `body/absences/${i}/to`, zh: '结束早于开始', en: 'it ends before it begins' }] : [],
  )
  return [...postings, ...absences]
}

async function trainingFaults(
  tx: Transaction,
  authority: string,
  id: string,
  change: PersonChange,
): Promise<readonly ProblemItem[]> {
  const faults: ProblemItem[] = []
  if (change.training && change.roles.includes('leader'))
    faults.push({ at: 'body/roles', zh: '培养锻炼人员不能任组长', en: 'a trainee cannot be a leader' })
  if (!change.training) return faults
  if (change.mentor === null)
    return [...faults, { at: 'body/mentor', zh: '培养锻炼人员要有带教人', en: 'a trainee needs a mentor' }]
  const [mentor] = change.mentor === id ? [] : await selectPeopleById(tx, [change.mentor])
  if (mentor === undefined || mentor.authority !== placeNumber(authority))
    faults.push({ at: 'body/mentor', zh: '带教人不在本人才库', en: 'the mentor is not in this pool' })
  else if (mentor.training) faults.push({ at: 'body/mentor', zh: '带教人自己也在培养', en: 'the mentor is a trainee' })
  return faults
}

/** Takes a person into the pool, on duty or out of it; the day counts as the yearly review. */
export async function setPersonState(
  tx: Transaction,
  authority: string,
  id: string,
  state: { readonly state: 'in' | 'on-duty' | 'out'; readonly reason: string; readonly day: string },
  now: Date,
): Promise<Person> {
  await updatePersonState(tx, await demandPerson(tx, authority, id), state, now)
  return readPerson(tx, authority, id)
}

/** Evaluates a trainee after a round, once a round. */
export async function evaluateTrainee(
  tx: Transaction,
  authority: string,
  id: string,
  evaluation: Evaluation,
  now: Date,
): Promise<Person> {
  const person = await demandPerson(tx, authority, id)
  if (!person.training) throw new Problem('unfit', { zh: '只评价培养锻炼人员', en: 'only trainees are evaluated' })
  if (evaluation.day < evaluation.ended || evaluation.day > now.toISOString().slice(0, 10))
    throw new Problem('unfit', {
      errors: [{ at: 'body/day', zh: '轮次结束之后才能评价', en: 'a trainee is evaluated after the round has ended' }],
    })
  if (!(await appendEvaluation(tx, person, evaluation, now))) throw new Problem('already-there')
  return readPerson(tx, authority, id)
}
