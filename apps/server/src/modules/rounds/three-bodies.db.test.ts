// Who commissions, who sends, who is host: three bodies behind one order, each with its own slice, and only one that opens the door.
import type { Denial } from '@shengmian/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { v7 as uuid } from 'uuid'
import { approveRound, issueOf, newRound, ok, planRound, refused, type Json } from './testing/drive.ts'
import { openStage, type Stage } from './testing/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(['4210', '12'])
})
afterAll(() => stage.stop())

it('S0-04 one order names three bodies, and the host sees the notice and its targets but no plan, certificate, tie or person of the pool', async () => {
  const [office, group] = [await stage.staff('4210', 'office'), await stage.staff('4210', 'leading-group')]
  const [host, sender] = [await stage.staff('421003', 'office'), await stage.staff('421024', 'office')]
  const stranger = await stage.staff('421022', 'office')
  // People of the sending county stand in the city's pool when the city plans with them.
  const unit = await stage.unit('421003105', '弥市镇党委')
  await stage.official(unit, '贺建华')
  const people = [
    await stage.person({ name: '郑国平', authority: '4210', home: '421024', native: '421024', roles: ['leader'] }),
    await stage.person({ name: '孙立', authority: '4210', home: '421024', native: '421024', roles: ['member'] }),
  ]
  const round = await newRound(office, {
    authority: '4210',
    types: ['cross-region'],
    sending: '421024',
    host: '421003',
    rules: { maxSameHome: null },
  })
  await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: [{ unit }] }))
  const slots = [{ role: 'leader' }, { role: 'member' }]
  await ok(
    office.send('PUT', `/rounds/${round}/teams`, {
      teams: [{ id: uuid(), number: 1, name: '江陵一组', home: '421024', host: '421003', slots }],
    }),
  )
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people }))
  for (const body of [host, sender]) await refused(body.get(`/rounds/${round}`), 'not-found')
  await planRound(office, round)
  await approveRound(office, group, round)
  await ok(issueOf(group, round))

  const { rows } = await stage.server.database.admin.query(
    'select distinct authority, sending, host from access.engagement_order where round = $1',
    [round],
  )
  expect(rows).toEqual([{ authority: 421_000_000_000, sending: 421_024_000_000, host: 421_003_000_000 }])

  expect((await ok(host.get(`/rounds/${round}/targets`)))['items']).toMatchObject([{ unit, name: '弥市镇党委' }])
  for (const body of [host, sender]) expect((await ok(body.get(`/rounds/${round}/orders`)))['items']).toHaveLength(2)
  const [order] = (await ok(host.get(`/rounds/${round}/orders`)))['items'] as { id: string }[]
  expect((await host.get(`/rounds/${round}/orders/${order?.id}/document`)).status).toBe(200)
  for (const hidden of ['board', 'roster', `certificates/${people[0]}`, 'arrows'])
    await refused(host.get(`/rounds/${round}/${hidden}`), 'not-found')
  for (const empty of ['plans', 'waivers', 'late-ties', 'proposals', 'certificates'])
    expect([empty, ((await host.get(`/rounds/${round}/${empty}`)).body as Json)['items'] ?? []]).toEqual([empty, []])
  expect((await host.get(`/people/4210/${people[0]}`)).status).toBe(404)
  expect((await host.get(`/people/4210/${people[0]}/ties`)).status).toBe(404)
  // What the commissioning body sees of the same, and what a county sees that has no part in it.
  expect((await office.get(`/rounds/${round}/board`)).status).toBe(200)
  expect((await stranger.get(`/rounds/${round}`)).status).toBe(404)
})

it('S2-07 a whole team of 北辰区 enters a village of 津南区 only once the committee of 津南区 has ordered it; its own committee cannot', async () => {
  const [office, group] = [await stage.staff('120112', 'office'), await stage.staff('120112', 'leading-group')]
  const [sendingOffice, sendingGroup] = [await stage.staff('120113', 'office'), await stage.staff('120113', 'leading-group')]
  const unit = await stage.unit('120112100', '咸水沽镇党委')
  await stage.official(unit, '书记')
  const people = [
    await stage.person({ name: '韩领', authority: '120112', home: '120113', native: '120113', roles: ['leader'] }),
    await stage.person({ name: '韩员', authority: '120112', home: '120113', native: '120113', roles: ['member'] }),
  ]
  const round = await newRound(office, {
    authority: '120112',
    types: ['cross-region'],
    sending: '120113',
    rules: { maxSameHome: null },
  })
  await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: [{ unit }] }))
  const slots = [{ role: 'leader' }, { role: 'member' }]
  await ok(
    office.send('PUT', `/rounds/${round}/teams`, {
      teams: [{ id: uuid(), number: 1, name: '北辰一组', home: '120113', host: '120112', slots }],
    }),
  )
  await ok(office.send('PUT', `/rounds/${round}/pool`, { people }))
  await planRound(office, round)
  await approveRound(office, group, round)

  const inspector = await stage.staffOfPerson(people[0] ?? '')
  const sees = async () => ((await inspector.get(`/rounds/${round}/targets`)).status === 200 ? 'the target' : 'nothing')
  // Approved, and still nobody enters: the authorisation is the numbered order of the host's own committee.
  await refused(office.send('POST', `/rounds/${round}/steps`, { event: 'start' }), 'wrong-state')
  expect(await sees()).toBe('nothing')
  for (const other of [sendingOffice, sendingGroup, office]) expect((await issueOf(other, round)).status).toBe(403)
  expect(await sees()).toBe('nothing')

  const orders = await ok(issueOf(group, round))
  expect((orders['items'] as object[]).length).toBe(2)
  expect(await ok(office.get(`/rounds/${round}`))).toMatchObject({
    state: 'authorised',
    authority: { code: '120112' },
    sending: { code: '120113' },
  })
  expect((await ok(office.send('POST', `/rounds/${round}/steps`, { event: 'start' })))['state']).toBe('running')
  await stage.server.database.admin.query(
    `set session_replication_role = replica; update access.engagement_order set valid = tstzrange(now() - interval '1 day', now() + interval '9 days') where round = '${round}'; reset session_replication_role`,
  )
  expect(await sees()).toBe('the target')
})

it('a plan that is not there yet is no denial of rights and is not listed as one; a round out of sight is', async () => {
  const [office, group] = [await stage.staff('4210', 'office'), await stage.staff('4210', 'leading-group')]
  const [stranger, security] = [await stage.staff('421022', 'office'), await stage.staff('42', 'security-admin')]
  const round = await newRound(office, { authority: '4210', types: ['cross-region'], sending: '421024', host: '421003' })
  const pages = ['board', 'roster', 'arrows', 'plans/1/plan.json']
  for (const page of pages) {
    for (const own of [office, group]) await refused(own.get(`/rounds/${round}/${page}`), 'not-there-yet')
    await refused(stranger.get(`/rounds/${round}/${page}`), 'not-found')
  }
  const denied = ((await ok(security.get('/denials?limit=200')))['items'] as Denial[])
    .filter(({ params }) => params['round'] === round)
    .map(({ account }) => account.name)
  expect(denied).toEqual(pages.map(() => stranger.name))
})
