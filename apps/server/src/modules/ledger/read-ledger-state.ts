import type { LedgerState } from '@shengmian/contract'
import QRCode from 'qrcode'
import type { Transaction } from '../../platform/transaction.ts'
import { readCheckpoints, readStatus } from './reading-store.ts'
import type { RunningLedger } from './run-ledger.ts'

const SHOWN = 10

/** How the ledger stands, by the database; what the witnesses said last, by this server's sequencer. */
export async function readLedgerState(tx: Transaction, running: RunningLedger | null): Promise<LedgerState> {
  const status = await readStatus(tx)
  const [last, ...earlier] = await readCheckpoints(tx, SHOWN)
  const replies = running?.replies() ?? new Map<string, { readonly kind: 'cosigned' }>()
  return {
    isRunning: running !== null,
    fault: running?.fault() ?? null,
    origin: running?.keys.origin ?? last?.note.split('\n')[0] ?? null,
    size: status.size,
    waiting: status.waiting,
    waitingSince: status.oldest?.toISOString() ?? null,
    last:
      last === undefined
        ? null
        : {
            size: last.size,
            root: last.note.split('\n')[2] ?? '',
            signedAt: last.signed_at.toISOString(),
            cosigned: last.cosigned,
            isQuorum: last.is_quorum,
            note: last.note,
          },
    earlier: earlier.map(({ size, signed_at, cosigned }) => ({
      size,
      signedAt: signed_at.toISOString(),
      cosigned,
    })),
    quorum: running?.witnesses.quorum ?? 0,
    witnesses: (running?.witnesses.all ?? []).map(({ name, verifierKey }) => ({
      name,
      key: verifierKey,
      state: replies.get(name)?.kind ?? 'not-asked',
    })),
    keys: [...(running?.keys.verifierKeys ?? [])],
    qr: last === undefined ? null : await QRCode.toString(last.note, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 }),
  }
}
