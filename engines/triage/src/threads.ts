// Messages of one reporter. The server puts together what came for one answer box, which anybody who learns its name could claim; only the
// key that signed a message says whose it is, and the chain says whether one is missing.

export interface Message {
  readonly number: number
  /** The reporter's key. */
  readonly verify: string
  readonly seq: number
  readonly prev: string | null
  /** SHA-256 of its envelope. */
  readonly hash: string
}

export type ThreadFault = 'missing' | 'forked' | 'not-linked'

export interface Thread<M extends Message> {
  readonly verify: string
  /** In the order in which they were written. */
  readonly messages: readonly M[]
  /** missing: one of the chain is not among those opened. forked: two bear one number. not-linked: one names another before it. */
  readonly faults: readonly ThreadFault[]
}

/** Messages by the key that signed them, in the order of the first of each. */
export function threadsOf<M extends Message>(messages: readonly M[]): readonly Thread<M>[] {
  return [...new Set(messages.map(({ verify }) => verify))].map((verify) => {
    const own = messages.filter((message) => message.verify === verify).sort((a, b) => a.seq - b.seq || a.number - b.number)
    return { verify, messages: own, faults: faultsOf(own) }
  })
}

function faultsOf(messages: readonly Message[]): readonly ThreadFault[] {
  const faults = new Set<ThreadFault>()
  if ((messages[0]?.seq ?? 1) > 1) faults.add('missing')
  for (const [at, message] of messages.entries()) {
    const before = messages[at - 1]
    if (before === undefined) continue
    if (message.seq === before.seq) faults.add('forked')
    else if (message.seq > before.seq + 1) faults.add('missing')
    else if (message.prev !== before.hash) faults.add('not-linked')
  }
  return [...faults]
}
