// Seed: 13 cities of Jiangsu, whole teams between cities, looking back at villages and county bureaus that were inspected before.
import { makeDossier } from '../parts/dossiers.ts'
import { makePeople } from '../parts/people.ts'
import { ringOf } from '../parts/permutation.ts'
import { isVillage, regionsAt, spread } from '../parts/places-in.ts'
import { relate } from '../parts/relations.ts'
import { scenario } from '../parts/scenario.ts'
import { DEPUTY, LEADER, LIAISON, MEMBER, seats } from '../parts/seats.ts'
import type { World, WorldTarget, WorldUnit } from '../parts/world-types.ts'

const START = '2019-10-14'
const AT = {
  '3201': [118.8, 32.06],
  '3202': [120.31, 31.49],
  '3203': [117.18, 34.26],
  '3204': [119.97, 31.81],
  '3205': [120.58, 31.3],
  '3206': [120.86, 32.01],
  '3207': [119.22, 34.6],
  '3208': [119.02, 33.61],
  '3209': [120.16, 33.35],
  '3210': [119.41, 32.39],
  '3211': [119.45, 32.2],
  '3212': [119.92, 32.46],
  '3213': [118.28, 33.96],
} as const
const CITIES = Object.keys(AT)
const SOUTH = new Set(['3201', '3202', '3204', '3205', '3211'])
const MIDDLE = new Set(['3206', '3210', '3212'])
const zoneOf = (code: string) => (SOUTH.has(code) ? '苏南' : MIDDLE.has(code) ? '苏中' : '苏北')
/** Development zones have statistical codes of their own (ending 70 to 79) and stay out. */
const isCounty = (code: string) => code.slice(4) < '70' || code.slice(4) > '79'

export function jiangsu(): World {
  const it = scenario('js', START)
  const { places, month, naming, offices } = it
  const pick = it.stream('targets')
  const chosen = CITIES.map((city) => {
    const counties = pick
      .sample(
        places.children(city).filter((code) => isCounty(code) && places.villages(code).some(isVillage)),
        4,
      )
      .sort()
    return {
      city,
      bureau: counties[0] ?? city,
      villages: counties.slice(1).flatMap((county) => spread(places, pick, county, 1, isVillage)),
    }
  })
  const bureaus: WorldUnit[] = chosen.map(({ bureau }) => ({
    ref: `js-b${bureau}`,
    name: `${places.name(bureau)}农业农村局`,
    kind: 'bureau',
    place: bureau,
  }))
  const villages = chosen.flatMap((row) => row.villages)
  const officials = [
    ...bureaus.flatMap(({ ref }) => it.officials(ref, 'bureau', 4)),
    ...villages.flatMap((code) => it.officials(code, 'village', 3)),
  ]
  const { pool: people, others } = makePeople(
    {
      prefix: it.prefix,
      random: it.stream('people'),
      naming,
      offices,
      month,
      moved: 230,
      postDigits: 4,
      natives: (home) => places.children(home).filter(isCounty),
      elsewhere: (home) => CITIES.filter((code) => code !== home),
      languages: (home) => ['普通话', SOUTH.has(home) ? '吴语' : '江淮官话'],
    },
    CITIES.flatMap((home) => [
      ...seats(2, { home, ...LEADER, rank: '副处级' }),
      ...seats(2, { home, ...DEPUTY, rank: '正科级' }),
      ...seats(2, { home, ...LIAISON }),
      ...seats(2, { home, ...MEMBER, skill: 'audit' }),
      { home, ...MEMBER, skill: 'discipline' },
      { home, ...MEMBER, skill: 'rural' },
      { home, ...MEMBER },
    ]),
    150,
  )
  const targets: WorldTarget[] = [
    ...bureaus.map(({ ref }) => ({ unit: ref, workload: 20, needs: ['audit'] })),
    ...villages.map((unit, index) => ({ unit, workload: 8 + (index % 3), needs: [] })),
  ]
  const past = it.stream('past')
  const { ties, ...relations } = relate(it, {
    people,
    officials,
    targets,
    regionOf: (unit) => bureaus.find(({ ref }) => ref === unit)?.place ?? unit,
    weak: 560,
    strong: 150,
    others,
    apart: 4,
    barred: 6,
    rounds: ['2018-1', '2019-1'],
    seen: ({ home }) => CITIES.filter((code) => code !== home),
    rate: 130,
  })
  const dossiers = it.stream('dossiers')
  return {
    authority: '32',
    example: 'jiangsu',
    zh: '江苏省13个设区市“推磨”式交叉：整建制巡察组“回头看”',
    en: 'Jiangsu: 13 cities rotate whole teams for a look-back',
    regions: regionsAt(places, AT, 119, zoneOf),
    zones: [
      { name: '苏南', similarity: '沿江发达，开发区和城投项目多' },
      { name: '苏中', similarity: '制造业与农业并重，村级集体经济相近' },
      { name: '苏北', similarity: '农业比重大，惠民惠农资金量大' },
    ],
    units: [...bureaus, ...offices.units()],
    officials,
    dossiers: villages.map((code) => ({ ...makeDossier({ random: dossiers, month }, code), lastInspected: '2018-11-09' })),
    people: [...people, ...others],
    ties,
    rounds: [
      {
        ref: 'js-2019-2',
        id: '2019-2',
        name: '江苏省设区市“推磨”式交叉巡察“回头看”',
        kinds: ['look-back'],
        types: ['cross-region', 'level-raised'],
        template: null,
        start: START,
        end: '2019-12-20',
        commissioning: { region: '32', name: '中共江苏省委巡视工作领导小组' },
        sending: null,
        host: null,
        rules: { mode: 'rotation', recusalLevel: 'city', zoneBound: false, minSenior: 2, maxNewcomers: 2 },
        earlier: [
          { id: '2018-1', name: '2018年交叉巡察', start: '2018-09-01', end: '2018-11-30' },
          { id: '2019-1', name: '2019年第一轮交叉巡察', start: '2019-03-01', end: '2019-05-31' },
        ],
        pool: people.map(({ ref }) => ref),
        teams: CITIES.map((home, index) => ({
          id: `t${String(index + 1).padStart(2, '0')}`,
          name: `${places.name(home)}巡察组`,
          home,
          host: null,
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
        candidates: [],
        ...relations,
        dispatched: [...ringOf(past, '2018-1', CITIES), ...ringOf(past, '2019-1', CITIES)],
        travel: [],
        pins: [],
        waivers: [],
      },
    ],
  }
}
