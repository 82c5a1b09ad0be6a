// Seed: 112 people of 16 districts make 16 teams for 30 villages and 24 communities, dealt inside three zones of 6, 5 and 5 districts.
import { makeDossier } from '../parts/dossiers.ts'
import { makePeople, type Seat } from '../parts/people.ts'
import { isVillage, regionsAt, spread } from '../parts/places-in.ts'
import { relate } from '../parts/relations.ts'
import { scenario } from '../parts/scenario.ts'
import type { World, WorldTarget } from '../parts/world-types.ts'

const START = '2020-08-01'
const ZONES = [
  {
    zone: '市内六区',
    similarity: '中心城区，只有街道社区，老旧小区多，信访集中在物业和征收',
    districts: ['120101', '120102', '120103', '120104', '120105', '120106'],
  },
  {
    zone: '环城四区和滨海新区',
    similarity: '城乡接合，村改居多，集体资产量大，征地和工程项目多',
    districts: ['120110', '120111', '120112', '120113', '120116'],
  },
  {
    zone: '新五区',
    similarity: '以农村为主，村庄分散，涉农补贴和“三资”问题相近',
    districts: ['120114', '120115', '120117', '120118', '120119'],
  },
]
const DISTRICTS = ZONES.flatMap(({ districts }) => districts)
const AT = {
  '120101': [117.2, 39.12],
  '120102': [117.25, 39.13],
  '120103': [117.22, 39.11],
  '120104': [117.15, 39.14],
  '120105': [117.2, 39.15],
  '120106': [117.15, 39.17],
  '120110': [117.31, 39.09],
  '120111': [117.01, 39.14],
  '120112': [117.36, 38.94],
  '120113': [117.13, 39.22],
  '120114': [117.04, 39.38],
  '120115': [117.31, 39.72],
  '120116': [117.7, 39.0],
  '120117': [117.82, 39.33],
  '120118': [116.97, 38.94],
  '120119': [117.41, 40.05],
} as const
/** The village of the seed, in 咸水沽镇 of 津南区. */
const HANCHENGQIAO = '120112100220'

/** One valid deal inside a zone: which districts, counted from the host, give a team its seven people, and as what. */
const DEAL: readonly (readonly [offset: number, seat: Omit<Seat, 'home' | 'open'>])[] = [
  [1, { roles: ['leader', 'deputy'], experience: 'senior' }],
  [2, { roles: ['deputy', 'member'], experience: 'senior' }],
  [3, { roles: ['liaison', 'member'] }],
  [4, { roles: ['member'], skill: 'audit', experience: 'ordinary' }],
  [1, { roles: ['member', 'liaison'], experience: 'ordinary' }],
  [2, { roles: ['member'], experience: 'newcomer' }],
  [-1, { roles: ['member', 'deputy'], experience: 'ordinary' }],
]

function intendedSeats(): Seat[] {
  const dealt = ZONES.flatMap(({ districts }) =>
    districts.flatMap((host, index) =>
      DEAL.map(([offset, seat]): Seat => {
        const step = offset > 0 ? offset : districts.length === 5 ? 3 : 5
        return { ...seat, home: districts[(index + step) % districts.length] ?? '', open: [host] }
      }),
    ),
  )
  return DISTRICTS.flatMap((district) => dealt.filter(({ home }) => home === district))
}

export function tianjin(): World {
  const it = scenario('tj', START, { '1201': '天津市' })
  const { places, month, naming, offices } = it
  const pick = it.stream('targets')
  const inner = new Set(ZONES[0]?.districts)
  /** The units a district names, twice as many as are chosen, highest score first. */
  const candidateUnits = DISTRICTS.flatMap((district) => {
    const found = spread(
      places,
      pick,
      district,
      inner.has(district) ? 8 : 6,
      (code) => isVillage(code) !== inner.has(district) && code !== HANCHENGQIAO,
    )
    return district === '120112' ? [HANCHENGQIAO, ...found.slice(1)] : found
  })
  const dossierStream = it.stream('dossiers')
  const dossiers = candidateUnits.map((code) =>
    makeDossier(
      { random: dossierStream, month, population: [1800, 9600], weight: ['ordinary', 'ordinary', 'lagging'] },
      code,
      code === HANCHENGQIAO ? 'lagging' : undefined,
    ),
  )
  const weigh = it.stream('candidates')
  const candidates = candidateUnits.map((unit) => ({
    unit,
    economy: weigh.between(20, 95),
    conflicts: weigh.between(5, 95),
    complaints: unit === HANCHENGQIAO ? 99 : weigh.between(5, 95),
  }))
  const score = (code: string) =>
    candidates
      .filter(({ unit }) => unit === code)
      .reduce(
        (sum, { economy, conflicts, complaints }) => sum + economy + conflicts + complaints,
        code === HANCHENGQIAO ? 100 : 0,
      )
  const chosen = DISTRICTS.flatMap((district) => {
    const own = candidateUnits
      .filter((code) => code.startsWith(district))
      .sort((one, other) => score(other) - score(one) || (one < other ? -1 : 1))
    return own.slice(0, inner.has(district) ? 4 : 3).sort()
  })
  const officials = chosen.flatMap((code) => it.officials(code, isVillage(code) ? 'village' : 'community', 3))
  const seats = intendedSeats()
  const { pool: people, others } = makePeople(
    {
      prefix: it.prefix,
      random: it.stream('people'),
      naming,
      offices,
      month,
      moved: 300,
      postDigits: 6,
      natives: (home) => places.children(home),
      elsewhere: (home) => DISTRICTS.filter((code) => code !== home),
      languages: () => ['普通话', '天津话'],
    },
    seats,
    80,
  )
  const intended = new Map(people.map(({ ref }, index) => [ref, seats[index]?.open ?? []]))
  const targets: WorldTarget[] = chosen.map((unit, index) => ({
    unit,
    workload: isVillage(unit) ? 20 : 14,
    needs: index % 3 === 0 ? ['audit'] : [],
  }))
  const { ties, ...relations } = relate(it, {
    people,
    officials,
    targets,
    regionOf: (unit) => unit,
    open: ({ ref }) => intended.get(ref) ?? [],
    together: (a, b) => intended.get(a)?.[0] === intended.get(b)?.[0],
    weak: 420,
    strong: 160,
    others,
    apart: 3,
    barred: 5,
    rounds: ['2020-1', '2020-2', '2020-3'],
    seen: ({ home }) =>
      ZONES.flatMap(({ districts }) => (districts.includes(home ?? '') ? districts.filter((code) => code !== home) : [])),
    rate: 160,
  })
  return {
    authority: '1201',
    example: 'tianjin',
    zh: '天津市第四轮“统配巡”：16个区、3个片区、112人、16个组',
    en: 'Tianjin, fourth pooled round: 16 districts, 3 zones, 112 people, 16 teams',
    regions: regionsAt(places, AT, 117, (code) => ZONES.find(({ districts }) => districts.includes(code))?.zone ?? null),
    zones: ZONES.map(({ zone, similarity }) => ({ name: zone, similarity })),
    units: offices.units(),
    officials,
    dossiers,
    people: [...people, ...others],
    ties,
    rounds: [
      {
        ref: 'tj-2020-4',
        id: '2020-4',
        name: '天津市2020年第四轮“统配巡”',
        kinds: ['routine'],
        types: ['cross-region', 'level-raised'],
        template: null,
        start: START,
        end: '2020-10-31',
        commissioning: { region: '1201', name: '中共天津市委巡视工作领导小组' },
        sending: { region: '1201', name: '中共天津市委巡视工作领导小组' },
        host: null,
        rules: { mode: 'pooled', zoneBound: true, minSenior: 2, maxNewcomers: 2 },
        earlier: [1, 2, 3].map((n) => ({
          id: `2020-${n}`,
          name: `2020年第${'一二三'[n - 1]}轮“统配巡”`,
          start: `2020-0${n * 2 - 1}-01`,
          end: `2020-0${n * 2}-15`,
        })),
        pool: people.map(({ ref }) => ref),
        teams: DISTRICTS.map((host, index) => ({
          id: `t${String(index + 1).padStart(2, '0')}`,
          name: `统配巡察第${index + 1}组`,
          home: null,
          host,
          slots: [
            { role: 'leader' },
            { role: 'deputy' },
            { role: 'liaison' },
            { role: 'member', skill: 'audit' },
            { role: 'member' },
            { role: 'member' },
            { role: 'member' },
          ],
        })),
        targets,
        candidates,
        ...relations,
        dispatched: [],
        travel: [],
        pins: [],
        waivers: [],
      },
    ],
  }
}
