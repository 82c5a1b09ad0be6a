// The sequencer and the signer as they run beside the server: five looks a second for what was committed, one while much comes; a
// checkpoint every ten seconds when something came. It never signs a log that does not continue the one it published.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Edge } from '@shengmian/ledger'
import type { Clock } from '../../platform/clock.ts'
import type { Transact } from '../../platform/transaction.ts'
import type { WitnessReply } from './ask-witness.ts'
import { checkPublished } from './check-published.ts'
import { openLedgerKeys, type LedgerKeys } from './ledger-keys.ts'
import { readRetentionRules, type RetentionRule } from './retention-rules.ts'
import { refillFromFiles } from './refill-from-files.ts'
import { BATCH, sequenceBatch } from './sequence-batch.ts'
import { signCheckpoint } from './sign-checkpoint.ts'
import { writePolicy } from './write-policy.ts'
import { readWitnesses, type Witnesses } from './witnesses.ts'

const LOOK_MS = 200
/** While more than this come between two looks, the next one waits four times as long: what a batch costs is shared by what is in it. */
const MANY = 256
const SIGN_MS = 10_000

export interface LedgerParts {
  readonly transact: Transact
  readonly clock: Clock
  /** Holds `keys/`, `witnesses.txt`, `retention.txt`, and `log/`, which may be handed to anybody. */
  readonly folder: string
  readonly onFailure: (error: Error) => void
}

export interface RunningLedger {
  readonly keys: LedgerKeys
  readonly witnesses: Witnesses
  /** How long records are kept. */
  readonly retention: readonly RetentionRule[]
  /** What each witness said last. */
  readonly replies: () => ReadonlyMap<string, WitnessReply>
  /** Why nothing is signed; null while all is well. */
  readonly fault: () => string | null
  /** Sequences all that is committed and signs it now. */
  readonly settle: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts it. @throws Error when a key, the list of witnesses or the periods of retention cannot be read */
export async function runLedger({ transact, clock, folder, onFailure }: LedgerParts): Promise<RunningLedger> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const keys = openLedgerKeys(path.join(folder, 'keys'))
  const witnesses = readWitnesses(path.join(folder, 'witnesses.txt'))
  const retention = readRetentionRules(path.join(folder, 'retention.txt'))
  const log = path.join(folder, 'log')
  const known = new Map<string, number>()
  let replies: ReadonlyMap<string, WitnessReply> = new Map()
  let edge: Edge | null = null
  let published = 0
  let fault: string | null = null

  const begin = async (): Promise<void> => {
    await writePolicy(log, keys, witnesses)
    const before = await transact({ kind: 'ledger' }, (tx) => checkPublished(tx, log))
    if (before.kind === 'behind') await transact({ kind: 'ledger' }, (tx) => refillFromFiles(tx, log, before))
    if (before.kind === 'forked') fault = `the log in ${log} is another one from entry ${before.size} or before`
    published = before.kind === 'behind' ? before.published : before.size
  }
  /** Answers how many leaves the last batch had. */
  const sequence = async (): Promise<number> => {
    for (;;) {
      const batch = await transact({ kind: 'ledger' }, (tx) => sequenceBatch(tx, edge))
      if (batch === null) return 0
      edge = batch.edge
      if (batch.leaves < BATCH) return batch.leaves
    }
  }
  const sign = async (): Promise<void> => {
    if (edge === null || fault !== null || edge.size === published) return
    const signing = { transact, keys, witnesses, folder: log, known }
    const size = edge.size
    const signed = await signCheckpoint(signing, edge, clock.now())
    ;({ replies } = signed)
    for (const [name, reply] of replies) if (reply.kind === 'cosigned') known.set(name, size)
    if ('note' in signed) published = size
    else fault = 'a witness has seen another log: nothing is signed until that is explained'
  }

  await begin()
  // One thing after another: a batch never overlaps a signature.
  let work = Promise.resolve()
  const then = (step: () => Promise<void>): Promise<void> => {
    work = work.then(step, step)
    return work
  }
  let isStopping = false
  let lastSigned = Date.now()
  let timer: NodeJS.Timeout | null = null
  let wait = LOOK_MS
  const look = async (): Promise<void> => {
    wait = fault === null && (await sequence()) > MANY ? 4 * LOOK_MS : LOOK_MS
    if (Date.now() - lastSigned < SIGN_MS) return
    lastSigned = Date.now()
    await sign()
  }
  const tick = (): void => {
    void then(look)
      .catch((error: unknown) => onFailure(error instanceof Error ? error : new Error(String(error))))
      .finally(() => {
        if (!isStopping) timer = setTimeout(tick, wait)
      })
  }
  tick()
  return {
    keys,
    witnesses,
    retention,
    replies: () => replies,
    fault: () => fault,
    settle: () =>
      then(async () => {
        await sequence()
        await sign()
      }),
    stop: async () => {
      isStopping = true
      if (timer !== null) clearTimeout(timer)
      await work.catch(() => undefined)
    },
  }
}
