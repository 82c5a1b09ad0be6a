import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '@shengmian/dispatch'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { demonstrationId } from '../../platform/demonstration-id.ts'
import { loadDemonstrationRegistry, type DemonstrationWorld } from '../registry/index.ts'
import { loadDemonstrationRounds } from './demonstration-store.ts'
import type { DemonstrationRounds } from './demonstration-world.ts'
import { finished, ok } from './testing/drive.ts'
import { openStage, type Stage } from './testing/stage.ts'

const root = path.join(import.meta.dirname, '../../../../..')
const worldOf = (name: string) =>
  JSON.parse(readFileSync(path.join(root, `apps/server/demo/${name}.json`), 'utf8')) as DemonstrationWorld & DemonstrationRounds
let stage: Stage

beforeAll(async () => {
  stage = await openStage(['4210', '12'])
  const worlds = [worldOf('jiangling'), worldOf('tianjin')]
  await loadDemonstrationRegistry(stage.server.database.adminUrl, worlds)
  await loadDemonstrationRounds(stage.server.database.adminUrl, worlds)
})
afterAll(() => stage.stop())

const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).toSorted()

it.each([
  ['jiangling', '4210'],
  ['tianjin', '1201'],
])('the round of %s as loaded gives the problem of its example, but for ids and names', async (name, authority) => {
  const office = await stage.staff(authority, 'office')
  const [plan] = worldOf(name).rounds
  const round = demonstrationId(plan?.ref ?? '')
  const file = await office.get(`/rounds/${round}/plans/0/problem.json`)
  const loaded = JSON.parse(file.bytes.toString()) as Problem
  const example = JSON.parse(readFileSync(path.join(root, `examples/${name}/problem.json`), 'utf8')) as Problem
  const id = demonstrationId
  expect(loaded.rules).toEqual(example.rules)
  expect(loaded.round).toEqual(example.round)
  expect(loaded.rounds).toEqual(example.rounds)
  expect(loaded.people).toEqual(
    example.people.map((person) => ({ ...person, id: id(person.id), unit: person.unit === null ? null : id(person.unit) })),
  )
  // names are as the register writes them, and lists of officials have no order
  const bare = (targets: Problem['targets']) =>
    targets.map((target) => ({ ...target, name: '', insiders: target.insiders.toSorted() }))
  expect(bare(loaded.targets)).toEqual(
    bare(example.targets.map((target) => ({ ...target, id: id(target.id), insiders: target.insiders.map(id) }))),
  )
  expect(loaded.teams).toEqual(example.teams.map((team) => ({ ...team, id: id(`${plan?.ref} ${team.id}`) })))
  expect(sorted(loaded.ties)).toEqual(
    sorted(example.ties.map(({ a, b, kind, strength, source }) => ({ a: id(a), b: id(b), kind, strength, source }))),
  )
  expect(sorted(loaded.barred.map(({ person, target }) => [person, target]))).toEqual(
    sorted(example.barred.map(({ person, target }) => [id(person), id(target)])),
  )
  expect(sorted(loaded.history)).toEqual(sorted(example.history.map((visit) => ({ ...visit, person: id(visit.person) }))))
  expect(sorted(loaded.dispatched)).toEqual(sorted(example.dispatched))
  expect(sorted(loaded.travel)).toEqual(sorted(example.travel))
  expect(sorted(loaded.apart)).toEqual(sorted(example.apart.map((pair) => pair.map(id))))
})

it('the proposal that came with the world is solved once the server works, and its board shows no forbidden tie', async () => {
  const office = await stage.staff('4210', 'office')
  const [plan] = worldOf('jiangling').rounds
  const round = demonstrationId(plan?.ref ?? '')
  const { items } = (await ok(office.get(`/rounds/${round}/proposals`))) as { items: { id: string; state: string }[] }
  expect(items).toMatchObject([{ state: 'queued' }])
  const { resumeProposals } = await import('./dispatch/resume-proposals.ts')
  await resumeProposals(stage.server.server.database.transact)
  const proposal = await finished(office, round, items[0]?.id ?? '')
  expect(proposal).toMatchObject({ state: 'done', verified: true })
  const board = (await ok(office.get(`/rounds/${round}/board?proposal=${items[0]?.id}`))) as {
    breaches: object[]
    rows: { cells: { marks: { result: string }[] }[] }[]
  }
  expect(board.breaches).toEqual([])
  expect(board.rows.flatMap((row) => row.cells.flatMap((cell) => cell.marks)).some((mark) => mark.result === 'bar')).toBe(false)
})

it('a server that stops in the middle of a search leaves the proposal to the next start', async () => {
  const own = await openStage(['4210'])
  const worlds = [worldOf('jiangling')]
  await loadDemonstrationRegistry(own.server.database.adminUrl, worlds)
  await loadDemonstrationRounds(own.server.database.adminUrl, worlds)
  const { resumeProposals } = await import('./dispatch/resume-proposals.ts')
  const { runProposal } = await import('./dispatch/run-proposal.ts')
  const { transact } = own.server.server.database
  const { rows } = await own.server.database.admin.query<{ id: string }>('select id from rounds.proposal')
  const id = rows[0]?.id ?? ''
  const leaving = new AbortController()
  const search = runProposal(transact, id, () => new Date(), leaving.signal)
  leaving.abort()
  await search
  const left = await own.server.database.admin.query<{ state: string }>('select state from rounds.proposal')
  expect(left.rows).toEqual([{ state: 'running' }])
  await resumeProposals(transact)
  const office = await own.staff('4210', 'office')
  const [plan] = worldOf('jiangling').rounds
  expect(await finished(office, demonstrationId(plan?.ref ?? ''), id)).toMatchObject({ state: 'done' })
  await own.stop()
})
