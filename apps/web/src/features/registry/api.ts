import {
  checkSheet,
  commitImport,
  countUnits,
  getPerson,
  getUnit,
  listPeople,
  listTieKinds,
  listTies,
  listUnits,
  readOwnPerson,
  classifyUnit,
  type BodyOf,
  type QueryOf,
  type SheetNoun,
} from '@shengmian/contract'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'

type UnitsAsked = Omit<QueryOf<typeof listUnits>, 'cursor' | 'limit'>
type PeopleAsked = Omit<QueryOf<typeof listPeople>, 'cursor' | 'limit'>

export function useUnits(asked: UnitsAsked | null) {
  return useInfiniteQuery({
    queryKey: ['units', asked],
    enabled: asked !== null,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(listUnits, {
        query: { within: '', ...asked, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  })
}

export function useUnitCounts(within: string | null) {
  return useQuery({
    queryKey: ['unit-counts', within],
    enabled: within !== null,
    queryFn: ({ signal }) => call(countUnits, { query: { within: within ?? '' }, signal }),
  })
}

export function useDossier(unit: string) {
  return useQuery({ queryKey: ['unit', unit], queryFn: ({ signal }) => call(getUnit, { params: { unit }, signal }) })
}

export function useClassify(unit: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<typeof classifyUnit>) => call(classifyUnit, { params: { unit }, body }),
    onSuccess: (dossier) => queries.setQueryData(['unit', unit], dossier),
  })
}

export function usePeople(asked: PeopleAsked | null) {
  return useInfiniteQuery({
    queryKey: ['people', asked],
    enabled: asked !== null,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      call(listPeople, {
        query: { authority: '', ...asked, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  })
}

export function usePerson(authority: string, person: string) {
  return useQuery({
    queryKey: ['person', authority, person],
    queryFn: ({ signal }) => call(getPerson, { params: { authority, person }, signal }),
  })
}

/** What was read of people and of their ties. */
export function refreshPeople(queries: QueryClient): Promise<unknown> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [read] }) =>
      ['person', 'people', 'ties', getPerson.id, listPeople.id, readOwnPerson.id].includes(String(read)),
  })
}

/** What was read of units and their dossiers. */
export function refreshUnits(queries: QueryClient): Promise<unknown> {
  return queries.invalidateQueries({
    predicate: ({ queryKey: [read] }) => ['unit', 'units', 'unit-counts', getUnit.id, listUnits.id].includes(String(read)),
  })
}

export function useTieKinds() {
  return useQuery({ queryKey: ['tie-kinds'], queryFn: ({ signal }) => call(listTieKinds, { signal }), staleTime: Infinity })
}

const tiesKey = (authority: string, person: string) => ['ties', authority, person]

export function useTies(authority: string, person: string) {
  return useQuery({
    queryKey: tiesKey(authority, person),
    queryFn: ({ signal }) => call(listTies, { params: { authority, person }, signal }),
  })
}

/** Two steps: a file is checked without importing anything; what was checked is imported as a whole. */
export function useSheetImport(noun: SheetNoun, authority: string) {
  const queries = useQueryClient()
  return {
    check: useMutation({
      mutationFn: ({ id, file, signal }: { id: string; file: File; signal: AbortSignal }) =>
        call(checkSheet, { params: { noun, authority, import: id }, file, signal }),
    }),
    commit: useMutation({
      mutationFn: (id: string) => call(commitImport, { params: { authority, import: id } }),
      onSuccess: () => queries.invalidateQueries(),
    }),
  }
}
