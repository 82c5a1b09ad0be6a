import type { Correction, listCorrections, Matter, OwnCorrection, readMatter, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { daysBetween } from '../days.ts'
import {
  correctionsAt,
  correctionsOfRound,
  findCorrection,
  stepsOf,
  targetsOfLiaison,
  targetsOrdered,
  type CorrectionRow,
  type StepRow,
} from './correction-store.ts'
import { matterOfReport, mattersOf, roundOfReport, type MatterRow } from './matter-store.ts'

/** Where an order stands after its steps. */
export function stateOf(steps: readonly Pick<StepRow, 'kind'>[]): OwnCorrection['state'] {
  const last = steps.at(-1)?.kind
  return last === 'answer' ? 'answered' : last === 'verify' ? 'verified' : last === 'withdraw' ? 'withdrawn' : 'open'
}

export async function viewCorrections(tx: Transaction, round: string, day: string): Promise<ReplyOf<typeof listCorrections>> {
  return {
    items: await viewRows(tx, await correctionsOfRound(tx, round), day),
    targets: await targetsIn(tx, round),
  }
}

async function targetsIn(tx: Transaction, round: string): Promise<{ id: string; name: string }[]> {
  const ordered = (await targetsOrdered(tx)).filter((target) => target.round === round)
  const names = await unitNames(
    tx,
    ordered.map(({ unit }) => unit),
  )
  return ordered.map(({ unit }) => ({ id: unit, name: names.get(unit) ?? unit }))
}

export async function viewCorrection(tx: Transaction, row: CorrectionRow, day: string): Promise<Correction> {
  const [view] = await viewRows(tx, [row], day)
  if (view === undefined) throw new Error('an order that was read has no view')
  return view
}

/** As the team and its body have it, with the report that it began with. */
async function viewRows(tx: Transaction, rows: readonly CorrectionRow[], day: string): Promise<Correction[]> {
  const orders = await viewOrders(tx, rows, day)
  const matters = new Map(
    (
      await mattersOf(
        tx,
        rows.map(({ id }) => id),
      )
    ).map((matter) => [matter.correction, matter]),
  )
  const ordered = await targetsOrdered(tx)
  return orders.map((order) => {
    const matter = matters.get(order.id)
    return {
      ...order,
      report: matter === undefined ? null : { desk: matter.desk, number: matter.report },
      canVerify: ordered.some(({ round, unit }) => round === order.round && unit === order.unit.id),
    }
  })
}

const WAITS = { open: 0, answered: 1, verified: 2, withdrawn: 2 }

/** What the caller's place was ordered, what waits for him first. Written without a look at what it began with. */
export async function viewOwn(tx: Transaction, day: string): Promise<OwnCorrection[]> {
  const orders = await viewOrders(tx, await correctionsAt(tx, await targetsOfLiaison(tx)), day)
  return orders.toSorted((one, other) => WAITS[one.state] - WAITS[other.state])
}

/** What the unit's side sees of orders, and nothing more. */
export async function viewOrders(tx: Transaction, rows: readonly CorrectionRow[], day: string): Promise<OwnCorrection[]> {
  const names = await unitNames(
    tx,
    rows.map(({ unit }) => unit),
  )
  const steps = Map.groupBy(
    await stepsOf(
      tx,
      rows.map(({ id }) => id),
    ),
    ({ correction }) => correction,
  )
  return rows.map((row) => {
    const own = steps.get(row.id) ?? []
    const state = stateOf(own)
    return {
      id: row.id,
      round: row.round,
      unit: { id: row.unit, name: names.get(row.unit) ?? row.unit },
      what: row.what,
      until: row.until,
      by: row.by_name,
      at: row.ordered_at.toISOString(),
      steps: own.map(({ kind, text, by_name, at }) => ({
        kind: kind as OwnCorrection['steps'][number]['kind'],
        text,
        by: by_name,
        at: at.toISOString(),
      })),
      state,
      isOverdue: state === 'open' && row.until < day,
      daysLeft: daysBetween(day, row.until),
    }
  })
}

/** The way of one report, and the targets that it may be about. */
export async function viewMatterOfReport(
  tx: Transaction,
  { desk, number }: { readonly desk: string; readonly number: number },
  day: string,
): Promise<ReplyOf<typeof readMatter>> {
  const round = await roundOfReport(tx, desk, number)
  const row = await matterOfReport(tx, desk, number)
  return { matter: row === null ? null : await viewMatter(tx, row, day), targets: await targetsIn(tx, round) }
}

export async function viewMatter(tx: Transaction, row: MatterRow, day: string): Promise<Matter> {
  const names = await unitNames(tx, [row.unit])
  const order = row.correction === null ? null : await findCorrection(tx, row.correction)
  const { checked_at, checked_holds, checked_name, checked_note } = row
  return {
    id: row.id,
    unit: { id: row.unit, name: names.get(row.unit) ?? row.unit },
    topic: row.topic,
    kind: row.topic_kind as Matter['kind'],
    by: row.by_name,
    at: row.recorded_at.toISOString(),
    check:
      checked_at === null
        ? null
        : { holds: checked_holds === true, note: checked_note ?? '', by: checked_name ?? '', at: checked_at.toISOString() },
    correction: order === null ? null : await viewCorrection(tx, order, day),
  }
}

async function unitNames(tx: Transaction, units: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await findUnits(tx, [...new Set(units)])).map(({ id, name }) => [id, name]))
}
