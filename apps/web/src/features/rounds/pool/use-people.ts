import { listPeople, type Person, type QueryOf } from '@shengmian/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { call } from '../../../lib/api.ts'
import type { Member } from './use-pool-draft.ts'

export type PeopleAsked = Omit<QueryOf<typeof listPeople>, 'cursor' | 'limit'>

/** People of a talent pool who meet the conditions, a page at a time. */
export function usePeople(asked: PeopleAsked) {
  return useInfiniteQuery({
    queryKey: ['people-for-round', asked],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => fetchPage(asked, pageParam, signal),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

/** All of them, for “add all”. */
export async function fetchAllPeople(asked: PeopleAsked): Promise<readonly Person[]> {
  const found: Person[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof fetchPage>> = await fetchPage(asked, cursor)
    found.push(...page.items.map((item) => item.person))
    cursor = page.next
  } while (cursor !== null)
  return found
}

function fetchPage(asked: PeopleAsked, cursor: string | null, signal?: AbortSignal) {
  return call(listPeople, {
    query: { ...asked, limit: 200, ...(cursor === null ? {} : { cursor }) },
    ...(signal === undefined ? {} : { signal }),
  })
}

/** A person of the talent pool as a row of the round's pool. */
export function memberOf(person: Person): Member {
  return {
    person: { id: person.id, name: person.name, title: person.employer, home: person.home },
    roles: person.roles,
    skills: person.skills ?? [],
    experience: person.experience ?? 'ordinary',
    source: null,
    unverified: [
      ...new Set([
        ...person.unverified,
        ...(person.home === null ? ['home'] : []),
        ...(person.native === null ? ['native'] : []),
        ...(person.postings === null ? ['postings'] : []),
      ]),
    ],
    pinned: null,
  }
}
