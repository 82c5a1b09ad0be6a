import type { BodyOf, listCandidates, ReplyOf, scoreCandidates } from '@shengmian/contract'
import { useState } from 'react'
import type { Text } from '../../../lib/language.tsx'

type Candidate = ReplyOf<typeof listCandidates>['items'][number]
export type FactorKey = 'economy' | 'conflicts' | 'complaints'
export type ScoreRow = { readonly unit: string; readonly name: string } & Readonly<Record<FactorKey, number>>

export const factorKeys: readonly FactorKey[] = ['economy', 'conflicts', 'complaints']
export const factorNames: Readonly<Record<FactorKey, Text>> = {
  economy: { zh: '经济总量', en: 'Economy' },
  conflicts: { zh: '社会矛盾', en: 'Conflicts' },
  complaints: { zh: '群众反映', en: 'Complaints' },
}

interface Draft {
  readonly weights: Readonly<Record<FactorKey, number>>
  readonly rows: readonly ScoreRow[]
}

/** The scores as saved until the first change, then the draft. */
export function useScoreDraft(saved: readonly Candidate[] | undefined) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const now: Draft = draft ?? { weights: weightsOf(saved?.[0]), rows: (saved ?? []).map(rowOf) }
  const body: BodyOf<typeof scoreCandidates> = {
    weights: now.weights,
    candidates: now.rows.map(({ unit, economy, conflicts, complaints }) => ({ unit, economy, conflicts, complaints })),
  }
  return {
    ...now,
    body,
    isChanged: draft !== null,
    weigh: (key: FactorKey, weight: number) => setDraft({ ...now, weights: { ...now.weights, [key]: weight } }),
    add: (unit: { readonly id: string; readonly name: string }) =>
      now.rows.some((row) => row.unit === unit.id)
        ? undefined
        : setDraft({ ...now, rows: [...now.rows, { unit: unit.id, name: unit.name, economy: 0, conflicts: 0, complaints: 0 }] }),
    edit: (unit: string, key: FactorKey, value: number) =>
      setDraft({ ...now, rows: now.rows.map((row) => (row.unit === unit ? { ...row, [key]: value } : row)) }),
    forget: () => setDraft(null),
  }
}

function factor(candidate: Candidate | undefined, key: FactorKey) {
  return candidate?.factors.find((one) => one.key === key)
}

function weightsOf(candidate: Candidate | undefined): Draft['weights'] {
  const weight = (key: FactorKey) => factor(candidate, key)?.weight ?? 1
  return { economy: weight('economy'), conflicts: weight('conflicts'), complaints: weight('complaints') }
}

function rowOf(candidate: Candidate): ScoreRow {
  const value = (key: FactorKey) => factor(candidate, key)?.value ?? 0
  return {
    unit: candidate.unit,
    name: candidate.name,
    economy: value('economy'),
    conflicts: value('conflicts'),
    complaints: value('complaints'),
  }
}
