// What a verification can find, each under one name, with the record or the place in the log that it is about.

export type Check =
  /** The checkpoint: unreadable, not signed by the log, signed falsely, cosigned by too few. */
  | 'checkpoint'
  | 'signature'
  | 'quorum'
  /** Files of the log: one is missing, an entry cannot be read, a tile does not follow from the entries, the root does not. */
  | 'missing'
  | 'unreadable'
  | 'tile'
  | 'root'
  /** Against what was kept before: the log is shorter, or begins otherwise; an entry differs from a copy. */
  | 'rolled-back'
  | 'forked'
  | 'rewritten'
  /** Within the life of a record, or of the log. */
  | 'entry-removed'
  | 'entry-changed'
  | 're-ordered'
  | 'back-dated'
  | 'post-dated'
  | 'unlogged-step'
  /** Rows as they are now. */
  | 'changed'
  | 'removed'
  | 'added'
  | 'restored'
  | 'returned'
  | 'held-back'
  /** Salts: gone without a tombstone, or still there in spite of one. */
  | 'salt-lost'
  | 'salt-kept'

export interface Finding {
  readonly check: Check
  /** A record (`table key`), or `entry N`, or a file. */
  readonly subject: string
  readonly zh: string
  readonly en: string
}

export type Report = (finding: Finding) => void

/** How a record is named to people: its table and key. */
export function nameOfRecord(table: string, record: readonly string[]): string {
  return `${table} ${record.join('/')}`
}
