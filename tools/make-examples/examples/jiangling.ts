// Seed: Jiangling county sends one team into 弥市镇 of 荆州区 and its 24 villages and communities, authorised by Jingzhou city, for three months.
import { makeDossier } from '../parts/dossiers.ts'
import { relate } from '../parts/relations.ts'
import { makePeople } from '../parts/people.ts'
import { positionOf } from '../parts/positions.ts'
import { scenario } from '../parts/scenario.ts'
import { DEPUTY, LEADER, LIAISON, MEMBER, seats } from '../parts/seats.ts'
import type { World, WorldRegion, WorldTarget } from '../parts/world-types.ts'

const [SENDER, HOST, TOWN] = ['421024', '421003', '421003105']
const START = '2024-06-01'

export function jiangling(): World {
  const it = scenario('jl', START)
  const { places, month, naming, offices } = it
  const villages = places.villages(TOWN)
  const committee = { ref: 'jl-mishi', name: '中共弥市镇委员会', kind: 'township', place: TOWN } as const
  const officials = [
    ...it.officials(committee.ref, 'township', 7),
    ...villages.flatMap((code) => it.officials(code, code.slice(9) < '200' ? 'community' : 'village', 3)),
  ]
  const home = SENDER
  const { pool: people, others } = makePeople(
    {
      prefix: it.prefix,
      random: it.stream('people'),
      naming,
      offices,
      month,
      moved: 260,
      postDigits: 6,
      natives: () => places.children(SENDER),
      elsewhere: () => ['421003', '421003104', TOWN, '421002', '421022', '421081', '421088'],
      languages: () => ['普通话', '江汉方言'],
    },
    [
      ...seats(4, { home, ...LEADER }),
      ...seats(6, { home, ...DEPUTY }),
      ...seats(4, { home, ...LIAISON }),
      ...['audit', 'finance', 'discipline', 'rural'].flatMap((skill) => seats(4, { home, ...MEMBER, skill })),
      ...seats(4, { home, ...MEMBER }),
      { home, ...LEADER, absences: [{ from: '2024-05-06', to: '2024-07-31', why: '省委党校脱产培训' }] },
    ],
    16,
  )
  const targets: WorldTarget[] = [
    { unit: committee.ref, workload: 30, needs: ['audit', 'finance'] },
    ...villages.map((unit) => ({ unit, workload: unit.slice(9) < '200' ? 12 : 10, needs: [] })),
  ]
  const { ties, ...relations } = relate(it, {
    people,
    officials,
    targets,
    regionOf: () => TOWN,
    weak: 520,
    strong: 210,
    others,
    apart: 2,
    barred: 2,
    rounds: ['2023-1', '2023-2', '2024-1'],
    seen: () => ['421002', '421022', HOST, '421081'],
    rate: 160,
  })
  const dossiers = it.stream('dossiers')
  return {
    authority: '4210',
    example: 'jiangling',
    zh: '江陵县交叉巡察荆州区弥市镇及24个村（社区）',
    en: 'Jiangling county inspects Mishi town of Jingzhou district and its 24 villages and communities',
    regions: regions(),
    zones: [{ name: '荆州市', similarity: '同属一市，江汉平原农业县区' }],
    units: [committee, ...offices.units()],
    officials,
    dossiers: villages.map((code) => makeDossier({ random: dossiers, month }, code)),
    people: [...people, ...others],
    ties,
    rounds: [
      {
        ref: 'jl-2024-2',
        id: '2024-2',
        name: '江陵县赴荆州区弥市镇交叉巡察',
        kinds: ['routine'],
        types: ['cross-region'],
        template: null,
        start: START,
        end: '2024-08-31',
        commissioning: { region: '4210', name: '中共荆州市委巡察工作领导小组' },
        sending: { region: SENDER, name: '中共江陵县委巡察工作领导小组' },
        host: { region: HOST, name: '中共荆州市荆州区委巡察工作领导小组' },
        rules: { mode: 'rotation', minSenior: 3, maxNewcomers: 2 },
        earlier: [
          { id: '2023-1', name: '2023年第一轮', start: '2023-03-01', end: '2023-05-31' },
          { id: '2023-2', name: '2023年第二轮', start: '2023-09-01', end: '2023-11-30' },
          { id: '2024-1', name: '2024年第一轮', start: '2024-03-01', end: '2024-04-30' },
        ],
        pool: people.map(({ ref }) => ref),
        teams: [
          {
            id: 't01',
            name: '江陵县派出交叉巡察组',
            home: SENDER,
            host: HOST,
            slots: [
              { role: 'leader' },
              { role: 'deputy' },
              { role: 'deputy' },
              { role: 'liaison' },
              { role: 'member', skill: 'audit' },
              { role: 'member', skill: 'finance' },
              { role: 'member', skill: 'discipline' },
              { role: 'member', skill: 'rural' },
              { role: 'member' },
            ],
          },
        ],
        targets,
        candidates: [],
        ...relations,
        dispatched: [
          { round: '2023-1', home: SENDER, host: '421002' },
          { round: '2023-2', home: '421022', host: SENDER },
        ],
        travel: [[SENDER, HOST, 48]],
        pins: [],
        waivers: [],
      },
    ],
  }
}

/** The whole city is one zone: a rotation may cross its counties. */
function regions(): WorldRegion[] {
  const at = {
    [SENDER]: [112.42, 30.04],
    [HOST]: [112.19, 30.35],
    [TOWN]: [112.15, 30.19],
    '421002': [112.26, 30.32],
    '421022': [112.23, 30.06],
  } as const
  const seen = Object.entries(at).map(([code, degrees]) => ({
    code,
    name: nameOf[code] ?? '',
    zone: null,
    at: positionOf(degrees, 112),
  }))
  return [{ code: '4210', name: '荆州市', zone: '荆州市', at: null }, ...seen]
}

const nameOf: Readonly<Record<string, string>> = {
  [SENDER]: '江陵县',
  [HOST]: '荆州区',
  [TOWN]: '弥市镇',
  '421002': '沙市区',
  '421022': '公安县',
}
