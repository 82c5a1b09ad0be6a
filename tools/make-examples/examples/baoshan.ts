// Seed: Baoshan city sets up 5 teams for 5 counties, 10 towns and 30 villages; 5 directors and 17 team leaders of the counties are spread crosswise.
import { makeDossier } from '../parts/dossiers.ts'
import { makePeople, type Seat } from '../parts/people.ts'
import { isVillage, regionsAt, spread } from '../parts/places-in.ts'
import { relate } from '../parts/relations.ts'
import { scenario } from '../parts/scenario.ts'
import type { World, WorldTarget, WorldUnit } from '../parts/world-types.ts'

const START = '2021-04-06'
const COUNTIES = ['530502', '530521', '530523', '530524', '530581']
const TOWNS = [
  '530502101',
  '530502106',
  '530521102',
  '530521103',
  '530523102',
  '530523105',
  '530524103',
  '530524106',
  '530581102',
  '530581106',
]
const AT = {
  '530502': [99.17, 25.12],
  '530521': [99.18, 24.73],
  '530523': [98.69, 24.59],
  '530524': [99.61, 24.82],
  '530581': [98.49, 25.02],
} as const
/** Leaders a team takes: 4 + 4 + 3 + 3 + 3 = 17. The second number: the county that the office leaves out of that team. */
const TEAMS = [
  { leaders: 4, without: -1 },
  { leaders: 4, without: -1 },
  { leaders: 3, without: 0 },
  { leaders: 3, without: 1 },
  { leaders: 3, without: 2 },
]

/** One valid way to spread 22 people, so that the facts invented below leave at least that one open. */
function intendedSeats(): Seat[] {
  return COUNTIES.flatMap((home, county) => {
    const director: Seat = { home, roles: ['director'], experience: 'senior', rank: '正科级', open: open((county + 1) % 5) }
    const leaders = TEAMS.flatMap(({ without }, team): Seat[] => {
      if (team === county || without === county) return []
      return [{ home, roles: ['leader'], experience: (county + team) % 3 === 0 ? 'ordinary' : 'senior', open: open(team) }]
    })
    return [director, ...leaders]
  })
}

function open(team: number): string[] {
  return [COUNTIES[team] ?? '']
}

export function baoshan(): World {
  const it = scenario('bs', START)
  const { places, month, naming, offices } = it
  const pick = it.stream('villages')
  const villages = TOWNS.flatMap((town) => spread(places, pick, town, 3, isVillage))
  const counties: WorldUnit[] = COUNTIES.map((region) => ({
    ref: `bs-c${region}`,
    name: `中共${places.name(region)}委员会`,
    kind: 'other',
    place: region,
  }))
  const towns: WorldUnit[] = TOWNS.map((region) => ({
    ref: `bs-t${region}`,
    name: `中共${places.name(region)}委员会`,
    kind: 'township',
    place: region,
  }))
  const officials = [
    ...counties.flatMap(({ ref }) => it.officials(ref, 'county', 5)),
    ...towns.flatMap(({ ref }) => it.officials(ref, 'township', 4)),
    ...villages.flatMap((code) => it.officials(code, 'village', 3)),
  ]
  const seats = intendedSeats()
  const { pool: people, others } = makePeople(
    {
      prefix: it.prefix,
      random: it.stream('people'),
      naming,
      offices,
      month,
      moved: 330,
      postDigits: 6,
      natives: (home) => places.children(home),
      elsewhere: (home) => COUNTIES.filter((code) => code !== home),
      languages: () => ['普通话', '保山话'],
    },
    seats,
    18,
  )
  const intended = new Map(people.map(({ ref }, index) => [ref, seats[index]?.open ?? []]))
  const targets: WorldTarget[] = [
    ...counties.map(({ ref }) => ({ unit: ref, workload: 25, needs: [] })),
    ...towns.map(({ ref }) => ({ unit: ref, workload: 15, needs: [] })),
    ...villages.map((unit) => ({ unit, workload: 6, needs: [] })),
  ]
  const units = [...counties, ...towns]
  const rounds = ['2020-1', '2020-2']
  const { ties, ...relations } = relate(it, {
    people,
    officials,
    targets,
    regionOf: (unit) => units.find(({ ref }) => ref === unit)?.place ?? unit,
    open: ({ ref }) => intended.get(ref) ?? [],
    together: (a, b) => intended.get(a)?.[0] === intended.get(b)?.[0],
    weak: 620,
    strong: 300,
    others,
    apart: 1,
    barred: 2,
    rounds,
    seen: ({ home }) => COUNTIES.filter((code) => code !== home),
    rate: 110,
  })
  const dossiers = it.stream('dossiers')
  return {
    authority: '5305',
    example: 'baoshan',
    zh: '保山市提级巡察5县（市、区）10乡镇30村，巡察办主任和组长交叉分散',
    en: 'Baoshan city inspects 5 counties, 10 towns and 30 villages; directors and leaders are spread crosswise',
    regions: regionsAt(places, AT, 99),
    zones: [],
    units: [...units, ...offices.units()],
    officials,
    dossiers: villages.map((code) => makeDossier({ random: dossiers, month, weight: ['ordinary', 'lagging', 'lagging'] }, code)),
    people: [...people, ...others],
    ties,
    rounds: [
      {
        ref: 'bs-2021-1',
        id: '2021-1',
        name: '保山市提级巡察（“4+5+17”联动）',
        kinds: ['routine'],
        types: ['cross-region', 'level-raised'],
        template: '4+5+17',
        start: START,
        end: '2021-06-30',
        commissioning: { region: '5305', name: '中共保山市委巡察工作领导小组' },
        sending: { region: '5305', name: '中共保山市委巡察工作领导小组' },
        host: null,
        rules: { mode: 'scattered', minSenior: 2 },
        earlier: [
          { id: '2020-1', name: '2020年第一轮', start: '2020-04-01', end: '2020-06-30' },
          { id: '2020-2', name: '2020年第二轮', start: '2020-09-01', end: '2020-11-30' },
        ],
        pool: people.map(({ ref }) => ref),
        teams: TEAMS.map(({ leaders }, team) => ({
          id: `t0${team + 1}`,
          name: `市委提级巡察第${'一二三四五'[team]}组`,
          home: null,
          host: COUNTIES[team] ?? null,
          slots: [{ role: 'director' }, ...Array.from({ length: leaders }, () => ({ role: 'leader' }))],
        })),
        targets,
        candidates: [],
        ...relations,
        dispatched: [],
        travel: [],
        pins: [],
        waivers: [],
      },
    ],
  }
}
