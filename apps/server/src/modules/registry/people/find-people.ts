// The talent pool, searched: "audit, free in June, no tie to 弥市镇". What is asked is either met or not known; whoever fails is
// left out, and nobody passes on a fact that is missing without saying so.
import type { Person } from '@shengmian/contract'
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts'
import { placeNumber, placeRange } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandPlace, namedPlace } from '../places/place-register.ts'
import { selectPeople, type PersonFilter, type PersonRow, type RoleOfPerson } from './person-store.ts'
import { personView } from './person-views.ts'
import { reviewAgainstPlace } from './review-against-place.ts'
import { skillCode, skillLabel } from './skills.ts'
import type { Why } from './why.ts'

export interface PeopleQuery {
  readonly authority: string
  readonly q?: string | undefined
  readonly skill?: string | undefined
  readonly role?: RoleOfPerson | undefined
  readonly state?: 'in' | 'on-duty' | 'out' | undefined
  readonly source?: string | undefined
  readonly home?: string | undefined
  readonly freeFrom?: string | undefined
  readonly freeTo?: string | undefined
  readonly noTieTo?: string | undefined
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}

const step = 200
const mostWalked = 4000

/** People who meet what is asked, each with why. A page ends when it is full or when many were looked at in vain: then it is short, and goes on. */
export async function findPeople(
  tx: Transaction,
  query: PeopleQuery,
  today: string,
): Promise<{ items: { person: Person; why: Why[] }[]; next: string | null }> {
  demandPlace(query.authority, 'query/authority')
  for (const [at, code] of [['query/home', query.home] as const, ['query/noTieTo', query.noTieTo] as const])
    if (code !== undefined) demandPlace(code, at)
  const key = decodeCursor(query.cursor, ['number', 'string', 'string'])
  let after = key === null ? null : { authority: Number(key[0]), name: String(key[1]), id: String(key[2]) }
  const limit = query.limit ?? 50
  const filter = filterOf(query)
  const free = filter.free
  const items: { person: Person; why: Why[] }[] = []
  for (let walked = 0; ; walked += step) {
    if (walked >= mostWalked && after !== null) return { items, next: encodeCursor([after.authority, after.name, after.id]) }
    const rows = await selectPeople(tx, filter, after, step)
    const reviewed =
      query.noTieTo === undefined ? null : await reviewAgainstPlace(tx, rows, query.noTieTo, free ?? { from: today, to: today })
    for (const [i, row] of rows.entries()) {
      after = { authority: row.authority, name: row.name, id: row.id }
      const ties = reviewed?.get(row.id) ?? null
      if (reviewed !== null && ties === null) continue
      items.push({ person: personView(row), why: [...whyOf(query, row, free), ...(ties ?? [])] })
      const isLast = i === rows.length - 1 && rows.length < step
      if (items.length === limit) return { items, next: isLast ? null : encodeCursor([after.authority, after.name, after.id]) }
    }
    if (rows.length < step) return { items, next: null }
  }
}

function filterOf(query: PeopleQuery): PersonFilter {
  const from = query.freeFrom ?? query.freeTo
  const to = query.freeTo ?? query.freeFrom
  return {
    ...(query.authority === '00'
      ? { lo: 0, hi: 999_999_999_999 }
      : { lo: placeNumber(query.authority), hi: placeRange(query.authority).hi }),
    q: query.q?.trim() === '' ? undefined : query.q?.trim(),
    skill: query.skill === undefined ? undefined : skillCode(query.skill),
    role: query.role,
    // Somebody who is asked for on certain days must be in the pool.
    state: query.state ?? (from === undefined ? undefined : 'in'),
    source: query.source,
    home: query.home === undefined ? undefined : placeRange(query.home),
    free: from === undefined || to === undefined ? undefined : { from, to },
  }
}

function whyOf(query: PeopleQuery, row: PersonRow, free: PersonFilter['free']): Why[] {
  const why: Why[] = []
  if (query.skill !== undefined) {
    const skill = skillCode(query.skill)
    why.push(
      row.skills === null
        ? { asked: 'skill', result: 'unknown', zh: '专长未核', en: 'skills are not verified' }
        : {
            asked: 'skill',
            result: 'pass',
            zh: `专长：${row.skills.map(skillLabel).join('、')}`,
            en: `has the specialty ${skill}`,
          },
    )
  }
  if (free !== undefined) {
    why.push(
      row.absences === null
        ? { asked: 'free', result: 'unknown', zh: '能否抽调未核', en: 'availability is not verified' }
        : {
            asked: 'free',
            result: 'pass',
            zh: `${free.from}至${free.to}可以抽调${awayOtherwise(row)}`,
            en: `free from ${free.from} to ${free.to}`,
          },
    )
  }
  if (query.role !== undefined) why.push({ asked: 'role', result: 'pass', zh: '可任该角色', en: `may serve as ${query.role}` })
  if (query.home !== undefined && row.home !== null)
    why.push({
      asked: 'home',
      result: 'pass',
      zh: `工作地在${namedPlace(query.home).name}`,
      en: `works in ${namedPlace(query.home).name}`,
    })
  return why
}

function awayOtherwise(row: PersonRow): string {
  const away = (row.absences ?? []).map(({ from, to, why }) => `${from}至${to}${why}`)
  return away.length === 0 ? '' : `（另：${away.join('；')}）`
}
