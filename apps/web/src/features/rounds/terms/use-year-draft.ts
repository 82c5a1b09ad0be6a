import { readYearPlan, setYearPlan, type BodyOf, type ReplyOf } from '@shengmian/contract'
import { useState } from 'react'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'

export type PlannedUnit = Omit<ReplyOf<typeof readYearPlan>['items'][number], 'year'>

/** The plan of a year as saved until the first change, then the draft. */
export function useYearDraft(plan: string, year: number) {
  const params = { plan, year }
  const saved = useRead(readYearPlan, { params })
  const [draft, setDraft] = useState<{ readonly year: number; readonly items: readonly PlannedUnit[] } | null>(null)
  const save = useAct(setYearPlan, refreshRound(plan))
  const isChanged = draft?.year === year
  const items = isChanged ? draft.items : (saved.data?.items ?? [])
  const change = (next: readonly PlannedUnit[]) => setDraft({ year, items: next })
  return {
    saved,
    save,
    items,
    isChanged,
    add: (unit: Pick<PlannedUnit, 'unit' | 'name' | 'place' | 'lastInspected'>) =>
      items.some((item) => item.unit === unit.unit)
        ? undefined
        : change([...items, { ...unit, visits: ['first'], key: false, criteria: null, reason: null, inspectedIn: null }]),
    edit: (unit: string, part: Partial<PlannedUnit>) =>
      change(items.map((item) => (item.unit === unit ? { ...item, ...part } : item))),
    remove: (unit: string) => change(items.filter((item) => item.unit !== unit)),
    keep: (done: (count: number) => void) =>
      save.mutate(
        { params, body: yearBody(items) },
        {
          onSuccess: (answer) => {
            setDraft(null)
            done(answer.items.length)
          },
        },
      ),
  }
}

function yearBody(items: readonly PlannedUnit[]): BodyOf<typeof setYearPlan> {
  return {
    items: items.map(({ unit, key, visits, criteria, reason }) => ({
      unit,
      key,
      visits,
      ...(key && criteria !== null && criteria.trim() !== '' ? { criteria: criteria.trim() } : {}),
      ...(reason !== null && reason.trim() !== '' ? { reason: reason.trim() } : {}),
    })),
  }
}
