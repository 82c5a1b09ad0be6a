import ExcelJS from 'exceljs'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newRound, ok, refused, roundBody, type Json } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

const ZONES = [
  {
    name: '市内六区',
    members: ['120101', '120102', '120103', '120104', '120105', '120106'],
    similarity: '中心城区，以街道社区和机关为主，老旧小区多，信访集中在物业和征收',
  },
  {
    name: '环城四区和滨海新区',
    members: ['120110', '120111', '120112', '120113', '120116'],
    similarity: '城乡接合，村改居多，集体资产量大，土地征收和工程项目多',
  },
  {
    name: '新五区',
    members: ['120114', '120115', '120117', '120118', '120119'],
    similarity: '以农村为主，村庄分散，涉农补贴和“三资”问题相近',
  },
]
const RING = ['530502', '530521', '530523', '530524', '530581']
const SEED = 'ab'.repeat(32)

interface Pair {
  readonly home: { readonly code: string }
  readonly host: { readonly code: string; readonly name: string }
  readonly zone: string | null
}
interface Shown {
  readonly zones: readonly { name: string; members: object[]; similarity: string; most: number; limit: { zh: string } }[]
  readonly schedule: { readonly rounds: Pair[][]; readonly travel: number; readonly travelBound: number | null } | null
  readonly ends: { readonly possible: number; readonly reasons: { zh: string }[] } | null
  readonly teams: readonly { id: string; home: { code: string }; host: { code: string } | null }[]
  readonly adoptions: readonly { id: string; origin: string }[]
  readonly canUndo: string | null
}

let stage: Stage
let tianjin: Staff
let baoshan: Staff

beforeAll(async () => {
  stage = await openStage(['12', '5305'])
  tianjin = await stage.staff('12', 'office', '周敏')
  baoshan = await stage.staff('5305', 'office', '段世昌')
})
afterAll(() => stage.stop())

const zonedRound = (extra: object = {}): Promise<string> =>
  newRound(tianjin, { authority: '12', mode: 'rotation', types: ['cross-region'], zones: ZONES, ...extra })

const shown = async (staff: Staff, round: string, query = ''): Promise<Shown> =>
  (await ok(staff.get(`/rounds/${round}/rotation${query}`))) as unknown as Shown

const pairsOf = (rounds: Pair[][]): string[] => rounds.flat().map(({ home, host }) => `${home.code} ${host.code}`)

describe('zones', () => {
  it('S2-23 the 16 districts of Tianjin stand in three zones of 6, 5 and 5, each in exactly one', async () => {
    const { zones } = await shown(tianjin, await zonedRound())
    expect(zones.map(({ name, members }) => [name, members.length])).toEqual([
      ['市内六区', 6],
      ['环城四区和滨海新区', 5],
      ['新五区', 5],
    ])
    expect(zones.flatMap(({ members }) => members).length).toBe(16)
    expect(zones[0]?.members[0]).toEqual({ code: '120101', name: '和平区' })

    const twice = ZONES.map((zone, k) => (k === 2 ? { ...zone, members: [...zone.members, '120101'] } : zone))
    const body = { id: uuid(), authority: '12', ...roundBody({ authority: '12', mode: 'rotation', zones: twice }) }
    const refusal = await refused(tianjin.send('POST', '/rounds', body), 'unfit')
    expect(refusal['errors']).toMatchObject([{ at: 'zones[2].members', zh: expect.stringContaining('市内六区') }])
  })

  it('S2-24 every zone says why its districts are alike, on its page and in its workbook', async () => {
    const round = await zonedRound()
    const { zones } = await shown(tianjin, round)
    expect(zones.map(({ similarity }) => similarity)).toEqual(ZONES.map(({ similarity }) => similarity))
    const file = await tianjin.get(`/rounds/${round}/rotation.xlsx`)
    expect(file.status).toBe(200)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(file.bytes as unknown as ExcelJS.Buffer)
    const sheet = book.getWorksheet('片区')
    expect([2, 3, 4].map((row) => sheet?.getRow(row).getCell(4).value)).toEqual(ZONES.map(({ similarity }) => similarity))
    expect(book.getWorksheet('片区轮转')?.actualRowCount).toBe(17)
  })

  it('S2-25 in each zone every district sends one team and receives one, none its own, and no pair of the rounds before comes again', async () => {
    const { schedule, zones } = await shown(tianjin, await zonedRound(), '?rounds=2&reversal=bar&way=any')
    const rounds = schedule?.rounds ?? []
    expect(rounds.length).toBe(2)
    for (const pairs of rounds) {
      for (const { members } of zones) {
        const codes = members.map((member) => (member as { code: string }).code)
        const own = pairs.filter(({ home }) => codes.includes(home.code))
        expect(own.map(({ host }) => host.code).toSorted()).toEqual([...codes].toSorted())
        expect(own.filter(({ home, host }) => home.code === host.code)).toEqual([])
      }
    }
    expect(new Set(pairsOf(rounds)).size).toBe(32)
    expect(zones.map(({ most }) => most)).toEqual([2, 2, 2])
    const third = await shown(tianjin, await zonedRound(), '?rounds=3&reversal=bar')
    expect(third.schedule).toBeNull()
    expect(third.ends?.possible).toBe(2)
    expect(third.ends?.reasons.map(({ zh }) => zh)[1]).toContain('环城四区和滨海新区')
  })

  it('a drawn round is one of 160 and of 24 legal ones', async () => {
    const round = await zonedRound()
    const drawn = (await ok(tianjin.get(`/rounds/${round}/rotation?way=draw&seed=${SEED}`))) as unknown as {
      zones: { legal: string }[]
    }
    expect(drawn.zones.map(({ legal }) => legal)).toEqual(['160', '24', '24'])
  })
})

it('a zone that is a whole city is gone round by the counties whose teams lie in it; unbound, all go round together', async () => {
  const teams = RING.map((home, k) => ({
    id: uuid(),
    number: k + 1,
    name: `第${k + 1}组`,
    home,
    host: null,
    slots: [{ role: 'leader' }],
  }))
  const zones = [{ name: '保山市', members: ['5305'], similarity: '同属一市' }]
  const round = await newRound(baoshan, { authority: '5305', mode: 'rotation', zones })
  await ok(baoshan.send('PUT', `/rounds/${round}/teams`, { teams }))
  expect((await shown(baoshan, round)).zones.map(({ name, members }) => [name, members.length])).toEqual([['保山市', 5]])
  const split = RING.map((code, k) => ({ name: k < 3 ? '甲' : '乙', code }))
  const halves = ['甲', '乙'].map((name) => ({
    name,
    members: split.flatMap((place) => (place.name === name ? [place.code] : [])),
    similarity: '',
  }))
  const free = await newRound(baoshan, { authority: '5305', mode: 'rotation', zones: halves, rules: { zoneBound: false } })
  expect((await shown(baoshan, free)).zones.map(({ name, members }) => [name, members.length])).toEqual([[null, 5]])
})

describe('rolling over counties', () => {
  it('S2-41 five counties for three rounds: no pair repeats and none is at home; with reversal barred the third round ends with its limit', async () => {
    const round = await newRound(baoshan, {
      authority: '5305',
      mode: 'rotation',
      zones: [{ name: '全市', members: RING, similarity: '五县（区、市）' }],
    })
    const rolling = await shown(baoshan, round, '?rounds=3&reversal=off')
    const pairs = pairsOf(rolling.schedule?.rounds ?? [])
    expect(new Set(pairs).size).toBe(15)
    expect(pairs.filter((pair) => pair.slice(0, 6) === pair.slice(7))).toEqual([])
    const strict = await shown(baoshan, round, '?rounds=3&reversal=bar')
    expect(strict.schedule).toBeNull()
    expect(strict.ends).toMatchObject({ possible: 2 })
    expect(strict.ends?.reasons[0]?.zh).toContain('⌊(n−1)/2⌋')
  })
})

it('a pair ruled out with its reason is in no round, stands beside the schedule, and one without a reason or a member is refused', async () => {
  const round = await zonedRound()
  const put = (...bars: object[]) => tianjin.send('PUT', `/rounds/${round}/rotation/bars`, { bars })
  const bars = ['120102', '120103'].map((host) => ({ home: '120101', host, why: '两区主要领导有亲属关系' }))
  await ok(put(...bars))
  const view = (await ok(tianjin.get(`/rounds/${round}/rotation?rounds=3`))) as unknown as Shown & { bars: object[] }
  expect(view.bars).toMatchObject(
    bars.map(({ host, why }) => ({ home: { code: '120101' }, host: { code: host }, why, by: '周敏' })),
  )
  expect(view.zones[0]?.limit.zh).toBe('和平区可去之处只剩3个，至多3轮')
  expect(pairsOf(view.schedule?.rounds ?? []).filter((pair) => /^120101 12010[23]$/.test(pair))).toEqual([])
  await refused(put({ home: '120101', host: '130102', why: '不在本市' }), 'unfit')
  await refused(put({ home: '120101', host: '120101', why: '自己' }), 'unfit')
  await refused(put({ home: '120101', host: '120102', why: '' }), 'bad-request')
  await ok(put())
  expect((await shown(tianjin, round)).zones[0]?.most).toBe(5)
})

describe('taking a round of the schedule over', () => {
  it('makes teams for districts without one, and half-teams have their deputy and liaison from the host', async () => {
    const round = await zonedRound()
    const body = { id: uuid(), rounds: 2, way: 'any', seed: SEED, ordinal: 2, pattern: 'half-team' }
    const adopted = (await ok(tianjin.send('POST', `/rounds/${round}/rotation/adoptions`, body))) as unknown as Shown
    const second = adopted.schedule?.rounds[1] ?? []
    expect(adopted.teams.length).toBe(16)
    for (const { home, host } of adopted.teams)
      expect(second.find((pair) => pair.home.code === home.code)?.host.code).toBe(host?.code)
    const teams = (await ok(tianjin.get(`/rounds/${round}/teams`)))['items'] as { slots: { role: string; origin: string }[] }[]
    expect(teams[0]?.slots.map(({ role, origin }) => [role, origin])).toEqual([
      ['leader', 'sender'],
      ['deputy', 'host'],
      ['liaison', 'host'],
      ['member', 'sender'],
      ['member', 'sender'],
      ['member', 'sender'],
    ])
    expect(adopted.canUndo).toBe(body.id)
    const undone = (await ok(
      tianjin.send('POST', `/rounds/${round}/rotation/adoptions/${body.id}/undo`, { id: uuid() }),
    )) as unknown as Shown
    expect(undone.teams).toEqual([])
    expect(undone.adoptions.map(({ origin }) => origin)).toEqual(['undone', 'adopted'])
    await refused(
      tianjin.send('POST', `/rounds/${round}/rotation/adoptions/${body.id}/undo`, { id: uuid() }),
      'changed-meanwhile',
    )
  })

  it('teams keep their id, name and seats, a changed team is not undone, and a round beyond the schedule is refused', async () => {
    const round = await zonedRound()
    const own = ZONES.flatMap(({ members }) => members).map((home, k) => ({
      id: uuid(),
      number: k + 1,
      name: `第${k + 1}组`,
      home,
      host: null,
      slots: [{ role: 'leader' }, { role: 'member', skill: 'audit' }],
    }))
    await ok(tianjin.send('PUT', `/rounds/${round}/teams`, { teams: own }))
    const id = uuid()
    await ok(
      tianjin.send('POST', `/rounds/${round}/rotation/adoptions`, {
        id,
        rounds: 1,
        seed: SEED,
        ordinal: 1,
        pattern: 'whole-team',
      }),
    )
    const teams = (await ok(tianjin.get(`/rounds/${round}/teams`)))['items'] as (Json & {
      name: string
      host: string | null
    })[]
    expect(teams.map((team) => ({ ...team, host: null }))).toEqual(own)
    expect(teams.every(({ host }) => host !== null)).toBe(true)

    await ok(tianjin.send('PUT', `/rounds/${round}/teams`, { teams: teams.map((team) => ({ ...team, name: `${team.name}改` })) }))
    await refused(tianjin.send('POST', `/rounds/${round}/rotation/adoptions/${id}/undo`, { id: uuid() }), 'changed-meanwhile')
    await refused(
      tianjin.send('POST', `/rounds/${round}/rotation/adoptions`, {
        id: uuid(),
        rounds: 1,
        seed: SEED,
        ordinal: 2,
        pattern: 'whole-team',
      }),
      'unfit',
    )
  })

  it('a team from outside the zones, or from nowhere, is named instead of being sent nowhere', async () => {
    const round = await zonedRound()
    const stranger = { id: uuid(), number: 1, name: '市直组', home: '1201', host: null, slots: [{ role: 'leader' }] }
    await ok(tianjin.send('PUT', `/rounds/${round}/teams`, { teams: [stranger] }))
    expect((await shown(tianjin, round)).ends).toMatchObject({
      possible: 0,
      reasons: [{ zh: '片区以外：只有天津市一个成员，无处可派' }],
    })
    await ok(tianjin.send('PUT', `/rounds/${round}/teams`, { teams: [{ ...stranger, home: null }] }))
    const body = { id: uuid(), rounds: 1, seed: SEED, ordinal: 1, pattern: 'whole-team' }
    const refusal = await refused(tianjin.send('POST', `/rounds/${round}/rotation/adoptions`, body), 'unfit')
    expect(refusal['detail']).toContain('市直组')
  })

  it('a pooled round shows its zones but takes no rotation over, and says why', async () => {
    const round = await zonedRound({ mode: 'pooled' })
    const view = await ok(tianjin.get(`/rounds/${round}/rotation`))
    expect(view['whyNot']).toMatchObject({ zh: expect.stringContaining('统配') })
    const body = { id: uuid(), rounds: 1, seed: SEED, ordinal: 1, pattern: 'whole-team' }
    const refusal = await refused(tianjin.send('POST', `/rounds/${round}/rotation/adoptions`, body), 'unfit')
    expect(refusal['detail']).toContain('统配')
  })

  it('another office sees nothing of it', async () => {
    const round = await zonedRound()
    await refused(baoshan.get(`/rounds/${round}/rotation`), 'not-found')
  })
})

it('S0-03 a team whose sender holds the inspected place is refused as the same authority in a cross-region round', async () => {
  const round = await zonedRound()
  const team = { id: uuid(), number: 1, name: '和平组', home: '120101', host: '120101001', slots: [{ role: 'leader' }] }
  const refusal = await refused(tianjin.send('PUT', `/rounds/${round}/teams`, { teams: [team] }), 'unfit')
  expect(refusal['errors']).toMatchObject([{ at: 'teams[0].host', en: expect.stringContaining('same authority') }])
  await ok(tianjin.send('PUT', `/rounds/${round}/teams`, { teams: [{ ...team, host: '120102' }] }))
})
