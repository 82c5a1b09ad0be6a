// Who has people, who lacks them: capacity by county and specialty, what a planned round is short of, and strong beside weak.
import { Problem, type CountyCapacity, type Shortage } from '@shengmian/contract'
import { placeNumber, placeRange, wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandPlace, namedPlace } from '../places/place-register.ts'
import { selectUnitsPerCounty } from '../units/unit-store.ts'
import { selectCapacity, type CapacityRow } from './person-store.ts'
import { skillCode, skillLabel } from './skills.ts'

interface Demand {
  readonly county: string
  readonly skill: string | null
  readonly needed: number
}

/** Capacity of every county inside an authority, with the shortages of a demand. */
export async function measureCapacity(
  tx: Transaction,
  authority: string,
  demandText: string | undefined,
): Promise<{ counties: CountyCapacity[]; shortages: Shortage[] }> {
  demandPlace(authority, 'query/authority')
  const range = authority === '00' ? { lo: 0, hi: 999_999_999_999 } : { lo: placeNumber(authority), hi: placeRange(authority).hi }
  const demand = parseDemand(demandText ?? '')
  for (const { county } of demand) demandPlace(county, 'query/demand')
  const rows = await selectCapacity(tx, range.lo, range.hi)
  const units = new Map((await selectUnitsPerCounty(tx, range.lo, range.hi)).map(({ county, units }) => [county, units]))
  const strengths = rows.map((row) => ({
    row,
    units: units.get(row.county) ?? 0,
    index: indexOf(row.people, units.get(row.county) ?? 0),
  }))
  const partners = matchPartners(strengths.map(({ row, index }) => ({ county: countyCode(row.county), index })))
  return {
    counties: strengths.map(({ row, units, index }) => {
      const county = countyCode(row.county)
      const partner = partners.get(county)
      const { people, leaders, seniors, skills } = row
      return {
        county: namedPlace(county),
        people,
        leaders,
        seniors,
        skills,
        units,
        index,
        partner: partner === undefined ? null : namedPlace(partner),
      }
    }),
    shortages: findShortages(rows, demand),
  }
}

const countyCode = (county: number) => wireCode(county * 1e6)

/** People for a hundred units, in hundredths. */
function indexOf(people: number, units: number): number | null {
  return units === 0 ? null : Math.round((people * 10_000) / units)
}

/** `421003*5,421022:audit*2`. The contract's pattern has let nothing else through. */
function parseDemand(text: string): readonly Demand[] {
  return text.split(',').flatMap((part) => {
    const match = /^(\d{6})(?::([^*]+))?\*(\d+)$/.exec(part)
    if (!match) {
      if (part === '') return []
      throw new Problem('bad-request', { errors: [{ at: 'query/demand', zh: `看不懂“${part}”`, en: `cannot read "${part}"` }] })
    }
    return [{ county: match[1] ?? '', skill: match[2] === undefined ? null : skillCode(match[2]), needed: Number(match[3]) }]
  })
}

/** What a demand is short of, county by county, with those who have people to spare after their own part of the demand. */
function findShortages(rows: readonly CapacityRow[], demand: readonly Demand[]): Shortage[] {
  const available = (county: string, skill: string | null) => {
    const row = rows.find((one) => countyCode(one.county) === county)
    return skill === null ? (row?.people ?? 0) : (row?.skills[skill] ?? 0)
  }
  const needed = (county: string, skill: string | null) =>
    demand.filter((one) => one.county === county && one.skill === skill).reduce((sum, one) => sum + one.needed, 0)
  const asked = [...new Map(demand.map(({ county, skill }) => [`${county} ${skill ?? ''}`, { county, skill }])).values()]
  return asked.flatMap(({ county, skill }) => {
    const [want, have] = [needed(county, skill), available(county, skill)]
    if (want <= have) return []
    const borrow = rows
      .map((row) => countyCode(row.county))
      .filter((other) => other !== county)
      .map((other) => ({ county: namedPlace(other), people: available(other, skill) - needed(other, skill) }))
      .filter(({ people }) => people > 0)
      .sort((a, b) => b.people - a.people || (a.county.code < b.county.code ? -1 : 1))
    const name = namedPlace(county).name
    const what = skill === null ? '' : skillLabel(skill)
    return [
      {
        county: namedPlace(county),
        skill,
        needed: want,
        available: have,
        short: want - have,
        borrow,
        zh: `${name}需要${what}${want}人，现有${have}人，缺${want - have}人${borrow.length === 0 ? '' : `，可向${borrow[0]?.county.name}借调`}`,
        en: `${name} needs ${want} ${skill ?? 'people'}, has ${have}: ${want - have} short`,
      },
    ]
  })
}

/** Each county of the weaker half is matched with one of the stronger half, the weakest with the strongest; the middle of an odd number stays alone. */
function matchPartners(
  counties: readonly { readonly county: string; readonly index: number | null }[],
): ReadonlyMap<string, string> {
  const ranked = counties
    .flatMap(({ county, index }) => (index === null ? [] : [{ county, index }]))
    .sort((a, b) => a.index - b.index || (a.county < b.county ? -1 : 1))
  const partners = new Map<string, string>()
  for (let i = 0; i < Math.floor(ranked.length / 2); i++) {
    const weak = ranked[i]
    const strong = ranked[ranked.length - 1 - i]
    if (weak !== undefined && strong !== undefined && weak.index < strong.index) partners.set(weak.county, strong.county)
  }
  return partners
}
