import type { ReplyOf, readDraw } from '@shengmian/contract'
import { sayEnd, type DrawAbort } from '@shengmian/dispatch'
import { outlineIn } from '../dispatch/outline.ts'
import type { RecordRow } from './draw-store.ts'
import type { GatheredDraw } from './gather-draw.ts'
import { takenOf } from './take-drawn-plan.ts'

type View = ReplyOf<typeof readDraw>

/** What the caller may see of a draw. */
export function viewDraw(draw: GatheredDraw, caller: string, isOffice: boolean): View {
  const { files, row, records, seats } = draw
  const { terms, root } = files.freeze
  const { number, tickets, tolerance, capPermille, withdrawal, deadline, earlier } = terms
  const own = seats.find((seat) => seat.account === caller)
  return {
    id: draw.id,
    round: row?.round ?? null,
    roundTitle: seats[0]?.round_title ?? terms.round,
    number,
    root,
    state: stateOf(draw),
    tickets,
    tolerance,
    capPermille,
    withdrawal,
    deadline,
    parties: terms.parties.map(({ id, name, side }) => {
      const commitment = files.commitments.find((each) => each.party === id)
      return {
        party: id,
        name,
        side,
        committed: whenOf(records, 'commitment', id),
        opened: [whenOf(records, 'reveal-1', id), whenOf(records, 'reveal-2', id)],
        commitments: commitment === undefined ? null : [commitment.first, commitment.second],
        isOwn: own?.party === id,
      }
    }),
    dice: files.dice.map(({ stage, rolls, witness }) => ({ stage, rolls, witness })),
    solver: solverView(draw),
    portfolio: portfolioView(draw),
    pick:
      files.pick === null
        ? null
        : { beacon: files.pick.beacon, ticket: files.pick.ticket, plan: files.pick.plan, at: atOf(records, 'pick') },
    withdrawals: withdrawalsView(draw),
    taken: row === null ? [] : [...takenOf(row)],
    abort: files.abort === null ? null : { party: files.abort.party, why: files.abort.why, at: atOf(records, 'abort') },
    earlier: earlier.map((entry) => ({
      number: entry.number,
      root: entry.root,
      ended: endOf(files.earlier.find(({ number: each }) => each === entry.number)),
    })),
    canConduct: isOffice,
  }
}

/** How an earlier draw ended, in the words of `verify`; null where its abort says nothing more. */
function endOf(abort: DrawAbort | undefined): View['earlier'][number]['ended'] {
  const words = abort === undefined ? null : sayEnd(abort)
  return words === null ? null : { zh: words.zh, en: words.en }
}

function stateOf({ files }: GatheredDraw): View['state'] {
  const { parties } = files.freeze.terms
  const isOpen = (stage: 1 | 2): boolean =>
    parties.every(({ id }) => files.reveals.some((reveal) => reveal.party === id && reveal.stage === stage))
  if (files.abort !== null) return 'aborted'
  if (files.pick !== null) return 'picked'
  if (files.portfolio !== null) return isOpen(2) ? 'picking' : 'opening-second'
  if (isOpen(1)) return 'solving'
  return parties.every(({ id }) => files.commitments.some((each) => each.party === id)) ? 'opening-first' : 'committing'
}

function solverView({ row }: GatheredDraw): View['solver'] {
  if (row === null) return null
  const { done } = row.progress as { readonly done?: number }
  return {
    state: row.solver as NonNullable<View['solver']>['state'],
    task: row.task as NonNullable<View['solver']>['task'],
    done: done ?? 0,
    message: row.message as NonNullable<View['solver']>['message'],
  }
}

function portfolioView({ files: { portfolio } }: GatheredDraw): View['portfolio'] {
  if (portfolio === null) return null
  const { beacon, portfolioRoot, plans, distinctPlans, largestPair, sumOfLargest, people, minEntropyMillibits, best } = portfolio
  return {
    beacon,
    root: portfolioRoot,
    plans,
    distinct: distinctPlans,
    largestPair,
    sumOfLargest,
    people,
    minEntropyMillibits,
    bestTravel: best.objective.travel,
  }
}

function withdrawalsView({ files, row }: GatheredDraw): View['withdrawals'] {
  const people = row === null ? [] : outlineIn(row).people
  const names = new Map(people.map((person) => [person.id, person.name]))
  return files.withdrawals.map(({ number, person, reason, by, ticket, plan }) => ({
    number,
    person: names.get(person) ?? person,
    reason,
    by,
    ticket,
    plan,
  }))
}

function whenOf(records: readonly RecordRow[], kind: string, party: string): string | null {
  const found = records.find(
    (record) => record.kind === kind && (JSON.parse(record.content) as { party?: string }).party === party,
  )
  return found?.at.toISOString() ?? null
}

function atOf(records: readonly RecordRow[], kind: string): string {
  return records.find((record) => record.kind === kind)?.at.toISOString() ?? ''
}
