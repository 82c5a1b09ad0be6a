// Seed: Linzhou sorts its 588 villages and communities into three classes. One round of it: teams drawn from the whole city cross between its towns.
import { makeDossier } from '../parts/dossiers.ts'
import { makePeople } from '../parts/people.ts'
import { isVillage, regionsAt } from '../parts/places-in.ts'
import { relate } from '../parts/relations.ts'
import { scenario } from '../parts/scenario.ts'
import { DEPUTY, LEADER, LIAISON, MEMBER, seats } from '../parts/seats.ts'
import type { UnitClass, World, WorldDossier, WorldTarget } from '../parts/world-types.ts'

const START = '2021-03-01'
const CITY = '410581'
const AT = {
  '410581': [113.82, 36.07],
  '410581001': [113.82, 36.07],
  '410581002': [113.8, 36.05],
  '410581003': [113.83, 36.03],
  '410581004': [113.86, 36.06],
  '410581101': [113.75, 35.95],
  '410581102': [113.88, 35.77],
  '410581103': [113.98, 35.9],
  '410581104': [113.93, 36.03],
  '410581105': [113.91, 36.17],
  '410581106': [113.8, 36.29],
  '410581107': [113.8, 36.17],
  '410581108': [113.84, 36.12],
  '410581109': [113.85, 35.88],
  '410581110': [113.92, 35.8],
  '410581111': [113.91, 35.97],
  '410581112': [113.96, 36.27],
  '410581113': [114.0, 36.13],
  '410581114': [113.81, 35.85],
  '410581115': [113.72, 36.13],
  '410581116': [113.77, 36.02],
} as const
const TOWNS = Object.keys(AT).filter((code) => code !== CITY)
/** The division file has 589; the newest community of 桂园街道 is left out to keep the seed's 588. */
const VILLAGES = 588
/** 162 lagging villages are the seed's weak branches put right; the other two counts are assumed. */
const CLASSES: readonly (readonly [UnitClass, number])[] = [
  ['exemplary', 118],
  ['lagging', 162],
  ['ordinary', 308],
]
/** Eight teams; 横水镇, the largest, takes two. */
const HOSTS = ['410581101', '410581102', '410581104', '410581105', '410581107', '410581109', '410581114']
const LARGEST = '410581104'

function complaints({ petitions }: WorldDossier): number {
  return Object.values(petitions).reduce((sum, count) => sum + count, 0)
}

export function linzhou(): World {
  const it = scenario('lz', START)
  const { places, month, naming, offices } = it
  const left = places.villages('410581004').at(-1)
  const all = places.villages(CITY).filter((code) => code !== left)
  if (all.length !== VILLAGES) throw new Error(`${all.length} villages`)
  const sorter = it.stream('classes')
  const rest = sorter.sample(all, VILLAGES)
  const classOf = new Map(CLASSES.flatMap(([name, count]) => rest.splice(0, count).map((code) => [code, name] as const)))
  const dossierStream = it.stream('dossiers')
  const dossiers = all.map((code) =>
    makeDossier({ random: dossierStream, month, population: [380, 3600] }, code, classOf.get(code)),
  )
  /** The lagging villages first, then ordinary ones with most petitions, at last one exemplary village for comparison. */
  const chosen = HOSTS.flatMap((town) => {
    const rank = { lagging: 0, ordinary: 1, exemplary: 2 } as const
    const own = dossiers
      .filter(({ unit }) => unit.startsWith(town))
      .sort(
        (one, other) =>
          rank[one.class] - rank[other.class] || complaints(other) - complaints(one) || (one.unit < other.unit ? -1 : 1),
      )
    const model = own.find((dossier) => dossier.class === 'exemplary')
    const first = own.slice(0, town === LARGEST ? 9 : 4).map(({ unit }) => unit)
    return [...first, ...(model ? [model.unit] : [])].sort()
  })
  const inRound = new Set(chosen)
  const officials = all.flatMap((code) =>
    it.officials(code, isVillage(code) ? 'village' : 'community', inRound.has(code) ? 3 : 1),
  )
  const { pool: people, others } = makePeople(
    {
      prefix: it.prefix,
      random: it.stream('people'),
      naming,
      offices,
      month,
      moved: 330,
      postDigits: 9,
      natives: (home) => (home === CITY ? TOWNS : places.villages(home)),
      elsewhere: (home) => TOWNS.filter((code) => code !== home),
      languages: () => ['普通话', '林州话'],
    },
    [
      ...seats(10, { home: CITY, ...LEADER }),
      ...seats(10, { home: CITY, ...DEPUTY }),
      ...seats(6, { home: CITY, ...MEMBER, skill: 'audit' }),
      ...seats(5, { home: CITY, ...MEMBER, skill: 'finance' }),
      ...TOWNS.flatMap((home, index) => [
        { home, ...LIAISON },
        { home, ...MEMBER },
        { home, ...MEMBER, ...(index % 3 === 0 ? { skill: 'audit' } : {}) },
      ]),
    ],
    80,
  )
  const targets: WorldTarget[] = chosen.map((unit) => ({
    unit,
    workload: classOf.get(unit) === 'lagging' ? 9 : 6,
    needs: classOf.get(unit) === 'lagging' ? ['audit'] : [],
  }))
  const { ties, ...relations } = relate(it, {
    people,
    officials,
    targets,
    regionOf: (unit) => unit,
    weak: 560,
    strong: 150,
    others,
    apart: 2,
    barred: 4,
    rounds: ['2020-1', '2020-2'],
    seen: ({ home }) => TOWNS.filter((code) => code !== home),
    rate: 200,
  })
  return {
    authority: '410581',
    example: 'linzhou',
    zh: '林州市588个村（社区）三类建档，乡镇交叉巡察一轮',
    en: 'Linzhou: 588 villages in three classes, one round that crosses between towns',
    regions: regionsAt(places, AT, 114),
    zones: [],
    units: offices.units(),
    officials,
    dossiers,
    people: [...people, ...others],
    ties,
    rounds: [
      {
        ref: 'lz-2021-1',
        id: '2021-1',
        name: '林州市2021年第一轮巡察村（社区）',
        kinds: ['routine'],
        types: ['cross-region'],
        template: null,
        start: START,
        end: '2021-05-31',
        commissioning: { region: CITY, name: '中共林州市委巡察工作领导小组' },
        sending: { region: CITY, name: '中共林州市委巡察工作领导小组' },
        host: null,
        rules: { mode: 'pooled', recusalLevel: 'township', minSenior: 2, maxNewcomers: 2, maxSameHome: null },
        earlier: [
          { id: '2020-1', name: '2020年第一轮', start: '2020-03-01', end: '2020-05-31' },
          { id: '2020-2', name: '2020年第二轮', start: '2020-09-01', end: '2020-11-30' },
        ],
        pool: people.map(({ ref }) => ref),
        teams: [...HOSTS, LARGEST].map((host, index) => ({
          id: `t0${index + 1}`,
          name: `市委第${'一二三四五六七八'[index]}巡察组`,
          home: null,
          host: host === LARGEST ? host : null,
          slots: [
            { role: 'leader' },
            { role: 'deputy' },
            { role: 'liaison' },
            { role: 'member', skill: 'audit' },
            { role: 'member' },
            { role: 'member' },
          ],
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
