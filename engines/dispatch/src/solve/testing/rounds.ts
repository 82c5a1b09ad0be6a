// The seeds' rounds in small: real places, invented people.
import type { Problem, ProblemPerson } from '../../problem.ts'
import { BAOSHAN, TIANJIN, person, problem, regionsOf, target, team } from './sample-problem.ts'

/** 5 directors and 17 leaders of 5 counties for 5 teams, one a county. */
export function baoshanCrosswise(): Problem {
  const leaders = BAOSHAN.flatMap(({ code }, k): ProblemPerson[] =>
    Array.from({ length: k < 2 ? 4 : 3 }, (_, i) => person(`组长${code}-${i + 1}`, code, { roles: ['leader'] })),
  )
  const directors = BAOSHAN.map(({ code }) => person(`主任${code}`, code, { roles: ['director'] }))
  return problem({
    rules: { mode: 'scattered', maxSameHome: 2 },
    regions: [{ code: '5305', name: '保山市' }, ...regionsOf([...BAOSHAN])],
    people: [...directors, ...leaders],
    teams: BAOSHAN.map(({ code, name }, k) =>
      team(`${name}组`, ['director', ...Array.from({ length: k < 2 ? 4 : 3 }, () => 'leader')], { host: code }),
    ),
    targets: BAOSHAN.flatMap(({ code }) => [1, 2].map((town) => target(`${code}-${town}`, `${code}10${town}`, { workload: 4 }))),
  })
}

/** 5 elevated teams of a city for 5 counties, 10 towns and 30 villages; every member's home is a county. */
export function baoshanMatrix(): Problem {
  return problem({
    rules: { mode: 'pooled' },
    regions: [{ code: '5305', name: '保山市' }, ...regionsOf([...BAOSHAN])],
    people: BAOSHAN.flatMap(({ code }) => Array.from({ length: 6 }, (_, i) => person(`${code}-${i}`, code))),
    teams: BAOSHAN.map((_, k) => team(`第${k + 1}组`, ['leader', 'deputy', 'member', 'member', 'member'])),
    targets: BAOSHAN.flatMap(({ code }) => [
      target(code, code, { workload: 3 }),
      ...[1, 2].map((town) => target(`${code}10${town}`, `${code}10${town}`, { workload: 2 })),
      ...[1, 2, 3, 4, 5, 6].map((village) => target(`${code}101${200 + village}`, `${code}101${200 + village}`, { workload: 1 })),
    ]),
  })
}

/** Whole teams of Tianjin's districts, rotated inside their zones. */
export function tianjinZones(dispatched: Problem['dispatched'], rules: Partial<Problem['rules']> = {}): Problem {
  return problem({
    rules: { mode: 'rotation', again: 'prefer', ...rules },
    regions: regionsOf([...TIANJIN]),
    people: TIANJIN.flatMap(({ code }) => Array.from({ length: 4 }, (_, i) => person(`${code}-${i}`, code))),
    teams: TIANJIN.map(({ code, name }) => team(name, ['leader', 'deputy', 'member'], { home: code })),
    targets: TIANJIN.map(({ code }) => target(`u${code}`, `${code}101`)),
    dispatched,
  })
}

/** Five counties that send their whole team on, round after round. */
export function countyRing(dispatched: Problem['dispatched'], reversal: 'bar' | 'prefer' | 'off'): Problem {
  return problem({
    rules: { mode: 'rotation', repeatRounds: 3, reversal },
    regions: regionsOf([...BAOSHAN]),
    people: BAOSHAN.flatMap(({ code }) => Array.from({ length: 4 }, (_, i) => person(`${code}-${i}`, code))),
    teams: BAOSHAN.map(({ code, name }) => team(name, ['leader', 'member', 'member'], { home: code })),
    targets: BAOSHAN.map(({ code }) => target(`u${code}`, code)),
    dispatched,
  })
}

const WUXI = ['320205', '320206', '320211', '320213', '320281', '320282']

/** City leaders over whole county teams; a county's own leader can only be the deputy. */
export function wuxiElevated(): Problem {
  return problem({
    rules: { mode: 'rotation', elevated: true },
    regions: [
      { code: '3202', name: '无锡市' },
      ...WUXI.map((code, k) => ({ code, name: code, at: [k * 17, (k * 29) % 50] as [number, number] })),
    ],
    people: [
      ...WUXI.map((_, k) => person(`市${k + 1}`, '3202', { roles: ['leader'] })),
      ...WUXI.flatMap((code) => [
        person(`${code}组长`, code, { roles: ['leader', 'deputy'] }),
        ...[1, 2, 3].map((i) => person(`${code}-${i}`, code, { roles: ['member'] })),
      ]),
    ],
    teams: WUXI.map((code) => team(`${code}组`, ['leader', 'deputy', 'member', 'member'], { home: code })),
    targets: WUXI.map((code) => target(`u${code}`, `${code}001`)),
  })
}

const HELPERS = [
  '5101',
  '5103',
  '5104',
  '5105',
  '5106',
  '5107',
  '5108',
  '5109',
  '5110',
  '5111',
  '5113',
  '5114',
  '5115',
  '5116',
  '5117',
]
const HELPED = [
  '513401',
  '513422',
  '513423',
  '513424',
  '513426',
  '513427',
  '513428',
  '513429',
  '513430',
  '513431',
  '513432',
  '513433',
  '513434',
  '513435',
  '513436',
  '513437',
]

/** 15 cities help 16 counties with 86 targets: leader and liaison from each side. */
export function sichuanPairing(): Problem {
  return problem({
    rules: { mode: 'paired', homeLevel: 'city' },
    regions: [...HELPERS, ...HELPED].map((code, k) => ({
      code,
      name: code,
      at: [(k * 137) % 500, (k * 211) % 600] as [number, number],
    })),
    people: [
      ...HELPERS.flatMap((code) =>
        Array.from({ length: 9 }, (_, i) =>
          person(`${code}-${i}`, `${code}02`, { native: code, roles: i < 3 ? ['leader', 'member'] : ['liaison', 'member'] }),
        ),
      ),
      ...HELPED.flatMap((code) =>
        Array.from({ length: 3 }, (_, i) =>
          person(`${code}-${i}`, `${code}10${i}`, { native: `${code}10${i}`, roles: i < 2 ? ['leader'] : ['liaison'] }),
        ),
      ),
    ],
    teams: HELPED.map((code, k) => ({
      ...team(`第${k + 1}组`, [], { host: code }),
      slots: [
        { role: 'leader', origin: 'sender' as const },
        { role: 'leader', origin: 'host' as const },
        { role: 'liaison', origin: 'sender' as const },
        { role: 'liaison', origin: 'host' as const },
      ],
    })),
    targets: Array.from({ length: 86 }, (_, d) =>
      target(`u${d + 1}`, `${HELPED[d % HELPED.length] ?? ''}${110 + Math.floor(d / HELPED.length)}`, { workload: 1 + (d % 4) }),
    ),
  })
}
