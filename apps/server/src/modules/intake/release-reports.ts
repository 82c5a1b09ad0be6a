// Reports come into the list of their team some random hours after they arrived. When is drawn in memory and written nowhere: a stored
// moment would lead back to the hour of arrival. A process that starts again draws anew, so its reports wait a little longer.
import { randomInt } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import type { Transact, Transaction } from '../../platform/transaction.ts'
import { drawSlot, slotOf } from './draw-slot.ts'
import { addReleases, readDeskCodes, readHeld, readLastArrival, takeList, type Held } from './release-store.ts'

/** Hours within which a report comes into the list. */
export const USUAL_HOLD_HOURS = 6

export interface Releases {
  /** Whether reports go into the list as they arrive. */
  readonly isAtOnce: boolean
  /** Puts into the lists of all desks what is due; once a slot, however often it is called. */
  readonly release: () => Promise<void>
}

export function openReleases({
  transact,
  clock,
  holdHours,
}: {
  readonly transact: Transact
  readonly clock: Clock
  readonly holdHours: number
}): Releases {
  const desks = new Map<string, { slots: ReadonlyMap<number, number>; releasedUpTo: number }>()
  let done = Number.NEGATIVE_INFINITY

  async function releaseDue(tx: Transaction, desk: string, slot: number): Promise<void> {
    const size = await takeList(tx, desk)
    const known = desks.get(desk) ?? { slots: new Map<number, number>(), releasedUpTo: 0 }
    const held = await readHeld(tx, desk, known.releasedUpTo)
    const slots = new Map(
      held.map(({ arrival, day }) => [arrival, known.slots.get(arrival) ?? drawSlot(day, slot, holdHours, draw)]),
    )
    const due = dueOf(held, (arrival) => (slots.get(arrival) ?? slot) <= slot)
    if (due.length > 0) await addReleases(tx, desk, size, shuffled(due))
    const first = held[0]
    const releasedUpTo = first === undefined ? await readLastArrival(tx, desk) : first.arrival - 1
    desks.set(desk, { slots, releasedUpTo })
  }

  return {
    isAtOnce: holdHours === 0,
    release: async () => {
      const slot = slotOf(clock.now())
      if (slot === done) return
      done = slot
      const codes = await transact({ kind: 'intake' }, readDeskCodes)
      for (const desk of codes) await transact({ kind: 'intake' }, (tx) => releaseDue(tx, desk, slot))
    },
  }
}

/** Puts reports into the list in the transaction in which they arrive. */
export async function releaseAtOnce(tx: Transaction, desk: string, reports: readonly Held[]): Promise<void> {
  await addReleases(tx, desk, await takeList(tx, desk), shuffled(reports))
}

/** A message waits for those that came before it under the same receipt: what is decided is the first. */
function dueOf(held: readonly Held[], isDue: (arrival: number) => boolean): readonly Held[] {
  const waiting = new Set<string>()
  return held.filter(({ arrival, mailbox }) => {
    if (waiting.has(mailbox) || !isDue(arrival)) waiting.add(mailbox)
    return !waiting.has(mailbox)
  })
}

/** Numbers of the register in a random order, in which those of one answer box keep theirs. */
function shuffled(reports: readonly Held[]): readonly number[] {
  const order = [...reports]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = draw(at + 1)
    const [one, two] = [order[at], order[other]]
    if (one !== undefined && two !== undefined) [order[at], order[other]] = [two, one]
  }
  const ofBox = Map.groupBy(
    reports.toSorted((a, b) => a.arrival - b.arrival),
    ({ mailbox }) => mailbox,
  )
  return order.map(({ mailbox, arrival }) => ofBox.get(mailbox)?.shift()?.arrival ?? arrival)
}

function draw(below: number): number {
  return below <= 1 ? 0 : randomInt(below)
}
