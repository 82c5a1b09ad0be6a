// A pool as a proof sees it: visits of one capacity, urgency and workload are of one sort; each township has groups of visits that
// are alike in sort and windows. What is past is no part of it.
import type { Pool, Visit } from '../pools.ts'

interface Sort {
  readonly purse: number
  readonly urgency: number
  readonly workload: number
  /** By period: visits of the sort that can lie there. */
  readonly most: readonly number[]
}

export interface Group {
  readonly sort: number
  readonly visits: readonly number[]
  readonly open: readonly number[]
}

/** First visits together with their look-backs. */
export interface Pair extends Group {
  readonly again: number
  readonly openAgain: readonly number[]
  readonly after: number
  readonly within: number
}

interface Township {
  readonly groups: readonly Group[]
  readonly pairs: readonly Pair[]
  /** Periods that what was opened in the past keeps shut. */
  readonly shut: ReadonlySet<number>
}

export interface Sorted {
  readonly pool: Pool
  readonly sorts: readonly Sort[]
  /** By visit; −1 = past. */
  readonly sortOf: readonly number[]
  readonly townships: readonly Township[]
}

export function sortVisits(pool: Pool): Sorted {
  const { visits, towns, past, periods, spacing } = pool
  const sorts: (Sort & { readonly most: number[] })[] = []
  const sortAt = new Map<string, number>()
  const isOver = ({ open }: Visit): boolean => (open[0] ?? 0) < past
  const sortOf = visits.map((visit) => {
    if (isOver(visit)) return -1
    const { purse, urgency, workload, open } = visit
    const key = `${purse} ${urgency} ${workload}`
    const sort = sortAt.get(key) ?? sorts.length
    if (sort === sorts.length) {
      sortAt.set(key, sort)
      sorts.push({ purse, urgency, workload, most: Array.from({ length: periods }, () => 0) })
    }
    const most = sorts[sort]?.most ?? []
    for (const k of open) most[k] = (most[k] ?? 0) + 1
    return sort
  })
  const built = towns.map(() => ({
    groups: new Map<string, Group & { visits: number[] }>(),
    pairs: new Map<string, Pair & { visits: number[] }>(),
    shut: new Set<number>(),
  }))
  visits.forEach((visit, v) => {
    const town = built[visit.town]
    if (town === undefined) return
    const { open, kind, partner, after, within } = visit
    if (isOver(visit)) {
      for (let k = past; k < (open[0] ?? 0) + spacing; k++) town.shut.add(k)
      return
    }
    const other = visits[partner]
    const isPaired = other !== undefined && !isOver(other)
    // counted with its first visit
    if (isPaired && kind === 'look-back') return
    const sort = sortOf[v] ?? 0
    const key = isPaired
      ? `${sort} ${open.join()} ${sortOf[partner]} ${other.open.join()} ${after} ${within}`
      : `${sort} ${open.join()}`
    const known = isPaired ? town.pairs.get(key) : town.groups.get(key)
    if (known !== undefined) known.visits.push(v)
    else if (isPaired)
      town.pairs.set(key, { sort, visits: [v], open, again: sortOf[partner] ?? 0, openAgain: other.open, after, within })
    else town.groups.set(key, { sort, visits: [v], open })
  })
  const townships = built.map(({ groups, pairs, shut }) => ({ groups: [...groups.values()], pairs: [...pairs.values()], shut }))
  return { pool, sorts, sortOf, townships }
}
