import {
  checkSheet,
  commitImport,
  countUnits,
  declareTie,
  getPerson,
  getUnit,
  listPeople,
  listTieKinds,
  listTies,
  listUnits,
  putDossierFacts,
  putPerson,
  reviewTie,
  withdrawTie,
  classifyUnit,
  type BodyOf,
  type QueryOf,
  type SheetNoun,
} from '@shengmian/contract'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
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

export function useWriteFacts(unit: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<typeof putDossierFacts>) => call(putDossierFacts, { params: { unit }, body }),
    onSuccess: (dossier) => queries.setQueryData(['unit', unit], dossier),
  })
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

export function useWritePerson(authority: string, person: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<typeof putPerson>) => call(putPerson, { params: { authority, person }, body }),
    onSuccess: (written) => {
      queries.setQueryData(['person', authority, person], written)
      void queries.invalidateQueries({ queryKey: ['people'] })
    },
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

/** Declaring, reviewing and taking back: each refreshes the person's list. */
export function useTieActs(authority: string, person: string) {
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries({ queryKey: tiesKey(authority, person) })
  const params = { authority, person }
  return {
    declare: useMutation({
      mutationFn: ({ tie, body }: { tie: string; body: BodyOf<typeof declareTie> }) =>
        call(declareTie, { params: { ...params, tie }, body }),
      onSuccess,
    }),
    review: useMutation({
      mutationFn: ({ tie, body }: { tie: string; body: BodyOf<typeof reviewTie> }) =>
        call(reviewTie, { params: { ...params, tie }, body }),
      onSuccess,
    }),
    withdraw: useMutation({
      mutationFn: ({ tie, reason }: { tie: string; reason: string }) =>
        call(withdrawTie, { params: { ...params, tie }, body: { reason } }),
      onSuccess,
    }),
  }
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
