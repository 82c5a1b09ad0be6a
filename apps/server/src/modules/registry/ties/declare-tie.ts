import { Problem, type Tie, type TieEnd } from '@shengmian/contract'
import { kinRelations, tieKinds } from '@shengmian/recusal'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandPerson } from '../people/write-person.ts'
import { selectPeopleById } from '../people/person-store.ts'
import { selectOfficialsById } from '../units/official-store.ts'
import { selectUnitsById } from '../units/unit-store.ts'
import { identityFaults } from './identity-number.ts'
import { missingEnd, personEnd } from './person-end.ts'
import { tieEntry } from './tie-catalogue.ts'
import { markTieWithdrawn, selectTies, updateTieReview, upsertTies, type TieRow, type TieWritten } from './tie-store.ts'
import { tieView } from './tie-views.ts'

export interface TieDeclared {
  readonly other: TieEnd
  readonly kind: string
  readonly degree: string | null
  readonly strength: number | null
  readonly from: string | null
  readonly to: string | null
  readonly detail: string | null
  readonly source: string
  readonly day: string
}

/** Declares a tie of a person. The strength is the catalogue's where the declaration gives none. */
export async function declareTie(
  tx: Transaction,
  at: { readonly authority: string; readonly person: string; readonly tie: string },
  declared: TieDeclared,
  author: { readonly id: string; readonly now: Date },
): Promise<Tie> {
  const errors = identityFaults({ 'body/detail': declared.detail, 'body/other/name': declared.other.name })
  if (errors.length > 0) throw new Problem('unfit', { errors })
  const person = await demandPerson(tx, at.authority, at.person)
  const entry = tieEntry(declared.kind, declared.degree)
  if (entry === null)
    throw new Problem('unfit', { errors: [{ at: 'body/kind', zh: '没有这种关系', en: 'the catalogue has no such tie' }] })
  if (declared.from !== null && declared.to !== null && declared.to < declared.from)
    throw new Problem('unfit', { errors: [{ at: 'body/to', zh: '结束早于开始', en: 'it ends before it begins' }] })
  const { other: _, ...rest } = declared
  const tie: TieWritten = {
    ...rest,
    ...(await endOf(tx, declared.other, person.id)),
    authority: person.authority,
    id: at.tie,
    person: person.id,
    class: entry.class,
    strength: declared.strength ?? entry.strength,
  }
  await upsertTies(tx, [tie], author.id, author.now)
  return tieView(await demandTie(tx, at))
}

async function endOf(
  tx: Transaction,
  { kind, id, name }: TieEnd,
  self: string,
): Promise<Pick<TieWritten, 'otherKind' | 'other' | 'otherAuthority' | 'otherCounty' | 'otherName'>> {
  if (kind === 'outsider') return { otherKind: kind, other: null, otherAuthority: null, otherCounty: null, otherName: name }
  if (id === null || id === self) throw missingEnd()
  if (kind === 'person') {
    const [person] = await selectPeopleById(tx, [id])
    return personEnd(person, name)
  }
  const [found] = kind === 'official' ? await selectOfficialsById(tx, [id]) : await selectUnitsById(tx, [id])
  if (found === undefined) throw missingEnd()
  return { otherKind: kind, other: id, otherAuthority: null, otherCounty: found.county, otherName: found.name }
}

async function demandTie(
  tx: Transaction,
  at: { readonly authority: string; readonly person: string; readonly tie: string },
): Promise<TieRow> {
  const tie = (await selectTies(tx, placeNumber(at.authority), [at.person])).find(({ id }) => id === at.tie)
  if (tie === undefined) throw new Problem('not-found')
  return tie
}

/** All ties of a person, withdrawn ones included. */
export async function listTies(tx: Transaction, authority: string, person: string): Promise<Tie[]> {
  await demandPerson(tx, authority, person)
  return (await selectTies(tx, placeNumber(authority), [person])).map(tieView)
}

/** A named person confirms or refutes a tie. */
export async function reviewTie(
  tx: Transaction,
  at: { readonly authority: string; readonly person: string; readonly tie: string },
  review: { readonly review: 'confirmed' | 'refuted'; readonly by: string; readonly note: string },
): Promise<Tie> {
  const tie = await demandTie(tx, at)
  if (tie.state === 'withdrawn') throw new Problem('wrong-state')
  // That nobody judges a tie of his own, the database says (registry.guard_own_tie).
  await updateTieReview(tx, tie, review)
  return tieView(await demandTie(tx, at))
}

/** Takes a tie back; it stays in the list. */
export async function withdrawTie(
  tx: Transaction,
  at: { readonly authority: string; readonly person: string; readonly tie: string },
  reason: string,
): Promise<Tie> {
  const tie = await demandTie(tx, at)
  if (tie.state === 'withdrawn') throw new Problem('wrong-state')
  await markTieWithdrawn(tx, tie, reason)
  return tieView(await demandTie(tx, at))
}

/** The catalogue for the declaration form; kinship by relation first, since nobody knows his degrees by number. */
export function listTieKinds() {
  const kinds = tieKinds.map(({ kind, degree, zh, en, class: tieClass, strength, source }) => ({
    kind,
    degree,
    zh,
    en,
    class: tieClass,
    strength,
    source,
  }))
  const relations = kinRelations.flatMap(({ code, degree, zh, en }) => {
    const entry = kinds.find((one) => one.kind === 'kinship' && one.degree === degree)
    return entry === undefined ? [] : [{ ...entry, degree: code, zh, en }]
  })
  return [...relations, ...kinds]
}
