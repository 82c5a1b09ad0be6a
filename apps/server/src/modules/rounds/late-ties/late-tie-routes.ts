import { declareLateTie as endpoint, listLateTies, Problem as Refusal, type ReplyOf } from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { factsForDispatch } from '../../registry/index.ts'
import { placeNames } from '../round/round-names.ts'
import { findRound } from '../round/round-store.ts'
import { declareLateTie } from './declare-late-tie.ts'
import { lateTiesOf, type LateTieRow } from './late-tie-store.ts'

type View = ReplyOf<typeof endpoint>

async function viewTies(tx: Transaction, rows: readonly LateTieRow[]): Promise<View[]> {
  const { people } = await factsForDispatch(tx, { people: rows.map((row) => row.person), units: [] })
  const byId = new Map(people.map((person) => [person.id, person]))
  const name = await placeNames(
    tx,
    people.map((person) => person.home),
  )
  return rows.map((row) => {
    const person = byId.get(row.person)
    const home = person?.home ?? null
    return {
      id: row.id,
      person: {
        id: row.person,
        name: person?.name ?? row.person,
        title: person?.title ?? null,
        home: home === null ? null : name(home),
      },
      official: row.official === null ? null : { id: row.official, name: row.official_name ?? '' },
      unit: row.unit === null ? null : { id: row.unit, name: row.unit_name ?? '' },
      kind: row.kind,
      degree: row.degree,
      strength: row.strength,
      detail: row.detail,
      source: row.source as View['source'],
      declaredBy: row.by_name,
      declaredAt: row.at.toISOString(),
      effect: row.effect as View['effect'],
      affected: row.affected as unknown as View['affected'],
      repair: row.repair,
    }
  })
}

export const lateTieRoutes: readonly Route[] = [
  serve(listLateTies, async ({ params, tx }) => {
    await findRound(tx, params.round)
    return { items: await viewTies(tx, await lateTiesOf(tx, params.round)) }
  }),
  serve(endpoint, async ({ params, body, tx, caller, clock }) => {
    await declareLateTie(tx, await findRound(tx, params.round), body, { by: caller, at: clock.now() })
    const row = (await lateTiesOf(tx, params.round)).find((candidate) => candidate.id === body.id)
    if (row === undefined) throw new Refusal('not-found')
    const [view] = await viewTies(tx, [row])
    if (view === undefined) throw new Error('a late tie was not shown')
    return view
  }),
]
