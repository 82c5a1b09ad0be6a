// Attachments come in pieces over links that break. Whatever has reached this process is put on the disk before anybody is told how far
// it got: after half a second, at 64 KiB, when the link breaks, and when the phone asks.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { MAX_ATTACHMENT, Problem, type IntakePart } from '@shengmian/contract'
import type { Clock } from '../../platform/clock.ts'
import type { Transact, Transaction } from '../../platform/transaction.ts'
import {
  addArriving,
  addPiece,
  dropArriving,
  dropUnclaimed,
  markWhole,
  readArriving,
  readPieces,
  sumAttachments,
} from './attachment-store.ts'
import { dayOf } from './day.ts'

const FLUSH_BYTES = 65_536
const FLUSH_MS = 500

interface Part {
  readonly desk: string
  readonly id: string
  readonly offset: number
  readonly length: number
  /** Called when the attachment is new, before anything is kept: throws where the work is not done. */
  readonly pay: () => void
  /** Bytes that the desk has for all attachments. */
  readonly quota: number
  /** Whether something new may begin. */
  readonly isOpen: boolean
}

export interface Parts {
  readonly receive: (part: Part, stream: Readable) => Promise<IntakePart>
  readonly state: (desk: string, id: string) => Promise<IntakePart>
  /** Drops what no report has named for two days. */
  readonly tidy: () => Promise<void>
}

/** A stream that is being written down. */
interface Running {
  readonly flush: () => Promise<void>
  readonly stop: () => void
}

export function openParts({ transact, clock }: { readonly transact: Transact; readonly clock: Clock }): Parts {
  const inside = <T>(work: (tx: Transaction) => Promise<T>) => transact({ kind: 'intake' }, work)
  const running = new Map<string, Running>()

  const state = async (desk: string, id: string): Promise<IntakePart> => {
    await running.get(`${desk}/${id}`)?.flush()
    const there = await inside((tx) => readArriving(tx, desk, id))
    return { offset: there?.offset ?? 0, isWhole: there?.is_whole ?? false }
  }

  async function begin({ desk, id, offset, length, pay, quota, isOpen }: Part): Promise<IntakePart> {
    if (length < 1 || length > MAX_ATTACHMENT) throw new Problem('too-large')
    // Of two streams for one attachment the later is the phone's; the earlier hangs in a link that has broken.
    const older = running.get(`${desk}/${id}`)
    older?.stop()
    await older?.flush()
    const there = await inside((tx) => readArriving(tx, desk, id))
    if (there === null) {
      pay()
      if (offset !== 0) throw new Problem('offset-differs')
      await inside(async (tx) => {
        if (!isOpen || (await sumAttachments(tx, desk)) + length > quota) throw new Problem('attachments-full')
        await addArriving(tx, desk, id, length, dayOf(clock.now()))
      })
      return { offset: 0, isWhole: false }
    }
    if (there.is_whole) return { offset: there.offset, isWhole: true }
    if (there.offset !== offset || there.length !== length) throw new Problem('offset-differs')
    // Asked again for what goes on: many may have begun while there was room for each of them.
    const held = await inside((tx) => sumAttachments(tx, desk))
    if (held + length - offset > quota) throw new Problem('attachments-full')
    return { offset, isWhole: false }
  }

  async function receive(part: Part, stream: Readable): Promise<IntakePart> {
    const { desk, id, length } = part
    const begun = await begin(part)
    if (begun.isWhole) return begun
    let { offset } = begun
    let held: Buffer[] = []
    let writing: Promise<void> = Promise.resolve()
    let isStopped = false
    let isTooLong = false
    // One after the other, each taking what is held by then.
    const flush = () => {
      writing = writing.then(async () => {
        const bytes = Buffer.concat(held)
        held = []
        if (bytes.length === 0) return
        await inside((tx) => addPiece(tx, desk, id, offset, bytes))
        offset += bytes.length
      })
      return writing
    }
    const stop = () => {
      isStopped = true
      stream.destroy()
    }
    const self: Running = { flush, stop }
    running.set(`${desk}/${id}`, self)
    const timer = setInterval(() => void flush().catch(stop), FLUSH_MS)
    try {
      let received = offset
      for await (const chunk of stream) {
        const bytes = chunk as Buffer
        received += bytes.length
        isTooLong = received > length
        if (isTooLong || isStopped) break
        held.push(bytes)
        if (held.reduce((sum, { length: more }) => sum + more, 0) >= FLUSH_BYTES) await flush()
      }
    } catch {
      // The link broke: what came before it is kept below.
    } finally {
      clearInterval(timer)
      await flush()
      if (running.get(`${desk}/${id}`) === self) running.delete(`${desk}/${id}`)
    }
    if (isTooLong) throw new Problem('too-large')
    if (offset < length) return { offset, isWhole: false }
    if (!(await inside((tx) => finish(tx, desk, id)))) throw new Problem('part-spoiled')
    return { offset: length, isWhole: true }
  }

  return {
    state,
    receive,
    tidy: () => inside((tx) => dropUnclaimed(tx, dayOf(clock.now(), 2))),
  }
}

/** Whether all that came is what its name says; where it is not it goes, so that the phone can begin again. */
async function finish(tx: Transaction, desk: string, id: string): Promise<boolean> {
  const hash = createHash('sha256')
  for (const piece of await readPieces(tx, desk, id)) hash.update(piece)
  const isRight = hash.digest('hex') === id
  await (isRight ? markWhole(tx, desk, id) : dropArriving(tx, desk, id))
  return isRight
}
