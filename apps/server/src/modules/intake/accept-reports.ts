// Group commit: what arrives while a transaction runs goes together into the next. Whoever sent a report hears of it only after the
// commit, so what was acknowledged survives the power going out; and 200 reports cost one flush of the disk.
import { hash } from 'node:crypto'
import { Problem, type RegisterProof } from '@shengmian/contract'
import { signAcknowledgement } from '@shengmian/sealing'
import type { Clock } from '../../platform/clock.ts'
import type { Transact, Transaction } from '../../platform/transaction.ts'
import type { Signing } from './acknowledge.ts'
import { claimAttachments, whichAreWhole } from './attachment-store.ts'
import { dayOf } from './day.ts'
import { append, EMPTY_REGISTER, proofOf, rootOf, type Register } from './register.ts'
import { releaseAtOnce } from './release-reports.ts'
import {
  addRegisterDay,
  addReports,
  readClosedDay,
  readKept,
  readLastDay,
  readNames,
  takeRegister,
  type ClosedDay,
  type NewReport,
} from './store.ts'

const BATCH = 256
const READ_AT_ONCE = 65_536

interface Incoming {
  readonly key: string
  readonly mailbox: string
  readonly envelope: Uint8Array
  readonly attachments: readonly string[]
  readonly isSlow: boolean
}

interface Waiting {
  readonly incoming: Incoming
  readonly resolve: (acknowledgement: string) => void
  readonly reject: (error: unknown) => void
}

export interface ReportDesk {
  /** Answers the acknowledgement when the report is on the disk; the same for the same key and envelope. */
  readonly accept: (incoming: Incoming) => Promise<string>
  /** The acknowledgement of a report that is there under the key; `work-needed` where none is. */
  readonly repeat: (key: string, envelope: Uint8Array) => Promise<string>
  /**
   * The register at the end of the last day on which something came. What came today is told to nobody but its sender: who watched the
   * register grow would learn the minute at which each report arrived.
   */
  readonly closed: () => Promise<ClosedDay>
  /** Reads what other processes have added, and closes the last day where it is over. */
  readonly refresh: () => Promise<void>
  /** The way from a report to the root of that register. */
  readonly prove: (number: number) => Promise<RegisterProof>
}

/** The one writer of a desk's register. */
export function openReportDesk(
  desk: string,
  {
    transact,
    clock,
    signing,
    isReleasedAtOnce,
  }: { readonly transact: Transact; readonly clock: Clock; readonly signing: Signing; readonly isReleasedAtOnce: boolean },
): ReportDesk {
  const inside = <T>(work: (tx: Transaction) => Promise<T>) => transact({ kind: 'intake' }, work)
  const waiting: Waiting[] = []
  let register = EMPTY_REGISTER
  let isRunning = false

  async function run(): Promise<void> {
    isRunning = true
    // One turn of the loop, so that what has arrived together is taken together.
    await new Promise((resolve) => setImmediate(resolve))
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH)
      try {
        const outcome = await inside((tx) =>
          commitBatch(
            tx,
            batch.map(({ incoming }) => incoming),
          ),
        )
        register = outcome.register
        for (const [at, { resolve, reject }] of batch.entries()) {
          const answer = outcome.answers[at]
          if (typeof answer === 'string') resolve(answer)
          else reject(answer)
        }
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isRunning = false
  }

  async function commitBatch(tx: Transaction, batch: readonly Incoming[]) {
    let current = await upToDate(tx, await takeRegister(tx, desk))
    const day = dayOf(clock.now())
    await closeDay(tx, current, day)
    const kept = new Map(
      (
        await readKept(
          tx,
          desk,
          batch.map(({ key }) => key),
        )
      ).map((row) => [row.key, row]),
    )
    const named = batch.flatMap(({ attachments }) => attachments)
    const whole = named.length === 0 ? new Set<string>() : await whichAreWhole(tx, desk, named)
    const hashes = batch.map(({ envelope }) => hash('sha256', envelope, 'buffer'))
    const answers: (string | Problem | null)[] = batch.map(({ key, attachments }, at) => {
      const there = kept.get(key)
      if (there !== undefined)
        return there.hash.equals(hashes[at] ?? Buffer.alloc(0)) ? there.acknowledgement : new Problem('key-reused')
      const twin = batch.findIndex((other) => other.key === key)
      if (twin < at && !hashes[twin]?.equals(hashes[at] ?? Buffer.alloc(0))) return new Problem('key-reused')
      return attachments.every((id) => whole.has(id)) ? null : new Problem('attachments-missing')
    })
    const fresh = batch.flatMap((incoming, at) =>
      answers[at] === null && batch.findIndex(({ key }) => key === incoming.key) === at
        ? [{ incoming, hash: hashes[at] ?? Buffer.alloc(0) }]
        : [],
    )
    if (fresh.length > 0) {
      const first = current.edge.size + 1
      current = append(
        current,
        fresh.map((one) => one.hash),
      )
      const [size, root] = [current.edge.size, hex(rootOf(current))]
      const reports = fresh.map(({ incoming, hash: name }, at): NewReport => {
        const number = first + at
        const content = { v: 1, round: desk, envelope: name.toString('hex'), number, day, size, root } as const
        return { ...incoming, number, hash: name, acknowledgement: signAcknowledgement(content, signing.sign) }
      })
      await addReports(tx, desk, day, reports)
      for (const [at, { incoming }] of fresh.entries())
        if (incoming.attachments.length > 0) await claimAttachments(tx, desk, incoming.attachments, first + at)
      if (isReleasedAtOnce)
        await releaseAtOnce(
          tx,
          desk,
          reports.map(({ number, mailbox }) => ({ arrival: number, mailbox, day })),
        )
      const byKey = new Map(reports.map(({ key, acknowledgement }) => [key, acknowledgement]))
      for (const [at, { key }] of batch.entries()) answers[at] ??= byKey.get(key) ?? null
    }
    return { register: current, answers: answers.map((answer) => answer ?? new Error('a report of the batch was forgotten')) }
  }

  /** Reads what is missing: all at the start, or what another process has added. */
  async function upToDate(tx: Transaction, size: number): Promise<Register> {
    let current = size < register.edge.size ? EMPTY_REGISTER : register
    while (current.edge.size < size) {
      const names = await readNames(tx, desk, current.edge.size, Math.min(size, current.edge.size + READ_AT_ONCE))
      if (names.length === 0) throw new Error(`the register of ${desk} has a gap after ${current.edge.size}`)
      current = append(current, names)
    }
    return current
  }

  async function closeDay(tx: Transaction, current: Register, today: string): Promise<void> {
    const last = current.edge.size === 0 ? null : await readLastDay(tx, desk)
    if (last !== null && last < today) await addRegisterDay(tx, desk, last, { size: current.edge.size, root: rootOf(current) })
  }

  const refresh = () =>
    inside(async (tx) => {
      const current = await upToDate(tx, await takeRegister(tx, desk))
      await closeDay(tx, current, dayOf(clock.now()))
      register = current
    })

  const readClosed = () => inside((tx) => readClosedDay(tx, desk))

  return {
    accept: (incoming) =>
      new Promise((resolve, reject) => {
        waiting.push({ incoming, resolve, reject })
        if (!isRunning) void run()
      }),
    repeat: async (key, envelope) => {
      const [there] = await inside((tx) => readKept(tx, desk, [key]))
      if (there === undefined) throw new Problem('work-needed')
      if (!there.hash.equals(hash('sha256', envelope, 'buffer'))) throw new Problem('key-reused')
      return there.acknowledgement
    },
    closed: readClosed,
    refresh,
    prove: async (number) => {
      const { size, root } = await readClosed()
      if (number < 1 || number > size) throw new Problem('not-found')
      if (register.edge.size < size) await refresh()
      const asOfThen = { ...register, edge: { ...register.edge, size } }
      const path = await inside((tx) => proofOf(asOfThen, number - 1, (lo, hi) => readNames(tx, desk, lo, hi)))
      return { number, size, root: hex(root), path: path.map(hex) }
    },
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
