// What the server writes down of its own: every denial with the rule and the facts it was decided on, every read of what is recorded.
import type { Watch } from '../../http/bind.ts'
import type { Transact } from '../../platform/transaction.ts'
import { noteDenial } from './note-denial.ts'
import { insertReading } from './reading-store.ts'

/** `record` opens a transaction as the role that may only write denials down. */
export function accessWatch(record: Transact): Watch {
  return {
    denied: (actor, asked, error) => noteDenial(record, actor, asked, error),
    read: (tx, { endpoint, params }) => insertReading(tx, { endpoint: endpoint.id, kind: endpoint.logged ?? 'evidence', params }),
  }
}
