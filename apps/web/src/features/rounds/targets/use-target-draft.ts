import { listRoundTargets } from '@shengmian/contract'
import { useState } from 'react'
import { useRead } from '../../../lib/use-endpoint.ts'
import { chosenOfTarget, type Chosen } from './chosen.ts'

type Draft = ReadonlyMap<string, Chosen>

/** What is chosen so far: the targets as saved until the first change, then the draft. */
export function useTargetDraft(round: string) {
  const saved = useRead(listRoundTargets, { params: { round } })
  const [draft, setDraft] = useState<Draft | null>(null)
  const chosen: Draft = draft ?? new Map((saved.data?.items ?? []).map((target) => [target.unit, chosenOfTarget(target)]))
  const change = (make: (before: Map<string, Chosen>) => void) => {
    const next = new Map(chosen)
    make(next)
    setDraft(next)
  }
  return {
    saved,
    chosen,
    isChanged: draft !== null,
    add: (items: readonly Chosen[]) =>
      change((next) => {
        for (const item of items) if (!next.has(item.unit)) next.set(item.unit, item)
      }),
    remove: (units: readonly string[]) =>
      change((next) => {
        for (const unit of units) next.delete(unit)
      }),
    edit: (unit: string, part: Partial<Chosen>) =>
      change((next) => {
        const before = next.get(unit)
        if (before !== undefined) next.set(unit, { ...before, ...part })
      }),
    forget: () => setDraft(null),
  }
}

export type TargetDraft = ReturnType<typeof useTargetDraft>
