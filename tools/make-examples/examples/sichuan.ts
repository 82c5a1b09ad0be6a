// Seed: 15 cities of Sichuan help 16 counties of three prefectures with 86 organisations; two leaders and two liaisons a team, one of each side.
import { makePeople, type Seat } from '../parts/people.ts'
import { regionsAt } from '../parts/places-in.ts'
import { relate } from '../parts/relations.ts'
import { scenario } from '../parts/scenario.ts'
import type { NameStyle } from '../parts/names.ts'
import type { LeadershipKind } from '../parts/officials.ts'
import type { World, WorldTarget, WorldTeam, WorldUnit } from '../parts/world-types.ts'
import { AT, CITIES, DANBA, HOSTS, LEIBO, NANCHONG, NEIJIANG, prefectureNames } from './sichuan-places.ts'

const START = '2020-08-03'
const ORGANISATIONS: readonly (readonly [
  name: string,
  kind: WorldUnit['kind'],
  leadership: LeadershipKind,
  need: string | null,
])[] = [
  ['公安局', 'bureau', 'bureau', 'discipline'],
  ['农业农村局', 'bureau', 'bureau', 'rural'],
  ['财政局', 'bureau', 'bureau', 'finance'],
  ['中学', 'school', 'school', null],
  ['人民医院', 'hospital', 'hospital', 'finance'],
  ['民政局', 'bureau', 'bureau', null],
]
const IN_LEIBO: readonly (readonly [name: string, kind: WorldUnit['kind'], leadership: LeadershipKind, need: string | null])[] = [
  ['雷波县公安局', 'bureau', 'bureau', 'discipline'],
  ['雷波县统计局', 'bureau', 'bureau', null],
  ['雷波民族中学', 'school', 'school', 'finance'],
]
const S = { origin: 'sender' } as const
const H = { origin: 'host' } as const

/** 3 organisations in 雷波县, 6 in 丹巴县, 5 or 6 in the fourteen others: 86. */
function organisations(nameOf: (code: string) => string) {
  return HOSTS.flatMap((county, index) => {
    const list = county === LEIBO ? IN_LEIBO : ORGANISATIONS.slice(0, county === DANBA || (index % 2 === 0 && index < 14) ? 6 : 5)
    return list.map(([name, kind, leadership, need], rank) => {
      const unit: WorldUnit = {
        ref: `sc-${county}-${rank + 1}`,
        name: county === LEIBO ? name : `${nameOf(county)}${name}`,
        kind,
        place: seatTown(county),
      }
      return { unit, leadership, need, county }
    })
  })
}

/** The township in which a county's offices stand: the first of its codes, but for 壤塘县. */
function seatTown(county: string): string {
  return county === '513230' ? '513230103' : `${county}100`
}

function makeTeams(nameOf: (code: string) => string): WorldTeam[] {
  const slots = [
    { role: 'leader', ...S },
    { role: 'leader', ...H },
    { role: 'liaison', ...S },
    { role: 'liaison', ...H },
    { role: 'deputy', ...S },
    { role: 'member', skill: 'discipline', ...S },
    { role: 'member', skill: 'finance', ...S },
    { role: 'member', skill: 'rural', ...S },
    { role: 'member', ...H },
  ]
  const inLeibo = (skill: string, more: number) => [
    { role: 'leader', ...S },
    { role: 'leader', ...H },
    { role: 'liaison', ...S },
    { role: 'liaison', ...H },
    { role: 'member', skill, ...S },
    ...Array.from({ length: more }, () => ({ role: 'member', ...S })),
  ]
  // 11 people of 内江: 4 + 4 + 3. How many teams they formed is lost in the seed; one for each organisation is assumed.
  const leibo = [
    ['discipline', 1],
    ['finance', 1],
    ['finance', 0],
  ] as const
  const senders = ['5101', ...CITIES.filter((code) => code !== NEIJIANG)]
  return [
    ...leibo.map(([skill, more], index) => ({
      id: `t0${index + 1}`,
      name: `内江市帮扶雷波县第${index + 1}组`,
      home: NEIJIANG,
      host: LEIBO,
      slots: inLeibo(skill, more),
    })),
    ...senders.map((home, index) => ({
      id: `t${String(index + 4).padStart(2, '0')}`,
      name: `${nameOf(home)}帮扶式交叉巡察${home === '5101' ? `第${index + 1}` : ''}组`,
      home,
      host: home === NANCHONG ? DANBA : null,
      slots,
    })),
  ]
}

function senderSeats(): Seat[] {
  return CITIES.flatMap((home) => {
    const times = home === NEIJIANG || home === '5101' ? 2 : 1
    const bench: Seat[] = [
      { home, roles: ['leader', 'deputy'], experience: 'senior', rank: '副处级' },
      { home, roles: ['leader', 'deputy'], experience: 'senior', rank: '副处级' },
      { home, roles: ['deputy', 'liaison'], experience: 'senior', rank: '正科级' },
      { home, roles: ['liaison', 'member'] },
      { home, roles: ['member'], skill: 'discipline' },
      { home, roles: ['member'], skill: 'finance', experience: 'ordinary' },
      { home, roles: ['member', 'liaison'], skill: 'finance' },
      { home, roles: ['member'], skill: 'rural' },
    ]
    return Array.from({ length: times }, () => bench).flat()
  })
}

function hostSeats(units: readonly WorldUnit[]): Seat[] {
  return HOSTS.flatMap((home, index) => {
    const nameStyle = home.startsWith('5134') ? 'yi' : 'tibetan'
    const times = home === LEIBO ? 3 : 1
    const style = (rank: number): NameStyle => ((index + rank) % 3 === 0 ? 'han' : nameStyle)
    const bench: Seat[] = [
      { home, roles: ['leader'], experience: 'senior', nameStyle: style(0) },
      { home, roles: ['leader', 'liaison'], experience: 'senior', nameStyle: style(1) },
      { home, roles: ['liaison', 'member'], nameStyle: style(2) },
      { home, roles: ['member', 'liaison'], nameStyle: style(3) },
    ]
    const employer = units.find(({ ref }) => ref === `sc-${home}-1`)
    const inside: Seat = { home, roles: ['member', 'liaison'], nameStyle: style(4), ...(employer ? { unit: employer } : {}) }
    return [...Array.from({ length: times }, () => bench).flat(), { home, roles: ['member'], nameStyle: style(5) }, inside]
  })
}

export function sichuan(): World {
  const it = scenario('sc', START, prefectureNames)
  const { places, month, naming, offices } = it
  const chosen = organisations(places.name)
  const units = chosen.map(({ unit }) => unit)
  const officials = chosen.flatMap(({ unit, leadership, county }) =>
    it.officials(unit.ref, leadership, 3, county.startsWith('5134') ? 'yi' : 'tibetan'),
  )
  const local = (home: string) => HOSTS.includes(home)
  const { pool: people, others } = makePeople(
    {
      prefix: it.prefix,
      random: it.stream('people'),
      naming,
      offices,
      month,
      moved: 130,
      postDigits: 4,
      natives: (home) =>
        local(home)
          ? places.children(home)
          : places.children(home).filter((code) => code.slice(4) < '70' || code.slice(4) > '79'),
      elsewhere: (home) => (local(home) ? HOSTS.filter((code) => code !== home && code.startsWith(home.slice(0, 4))) : HOSTS),
      // The bureaus that are inspected lend nobody but the one local whom each county names below.
      without: (home) => (local(home) ? ['finance', 'rural'] : []),
      languages: (home) => (local(home) ? ['普通话', '四川话', home.startsWith('5134') ? '彝语' : '藏语'] : ['普通话', '四川话']),
    },
    [...senderSeats(), ...hostSeats(units)],
    90,
  )
  const targets: WorldTarget[] = chosen.map(({ unit, need }) => ({
    unit: unit.ref,
    workload: unit.kind === 'bureau' ? 12 : 15,
    needs: need === null ? [] : [need],
  }))
  const { ties, ...relations } = relate(it, {
    people,
    officials,
    targets,
    regionOf: (unit) => units.find(({ ref }) => ref === unit)?.place ?? unit,
    weak: 330,
    strong: 70,
    others,
    apart: 3,
    barred: 5,
    rounds: ['2019-1'],
    seen: ({ home }) => (home !== null && local(home) ? [home] : HOSTS),
    rate: 120,
  })
  return {
    authority: '51',
    example: 'sichuan',
    zh: '四川省跨市州帮扶式交叉巡察：15个市、三州16县、86个党组织',
    en: 'Sichuan: 15 cities help 16 counties of three prefectures, 86 organisations',
    regions: regionsAt(places, AT, 103),
    zones: [],
    units: [...units, ...offices.units()],
    officials,
    dossiers: [],
    people: [...people, ...others],
    ties,
    rounds: [
      {
        ref: 'sc-2020-1',
        id: '2020-1',
        name: '四川省跨市州帮扶式交叉巡察',
        kinds: ['routine'],
        types: ['cross-region', 'assistance'],
        template: null,
        start: START,
        end: '2020-10-16',
        commissioning: { region: '51', name: '中共四川省委巡视工作领导小组' },
        sending: null,
        host: null,
        rules: { mode: 'paired', minSenior: 2, maxNewcomers: 3, again: 'off', reversal: 'off' },
        earlier: [{ id: '2019-1', name: '2019年跨市州帮扶式交叉巡察', start: '2019-08-05', end: '2019-10-18' }],
        pool: people.map(({ ref }) => ref),
        teams: makeTeams(places.name),
        targets,
        candidates: [],
        ...relations,
        dispatched: [],
        // Mountain roads: much longer than the straight line.
        travel: [
          [NEIJIANG, LEIBO, 310],
          [NANCHONG, DANBA, 560],
          ['5101', '513230', 500],
          ['5101', '513231', 520],
          ['5101', '513333', 650],
          ['5101', '513334', 590],
        ],
        pins: [],
        waivers: [],
      },
    ],
  }
}
