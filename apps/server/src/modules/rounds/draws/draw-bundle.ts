// A draw on its way out: all its files in one, as the command line reads them.
import { Problem as Refusal } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { provePerson } from '@shengmian/dispatch'
import { contentsOf, type GatheredDraw } from './gather-draw.ts'

/** The whole draw as far as the caller may see it: without the problem and the salts for everybody but the office. */
export async function drawBundle(tx: Transaction, draw: GatheredDraw) {
  return bundle(
    await contentsOf(tx, draw.row, draw.records),
    `draw-${draw.files.freeze.terms.round}-${draw.files.freeze.terms.number}.json`,
  )
}

/** What a party keeps to hold against the draw later: the freeze, its commitment, what it opened. */
export function receiptBundle({ files, records, seats }: GatheredDraw, caller: string) {
  const seat = seats.find((each) => each.account === caller)
  if (seat === undefined) throw new Refusal('not-allowed')
  const own = records.filter((record) => record.seat === seat.id).map((record): unknown => JSON.parse(record.content))
  return bundle([files.freeze, ...own], `receipt-${files.freeze.terms.round}-${files.freeze.terms.number}-${seat.party}.json`)
}

/** The freeze and the branches of one person’s records: he checks them alone, and sees nobody else's. */
export function branchBundle({ files }: GatheredDraw, person: string) {
  const { freeze, problem, salts } = files
  if (problem === null || salts === null) throw new Refusal('not-allowed')
  const branches = provePerson(problem, freeze, salts, person)
  const name = problem.people.find((each) => each.id === person)?.name
  if (name === undefined) throw new Refusal('not-found')
  return bundle([freeze, ...branches], `branches-${freeze.terms.round}-${freeze.terms.number}-${name}.json`)
}

function bundle(files: readonly unknown[], name: string) {
  const text = `${JSON.stringify({ format: 'shengmian.draw/1', kind: 'bundle', files }, null, 2)}\n`
  return { file: Buffer.from(text), name, type: 'application/json' }
}
