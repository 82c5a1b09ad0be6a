// Counties of a city that share their teams: one supply in the calendar, in what the page shows, and in what a move by hand is refused for.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarSettings, newTerm, plannedCalendar } from '../testing/calendar.ts'
import { ok, refused } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

const CITY = '4210'
const SHARED = ['421003', '421022']
const ALONE = '421002'

let stage: Stage
let office: Staff
let plan: string

beforeAll(async () => {
  stage = await openStage(['421003105', '421022101', '421002101'])
  office = await stage.staff(CITY, 'office', '周敏')
  plan = await newTerm(office, CITY, 2027)
})
afterAll(() => stage.stop())

const put = (more: object) =>
  office.send('PUT', `/term-plans/${plan}/calendar/settings`, calendarSettings({ share: 'county', ...more }))
interface Shown {
  readonly counties: readonly { code: string }[]
  readonly supplies: readonly { name: string; counties: string[]; periods: { used: number; days: number }[] }[]
  readonly periods: readonly { id: string }[]
  readonly version: { readonly version: number } | null
  readonly proposal: { readonly state: string } | null
}
const visits = async (place: string) =>
  (await ok(office.get(`/term-plans/${plan}/calendar/visits?place=${place}`)))['items'] as { unit: string; period: string }[]

it('two counties that share their teams never take more days than these have, and a move that would is refused with their name', async () => {
  const [one, other] = await Promise.all(SHARED.map(async (county) => (await visits(county)).length))
  const days = 4 * Math.ceil((((one ?? 0) + (other ?? 0)) * 1.2) / 20)
  await ok(put({ groups: [{ name: '江南两县', counties: SHARED, days }] }))
  const view = await plannedCalendar<Shown>(office, plan)
  expect(view.proposal?.state).toBe('done')
  expect(view.counties.map(({ code }) => code)).toEqual([ALONE, ...SHARED])
  const shared = view.supplies.find(({ name }) => name === '江南两县')
  expect(shared?.counties).toEqual(SHARED)
  expect(view.supplies.length).toBe(2)
  const all = (await Promise.all(SHARED.map(visits))).flat()
  view.periods.forEach(({ id }, k) => {
    const used = all.filter(({ period }) => period === id).length * 4
    expect(shared?.periods[k]).toEqual({ used, days })
    expect(used).toBeLessThanOrEqual(days)
  })
  const last = view.periods.at(-1)?.id
  const moves = all.map(({ unit }) => ({ unit, period: last }))
  const body = { version: view.version?.version, moves, pin: false }
  const refusal = await refused(office.send('POST', `/term-plans/${plan}/calendar/moves`, body), 'unfit')
  expect(JSON.stringify(refusal['errors'])).toContain(`江南两县在${last}有${days}个组日`)
})

it('a county in two groups, one of elsewhere, and groups where all share alike are refused with their place', async () => {
  const faults = async (more: object) => ((await refused(put(more), 'unfit'))['errors'] as { at: string }[]).map(({ at }) => at)
  const group = { name: '甲', counties: SHARED, days: null }
  expect(await faults({ groups: [group, { name: '乙', counties: [ALONE, SHARED[0]], days: null }] })).toEqual([
    'groups[1].counties[1]',
  ])
  expect(await faults({ groups: [{ ...group, counties: [ALONE, '420902'] }] })).toEqual(['groups[0].counties[1]'])
  expect(await faults({ share: 'whole', groups: [group] })).toEqual(['groups'])
})
