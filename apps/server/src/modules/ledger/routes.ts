import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import {
  approveErasure as approve,
  downloadCheckpoint,
  downloadLedgerPolicy,
  downloadRecordProof,
  downloadVerifier,
  listErasures as list,
  listRetention,
  Problem,
  proposeDueErasures,
  proposeErasure as propose,
  readLedger,
  readRecordHistory as history,
} from '@shengmian/contract'
import { serve, type Route } from '../../http/serve.ts'
import { approveErasure, listErasures, proposeErasure } from './erase-record.ts'
import { listDue, proposeDue } from './keep-records.ts'
import { proveRecord } from './prove-record.ts'
import { readLedgerState } from './read-ledger-state.ts'
import { readRecordHistory } from './read-record-history.ts'
import { DEFAULT_RULES } from './retention-rules.ts'
import type { RunningLedger } from './run-ledger.ts'
import { policyText } from './witnesses.ts'

const text = 'text/plain; charset=utf-8'
const VERIFIER = 'ledger-verifier.html'

/** `running`: the sequencer beside this server, null where none runs; `pages`: where the offline verifier was built to. */
export function ledgerRoutes(running: () => RunningLedger | null, pages: string | null): readonly Route[] {
  const rules = () => running()?.retention ?? DEFAULT_RULES
  return [
    serve(readLedger, async ({ tx }) => readLedgerState(tx, running())),
    serve(downloadCheckpoint, async ({ tx }) => {
      const { last } = await readLedgerState(tx, running())
      if (last === null) throw new Problem('not-there-yet')
      return { file: Buffer.from(last.note), name: `checkpoint-${last.size}.txt`, type: text }
    }),
    serve(downloadLedgerPolicy, () => {
      const ledger = running()
      if (ledger === null) throw new Problem('not-there-yet')
      return { file: Buffer.from(policyText(ledger.keys.verifierKeys, ledger.witnesses)), name: 'policy.txt', type: text }
    }),
    serve(downloadVerifier, () => {
      const file = path.join(pages ?? '', VERIFIER)
      if (pages === null || !existsSync(file)) throw new Problem('not-there-yet')
      return { file: createReadStream(file), name: VERIFIER, type: 'text/html; charset=utf-8' }
    }),
    serve(history, async ({ tx, query }) => ({ items: await readRecordHistory(tx, query.table, query.record.split('/')) })),
    serve(downloadRecordProof, async ({ tx, query }) => ({
      file: Buffer.from(await proveRecord(tx, query.table, query.record.split('/'))),
      name: `${query.table}-${query.record.split('/').at(-1) ?? ''}.ledger.json`,
      type: 'application/json',
    })),
    serve(list, async ({ tx, caller }) => ({ items: await listErasures(tx, caller) })),
    serve(propose, async ({ tx, caller, body }) => proposeErasure(tx, caller, body)),
    serve(listRetention, async ({ tx, caller }) => listDue(tx, caller, rules())),
    serve(proposeDueErasures, async ({ tx, caller, body }) => proposeDue(tx, caller, rules(), body)),
    serve(approve, async ({ tx, caller, params }) => approveErasure(tx, caller, params.erasure)),
  ]
}
