// Inspectors: where they work, come from and served before. Some facts are missing or not yet verified, as in any pool.
import { monthNumber, monthText } from './dates.ts'
import type { NameStyle, Naming, Sex } from './names.ts'
import type { OfficeBook } from './offices.ts'
import type { Random } from './random.ts'
import type { Absence, Experience, PlaceCode, Posting, WorldPerson, WorldUnit } from './world-types.ts'

/** What one place in the pool asks for; the rest of the person is invented. */
export type Seat = {
  readonly home: PlaceCode
  readonly roles: readonly string[]
  readonly skill?: string
  readonly experience?: Experience
  readonly rank?: string
  /** Regions to which no fact may bar this person: where some valid plan needs him. */
  readonly open?: readonly PlaceCode[]
  readonly unit?: WorldUnit
  readonly nameStyle?: NameStyle
  readonly absences?: readonly Absence[]
}

export type PeopleSetting = {
  readonly prefix: string
  readonly random: Random
  readonly naming: Naming
  readonly offices: OfficeBook
  /** The month in which the round starts. */
  readonly month: string
  /** Townships or counties in which somebody with this home may have grown up. */
  readonly natives: (home: PlaceCode) => readonly PlaceCode[]
  /** Regions in which he may have served before. */
  readonly elsewhere: (home: PlaceCode) => readonly PlaceCode[]
  /** In how many of 1000 cases he did. */
  readonly moved: number
  /** Offices that lend nobody there, by key. */
  readonly without?: (home: PlaceCode) => readonly string[]
  readonly languages: (home: PlaceCode) => readonly string[]
  /** Below this many digits a home is an office above the recusal level, and the present post is told by `home` alone. */
  readonly postDigits: number
}

const FAR = ['430104', '340123', '330109', '410122', '610113', '360111', '500118', '220106', '150105', '620102']

export type People = {
  /** Called up, in the order of their seats. */
  readonly pool: readonly WorldPerson[]
  /** In the talent pool but not called up. */
  readonly others: readonly WorldPerson[]
}

export function makePeople(setting: PeopleSetting, seats: readonly Seat[], others: number): People {
  const rest = Array.from({ length: others }, (): Seat => ({ home: setting.random.pick(seats).home, roles: ['member'] }))
  return {
    pool: seats.map((seat, index) => makePerson(setting, seat, index)),
    others: rest.map((seat, index) => makePerson(setting, seat, seats.length + index)),
  }
}

function makePerson(setting: PeopleSetting, seat: Seat, index: number): WorldPerson {
  const { random, offices } = setting
  const sex: Sex = random.chance(330) ? 'female' : 'male'
  const office = seat.skill ? offices.withSkill(seat.skill) : offices.any(random, setting.without?.(seat.home) ?? [])
  const skill = seat.skill ?? office.skill
  const experience = seat.experience ?? random.pick(['senior', 'ordinary', 'ordinary', 'newcomer'] as const)
  const age =
    experience === 'senior' ? random.between(42, 57) : experience === 'ordinary' ? random.between(31, 50) : random.between(25, 33)
  const unverified = (['native', 'postings', 'ties', 'unit'] as const).filter((fact) => random.chance(fact === 'unit' ? 15 : 50))
  const missing = unverified.filter((fact) => fact !== 'ties' && random.chance(450))
  const employer = offices.at(seat.home, office)
  return {
    ref: `${setting.prefix}-p${String(index + 1).padStart(3, '0')}`,
    number: `${setting.prefix.toUpperCase()}${String(index + 1).padStart(4, '0')}`,
    name: setting.naming(sex, seat.nameStyle),
    home: seat.home,
    native: missing.includes('native') ? null : nativeOf(setting, seat),
    employer: seat.unit?.name ?? employer.name,
    unit: missing.includes('unit') ? null : (seat.unit ?? employer).ref,
    rank: seat.rank ?? rankOf(seat, random),
    source: office.source,
    roles: seat.roles,
    skills: skill === null ? [] : random.chance(120) && skill !== 'petitions' ? [skill, 'petitions'] : [skill],
    experience,
    languages: setting.languages(seat.home),
    postings: missing.includes('postings') ? null : postingsOf(setting, seat, age),
    unverified: unverified.filter((fact) => !missing.includes(fact)),
    absences: seat.absences ?? [],
  }
}

function rankOf(seat: Seat, random: Random): string {
  if (seat.roles.includes('leader') || seat.roles.includes('director')) return '正科级'
  return seat.roles.includes('deputy') ? '副科级' : random.pick(['一级主任科员', '四级主任科员', '一级科员'])
}

function nativeOf({ random, natives, elsewhere }: PeopleSetting, seat: Seat): PlaceCode {
  const draw = random.int(1000)
  const choices = draw < 620 ? natives(seat.home) : draw < 880 ? elsewhere(seat.home) : FAR
  return random.pick(withoutOpen(choices, seat, FAR))
}

/** The present post, and with luck one or two earlier ones: some lapsed and short, some recent or long enough to bar. */
function postingsOf({ random, elsewhere, moved, month, postDigits }: PeopleSetting, seat: Seat, age: number): Posting[] {
  const start = monthNumber(month)
  const career = Math.max(12, (age - 23) * 12)
  const present = random.between(8, Math.min(96, career - 2))
  const postings: Posting[] =
    seat.home.length >= postDigits ? [{ region: seat.home, from: monthText(start - present), to: null }] : []
  let before = start - present
  const places = withoutOpen(elsewhere(seat.home), seat, [])
  for (let more = 0; more < 2 && places.length > 0; more += 1) {
    if (!random.chance(moved)) continue
    const to = before - random.between(0, 40)
    const from = to - random.between(8, 50)
    if (start - from > career) break
    postings.unshift({ region: random.pick(places), from: monthText(from), to: monthText(to) })
    before = from
  }
  return postings
}

function withoutOpen(places: readonly PlaceCode[], seat: Seat, otherwise: readonly PlaceCode[]): readonly PlaceCode[] {
  const left = places.filter((place) => !(seat.open ?? []).some((open) => place.startsWith(open) || open.startsWith(place)))
  return left.length > 0 ? left : otherwise
}
