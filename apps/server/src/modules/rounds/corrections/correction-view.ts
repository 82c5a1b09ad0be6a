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
  const rows = await correctionsOfRound(tx, round)
  const sight = await look(tx, rows, round)
  return { items: await viewRows(tx, rows, day, sight), targets: targetsIn(sight, round) }
}

/** What the views of one request share: the targets that the caller is ordered to now, and names of units. */
interface Sight {
  readonly ordered: Awaited<ReturnType<typeof targetsOrdered>>
  readonly names: ReadonlyMap<string, string>
}

/** With the names of the rows' units, and of all targets of a round where one is given. */
async function look(tx: Transaction, rows: readonly { readonly unit: string }[], inRound?: string): Promise<Sight> {
  const ordered = await targetsOrdered(tx)
  const targets = ordered.filter(({ round }) => round === inRound)
  return { ordered, names: await unitNames(tx, [...rows, ...targets]) }
}

function targetsIn({ ordered, names }: Sight, inRound: string): { id: string; name: string }[] {
  return ordered.filter(({ round }) => round === inRound).map(({ unit }) => ({ id: unit, name: names.get(unit) ?? unit }))
}

export async function viewCorrection(tx: Transaction, row: CorrectionRow, day: string, sight?: Sight): Promise<Correction> {
  const [view] = await viewRows(tx, [row], day, sight ?? (await look(tx, [row])))
  if (view === undefined) throw new Error('an order that was read has no view')
  return view
}

/** As the team and its body have it, with the report that it began with. */
async function viewRows(tx: Transaction, rows: readonly CorrectionRow[], day: string, sight: Sight): Promise<Correction[]> {
  const orders = await viewOrders(tx, rows, day, sight.names)
  const matters = new Map(
    (
      await mattersOf(
        tx,
        rows.map(({ id }) => id),
      )
    ).map((matter) => [matter.correction, matter]),
  )
  return orders.map((order) => {
    const matter = matters.get(order.id)
    return {
      ...order,
      report: matter === undefined ? null : { desk: matter.desk, number: matter.report },
      canVerify: sight.ordered.some(({ round, unit }) => round === order.round && unit === order.unit.id),
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
export async function viewOrders(
  tx: Transaction,
  rows: readonly CorrectionRow[],
  day: string,
  known?: ReadonlyMap<string, string>,
): Promise<OwnCorrection[]> {
  const names = known ?? (await unitNames(tx, rows))
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
  const sight = await look(tx, row === null ? [] : [row], round)
  return { matter: row === null ? null : await viewMatter(tx, row, day, sight), targets: targetsIn(sight, round) }
}

/** The order that followed is for the matter's own unit, so that its name serves both. */
export async function viewMatter(tx: Transaction, row: MatterRow, day: string, known?: Sight): Promise<Matter> {
  const sight = known ?? (await look(tx, [row]))
  const order = row.correction === null ? null : await findCorrection(tx, row.correction)
  const { checked_at, checked_holds, checked_name, checked_note } = row
  return {
    id: row.id,
    unit: { id: row.unit, name: sight.names.get(row.unit) ?? row.unit },
    topic: row.topic,
    kind: row.topic_kind as Matter['kind'],
    by: row.by_name,
    at: row.recorded_at.toISOString(),
    check:
      checked_at === null
        ? null
        : { holds: checked_holds === true, note: checked_note ?? '', by: checked_name ?? '', at: checked_at.toISOString() },
    correction: order === null ? null : await viewCorrection(tx, order, day, sight),
  }
}

async function unitNames(tx: Transaction, rows: readonly { readonly unit: string }[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await findUnits(tx, [...new Set(rows.map(({ unit }) => unit))])).map(({ id, name }) => [id, name]))
}
