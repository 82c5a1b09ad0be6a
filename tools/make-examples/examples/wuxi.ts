// Seed: Wuxi's elevated teams. A deputy team leader of the city leads a county's whole team into another county; the county's leader serves as his deputy.
import { makeDossier } from '../parts/dossiers.ts'
import { makePeople } from '../parts/people.ts'
import { ringOf } from '../parts/permutation.ts'
import { isVillage, regionsAt, spread } from '../parts/places-in.ts'
import { relate } from '../parts/relations.ts'
import { scenario } from '../parts/scenario.ts'
import { LIAISON, MEMBER, seats } from '../parts/seats.ts'
import type { World, WorldTarget, WorldUnit } from '../parts/world-types.ts'

const START = '2020-09-01'
const CITY = '3202'
const AT = {
  '3202': [120.31, 31.49],
  '320205': [120.36, 31.59],
  '320206': [120.3, 31.68],
  '320211': [120.28, 31.53],
  '320213': [120.3, 31.57],
  '320214': [120.36, 31.49],
  '320281': [120.28, 31.92],
  '320282': [119.82, 31.34],
} as const
const COUNTIES = Object.keys(AT).filter((code) => code !== CITY)
/** A town or street of each county; 胡埭镇 is the seed's. */
const TOWNS: Readonly<Record<string, string>> = {
  '320205': '320205103',
  '320206': '320206102',
  '320211': '320211101',
  '320213': '320213026',
  '320214': '320214051',
  '320281': '320281107',
  '320282': '320282112',
}
const BINHU: WorldUnit = { ref: 'wx-b320211', name: '滨湖区财政审计局', kind: 'bureau', place: '320211' }
const kindOf = (code: string) => (isVillage(code) ? 'village' : 'community')

export function wuxi(): World {
  const it = scenario('wx', START)
  const { places, month, naming, offices } = it
  const pick = it.stream('targets')
  const towns: WorldUnit[] = COUNTIES.map((county) => {
    const region = TOWNS[county] ?? county
    return {
      ref: `wx-t${region}`,
      name: `中共${places.name(region)}${region.slice(6) < '100' ? '工作' : ''}委员会`,
      kind: 'township',
      place: region,
    }
  })
  // A finance bureau that is inspected also lends people: the same unit.
  const bureaus = COUNTIES.map((place) => (place === BINHU.place ? BINHU : offices.at(place, offices.withSkill('finance'))))
  const villages = Object.values(TOWNS).flatMap((town) => spread(places, pick, town, 1, () => true))
  const officials = [
    ...towns.flatMap(({ ref }) => it.officials(ref, 'township', 5)),
    ...bureaus.flatMap(({ ref }) => it.officials(ref, 'bureau', 4)),
    ...villages.flatMap((code) => it.officials(code, kindOf(code), 3)),
  ]
  const { pool: people, others } = makePeople(
    {
      prefix: it.prefix,
      random: it.stream('people'),
      naming,
      offices,
      month,
      moved: 270,
      postDigits: 6,
      natives: (home) => (home === CITY ? COUNTIES : places.children(home)),
      elsewhere: (home) => COUNTIES.filter((code) => code !== home),
      languages: () => ['普通话', '吴语'],
    },
    [
      ...seats(10, { home: CITY, roles: ['leader'], experience: 'senior', rank: '副处级' }),
      ...COUNTIES.flatMap((home) => [
        ...seats(3, { home, roles: ['deputy'], experience: 'senior', rank: '正科级' } as const),
        ...seats(2, { home, ...LIAISON, experience: 'ordinary' } as const),
        ...seats(2, { home, ...MEMBER, skill: 'audit' }),
        { home, ...MEMBER, skill: 'finance', experience: 'ordinary' } as const,
        { home, ...MEMBER, skill: 'finance' },
        ...seats(2, { home, ...MEMBER }),
      ]),
    ],
    50,
  )
  const targets: WorldTarget[] = [
    ...towns.map(({ ref }) => ({ unit: ref, workload: 25, needs: [] })),
    ...bureaus.map(({ ref }) => ({ unit: ref, workload: 20, needs: ['audit'] })),
    ...villages.map((unit) => ({ unit, workload: 10, needs: [] })),
  ]
  const units = [...towns, ...bureaus]
  const { ties, ...relations } = relate(it, {
    people,
    officials,
    targets,
    regionOf: (unit) => units.find(({ ref }) => ref === unit)?.place ?? unit,
    weak: 520,
    strong: 150,
    others,
    apart: 2,
    barred: 3,
    rounds: ['2019-2', '2020-1'],
    seen: ({ home }) => COUNTIES.filter((code) => code !== home),
    rate: 120,
  })
  const dossiers = it.stream('dossiers')
  return {
    authority: '3202',
    example: 'wuxi',
    zh: '无锡市提级交叉巡察：市委巡察组副组长带县（区）整建制巡察组',
    en: 'Wuxi: city deputy leaders take whole county teams into other counties',
    regions: regionsAt(places, AT, 120, (code) => (code === CITY ? '无锡市' : null)),
    zones: [{ name: '无锡市', similarity: '同属一市，由市委统一提级' }],
    units: [...towns, BINHU, ...offices.units()],
    officials,
    dossiers: villages.map((code) => makeDossier({ random: dossiers, month, population: [1500, 8800] }, code)),
    people: [...people, ...others],
    ties,
    rounds: [
      {
        ref: 'wx-2020-2',
        id: '2020-2',
        name: '无锡市委提级交叉巡察',
        kinds: ['routine'],
        types: ['cross-region', 'level-raised'],
        template: null,
        start: START,
        end: '2020-11-15',
        commissioning: { region: CITY, name: '中共无锡市委巡察工作领导小组' },
        sending: null,
        host: null,
        rules: { mode: 'rotation', elevated: true, minSenior: 2, maxNewcomers: 2 },
        earlier: [
          { id: '2019-2', name: '2019年第二轮', start: '2019-09-01', end: '2019-11-30' },
          { id: '2020-1', name: '2020年第一轮', start: '2020-04-01', end: '2020-06-15' },
        ],
        pool: people.map(({ ref }) => ref),
        teams: COUNTIES.map((home, index) => ({
          id: `t0${index + 1}`,
          name: `市委提级交叉巡察第${'一二三四五六七'[index]}组`,
          home,
          host: null,
          slots: [
            { role: 'leader' },
            { role: 'deputy' },
            { role: 'liaison' },
            { role: 'member', skill: 'audit' },
            { role: 'member', skill: 'finance' },
            { role: 'member' },
          ],
        })),
        targets,
        candidates: [],
        ...relations,
        dispatched: ringOf(it.stream('past'), '2020-1', COUNTIES),
        travel: [],
        pins: [],
        waivers: [],
      },
    ],
  }
}
