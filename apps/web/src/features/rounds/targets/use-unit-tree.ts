import { getRegion, type RegionDetail } from '@shengmian/contract'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../lib/api.ts'
import type { Unit } from './chosen.ts'
import { fetchOrgans, fetchUnits } from './fetch-units.ts'

interface Place {
  readonly code: string
  readonly name: string
}
export type TreeRow =
  | {
      readonly kind: 'place'
      readonly key: string
      readonly depth: number
      readonly place: Place
      readonly isOpen: boolean
      readonly isLoading: boolean
    }
  | {
      readonly kind: 'organs'
      readonly key: string
      readonly depth: number
      readonly place: Place
      readonly isOpen: boolean
      readonly isLoading: boolean
    }
  | { readonly kind: 'unit'; readonly key: string; readonly depth: number; readonly unit: Unit }

type Opened = { readonly region: RegionDetail } | { readonly units: readonly Unit[] }

const ORGANS = ':organs'

/** The tree county → town → villages, fetched as it is opened, as the rows in sight. */
export function useUnitTree(root: Place) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([root.code]))
  const keys = [...open]
  const answers = useQueries({
    queries: keys.map((key) => ({
      queryKey: ['unit-tree', key],
      queryFn: () => fetchOpened(key),
      staleTime: 60_000,
    })),
  })
  const opened = new Map(keys.map((key, at) => [key, answers[at]]))
  const rows: TreeRow[] = []
  const units: Unit[] = []
  const walk = (place: Place, depth: number) => {
    const answer = opened.get(place.code)
    rows.push({
      kind: 'place',
      key: place.code,
      depth,
      place,
      isOpen: open.has(place.code),
      isLoading: answer?.isPending ?? false,
    })
    const data = answer?.data
    if (data === undefined) return
    if ('units' in data) return list(data.units, depth + 1)
    for (const child of data.region.children) walk(child, depth + 1)
    if (place.code.length <= 6) walkOrgans(place, depth + 1)
  }
  const walkOrgans = (place: Place, depth: number) => {
    const key = place.code + ORGANS
    const answer = opened.get(key)
    rows.push({ kind: 'organs', key, depth, place, isOpen: open.has(key), isLoading: answer?.isPending ?? false })
    if (answer?.data !== undefined && 'units' in answer.data) list(answer.data.units, depth + 1)
  }
  const list = (found: readonly Unit[], depth: number) => {
    for (const unit of found) {
      units.push(unit)
      rows.push({ kind: 'unit', key: unit.id, depth, unit })
    }
  }
  walk(root, 0)
  const toggle = (key: string) =>
    setOpen((before) => (before.has(key) ? new Set([...before].filter((one) => one !== key)) : new Set([...before, key])))
  const failed = answers.find((answer) => answer.isError)
  return { rows, units, toggle, error: failed?.error ?? null, retry: () => void failed?.refetch() }
}

async function fetchOpened(key: string): Promise<Opened> {
  if (key.endsWith(ORGANS)) return { units: await fetchOrgans(key.slice(0, -ORGANS.length)) }
  if (key.length >= 9) return { units: await fetchUnits(key) }
  return { region: await call(getRegion, { params: { code: key } }) }
}
