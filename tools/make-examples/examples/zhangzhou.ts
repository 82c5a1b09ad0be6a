// Seed: Zhangzhou's counties and townships pair up across borders. Eleven counties in a ring: five send whole teams, six send half a team that the host completes.
import { makeDossier } from '../parts/dossiers.ts'
import { makePeople } from '../parts/people.ts'
import { ringOf } from '../parts/permutation.ts'
import { isVillage, regionsAt, spread } from '../parts/places-in.ts'
import { relate } from '../parts/relations.ts'
import { scenario } from '../parts/scenario.ts'
import { DEPUTY, LEADER, LIAISON, MEMBER, seats } from '../parts/seats.ts'
import type { World, WorldTarget, WorldUnit } from '../parts/world-types.ts'

const START = '2022-09-01'
const AT = {
  '350602': [117.65, 24.51],
  '350603': [117.71, 24.5],
  '350604': [117.82, 24.45],
  '350605': [117.76, 24.63],
  '350622': [117.34, 23.96],
  '350623': [117.61, 24.12],
  '350624': [117.18, 23.71],
  '350626': [117.43, 23.7],
  '350627': [117.36, 24.51],
  '350628': [117.32, 24.36],
  '350629': [117.53, 25.0],
} as const
const COUNTIES = Object.keys(AT)
/** A township of each county; 蓝田街道, 坂里乡, 旧镇镇, 梅岭镇 and 霞寨镇 are the seed's. */
const TOWNS: Readonly<Record<string, string>> = {
  '350602': '350602101',
  '350603': '350603003',
  '350604': '350604104',
  '350605': '350605200',
  '350622': '350622105',
  '350623': '350623101',
  '350624': '350624102',
  '350626': '350626102',
  '350627': '350627108',
  '350628': '350628107',
  '350629': '350629105',
}
/** Villages that the seed names. */
const NAMED = ['正达村', '丹岩村', '田厝村', '狮头村']
const WHOLE = 5

export function zhangzhou(): World {
  const it = scenario('zz', START)
  const { places, month, naming, offices } = it
  const pick = it.stream('targets')
  const towns: WorldUnit[] = COUNTIES.map((county) => {
    const region = TOWNS[county] ?? county
    return {
      ref: `zz-t${region}`,
      name: `中共${places.name(region)}${region.slice(6) < '100' ? '工作' : ''}委员会`,
      kind: 'township',
      place: region,
    }
  })
  const villages = Object.values(TOWNS).flatMap((town) => {
    const named = places.villages(town).filter((code) => NAMED.includes(places.short(code)))
    return [...named, ...spread(places, pick, town, 2, (code) => !named.includes(code))].slice(0, 2).sort()
  })
  const officials = [
    ...towns.flatMap(({ ref }) => it.officials(ref, 'township', 5)),
    ...villages.flatMap((code) => it.officials(code, isVillage(code) ? 'village' : 'community', 3)),
  ]
  const { pool: people, others } = makePeople(
    {
      prefix: it.prefix,
      random: it.stream('people'),
      naming,
      offices,
      month,
      moved: 240,
      postDigits: 6,
      natives: (home) => places.children(home),
      elsewhere: (home) => COUNTIES.filter((code) => code !== home),
      languages: () => ['普通话', '闽南语'],
    },
    COUNTIES.flatMap((home) => [
      ...seats(3, { home, ...LEADER }),
      ...seats(3, { home, ...DEPUTY }),
      ...seats(3, { home, ...LIAISON }),
      ...seats(2, { home, ...MEMBER, skill: 'audit' }),
      ...seats(2, { home, ...MEMBER, skill: 'rural' }),
      ...seats(2, { home, ...MEMBER }),
    ]),
    120,
  )
  const targets: WorldTarget[] = [
    ...towns.map(({ ref }) => ({ unit: ref, workload: 20, needs: ['audit'] })),
    ...villages.map((unit, index) => ({ unit, workload: 8 + (index % 4), needs: [] })),
  ]
  const { ties, ...relations } = relate(it, {
    people,
    officials,
    targets,
    regionOf: (unit) => towns.find(({ ref }) => ref === unit)?.place ?? unit,
    weak: 480,
    strong: 130,
    others,
    apart: 3,
    barred: 4,
    rounds: ['2021-2', '2022-1'],
    seen: ({ home }) => COUNTIES.filter((code) => code !== home),
    rate: 120,
  })
  const past = it.stream('past')
  const dossiers = it.stream('dossiers')
  const audit = { role: 'member', skill: 'audit', origin: 'sender' } as const
  const sent = (role: string) => ({ role, origin: 'sender' }) as const
  const met = (role: string) => ({ role, origin: 'host' }) as const
  return {
    authority: '3506',
    example: 'zhangzhou',
    zh: '漳州市11个县（区）结对交叉：整建制与人员混编',
    en: 'Zhangzhou: eleven counties in a ring, whole teams and half teams',
    regions: regionsAt(places, AT, 117),
    zones: [],
    units: [...towns, ...offices.units()],
    officials,
    dossiers: villages.map((code) => makeDossier({ random: dossiers, month }, code)),
    people: [...people, ...others],
    ties,
    rounds: [
      {
        ref: 'zz-2022-2',
        id: '2022-2',
        name: '漳州市县（区）结对交叉巡察',
        kinds: ['special'],
        types: ['cross-region'],
        template: null,
        start: START,
        end: '2022-11-30',
        commissioning: { region: '3506', name: '中共漳州市委巡察工作领导小组' },
        sending: null,
        host: null,
        rules: { mode: 'paired', noSwap: true, minSenior: 1, maxNewcomers: 3 },
        earlier: [
          { id: '2021-2', name: '2021年第二轮', start: '2021-09-01', end: '2021-11-30' },
          { id: '2022-1', name: '2022年第一轮', start: '2022-03-01', end: '2022-05-31' },
        ],
        pool: people.map(({ ref }) => ref),
        teams: COUNTIES.map((home, index) => ({
          id: `t${String(index + 1).padStart(2, '0')}`,
          name: `${places.name(home)}派出${index < WHOLE ? '整建制' : '混编'}巡察组`,
          home,
          host: null,
          slots:
            index < WHOLE
              ? [sent('leader'), sent('deputy'), sent('liaison'), audit, sent('member'), sent('member')]
              : [sent('leader'), met('deputy'), met('liaison'), audit, sent('member'), sent('member')],
        })),
        targets,
        candidates: [],
        ...relations,
        dispatched: [...ringOf(past, '2021-2', COUNTIES), ...ringOf(past, '2022-1', COUNTIES)],
        travel: [],
        pins: [],
        waivers: [],
      },
    ],
  }
}
