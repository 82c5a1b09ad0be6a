// The people that a page names, with post and home; whom the caller may not see is called by his id, so that nothing is hidden.
import type { NamedPerson } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { peopleForDispatch } from '../../registry/index.ts'
import { placeNames } from './round-names.ts'

/** Looks all the people up at once. */
export async function namePeople(tx: Transaction, ids: readonly string[]): Promise<(id: string) => NamedPerson> {
  const people = await peopleForDispatch(tx, ids)
  const byId = new Map(people.map((person) => [person.id, person]))
  const place = await placeNames(
    tx,
    people.map((person) => person.home),
  )
  return (id) => {
    const person = byId.get(id)
    const home = person?.home ?? null
    return { id, name: person?.name ?? id, title: person?.title ?? null, home: home === null ? null : place(home) }
  }
}
