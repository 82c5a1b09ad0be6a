// The ledger as people see it: how far it has come, who witnessed it, and the proof of one record.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Reason } from './forms.ts'
import { closed, orNull } from './round-forms.ts'

/** A table that the ledger covers, `schema.table`. */
export const LedgerTable = Type.String({ pattern: '^[a-z_]{1,40}\\.[a-z_]{1,60}$', title: 'LedgerTable' })
/** The primary key of a record, its parts joined by `/`. */
export const RecordKey = Type.String({ minLength: 1, maxLength: 300, title: 'LedgerRecordKey' })

const Checkpoint = closed(
  {
    size: Type.Integer(),
    /** Base64. */
    root: Type.String(),
    signedAt: Instant,
    cosigned: Type.Integer(),
    isQuorum: Type.Boolean(),
    note: Type.String(),
  },
  'LedgerCheckpoint',
)

const LedgerState = closed(
  {
    /** Whether this server sequences and signs. */
    isRunning: Type.Boolean(),
    /** Why nothing is signed. */
    fault: orNull(Type.String()),
    origin: orNull(Type.String()),
    /** Entries in the log; changes that were committed and wait; since when the oldest waits. */
    size: Type.Integer(),
    waiting: Type.Integer(),
    waitingSince: orNull(Instant),
    last: orNull(Checkpoint),
    earlier: Type.Array(closed({ size: Type.Integer(), signedAt: Instant, cosigned: Type.Integer() }, 'LedgerEarlier')),
    quorum: Type.Integer(),
    witnesses: Type.Array(
      closed(
        {
          name: Type.String(),
          key: Type.String(),
          state: Type.Enum(['cosigned', 'silent', 'refused', 'ahead', 'not-asked'], { title: 'WitnessState' }),
        },
        'LedgerWitness',
      ),
    ),
    /** The log's own keys, as others configure them. */
    keys: Type.Array(Type.String()),
    /** The last checkpoint as the SVG of a QR code, for paper. */
    qr: orNull(Type.String()),
  },
  'LedgerState',
)
export type LedgerState = Static<typeof LedgerState>

export const readLedger = defineEndpoint({
  method: 'GET',
  path: '/ledger',
  id: 'readLedger',
  zh: '查看存证日志',
  tag: 'ledger',
  summary: 'How the ledger stands: size, last checkpoint, witnesses. Open to everybody signed in.',
  reply: LedgerState,
})

export const downloadCheckpoint = defineEndpoint({
  method: 'GET',
  path: '/ledger/checkpoint',
  id: 'downloadCheckpoint',
  zh: '下载存证检查点',
  tag: 'ledger',
  summary: 'The last checkpoint as a signed note (C2SP tlog-checkpoint), to be kept where this office cannot reach it.',
  reply: { file: 'text/plain; charset=utf-8' },
  problems: ['not-found'],
})

export const downloadLedgerPolicy = defineEndpoint({
  method: 'GET',
  path: '/ledger/policy',
  id: 'downloadLedgerPolicy',
  zh: '下载存证核验规则',
  tag: 'ledger',
  summary: 'The keys of the log and its witnesses (C2SP tlog-policy), which every verification needs.',
  reply: { file: 'text/plain; charset=utf-8' },
  problems: ['not-found'],
})

export const downloadVerifier = defineEndpoint({
  method: 'GET',
  path: '/ledger/verifier',
  id: 'downloadVerifier',
  zh: '下载核验程序',
  tag: 'ledger',
  summary: 'The offline verifier: one HTML file without network.',
  reply: { file: 'text/html; charset=utf-8' },
  problems: ['not-found'],
})

const LedgerEntry = closed(
  {
    index: Type.Integer(),
    seq: Type.Integer(),
    op: Type.Enum(['insert', 'update', 'delete', 'baseline', 'tombstone', 'restore'], { title: 'LedgerOperation' }),
    at: Instant,
    logged: Instant,
  },
  'LedgerEntry',
)

export const readRecordHistory = defineEndpoint({
  method: 'GET',
  path: '/ledger/records',
  id: 'readRecordHistory',
  zh: '查看记录沿革',
  tag: 'ledger',
  summary: 'The entries of one record that the caller may see: what happened to it and when, without content.',
  query: { table: LedgerTable, record: RecordKey },
  reply: closed({ items: Type.Array(LedgerEntry) }, 'LedgerHistory'),
  problems: ['not-found'],
})

export const downloadRecordProof = defineEndpoint({
  method: 'GET',
  path: '/ledger/record-proof',
  id: 'downloadRecordProof',
  zh: '下载记录存证证明',
  tag: 'ledger',
  summary:
    'One record with its content and the proof that the ledger holds it, for the offline verifier. Only for a record that the caller may see.',
  query: { table: LedgerTable, record: RecordKey },
  logged: 'export',
  reply: { file: 'application/json' },
  problems: ['not-found', 'not-logged-yet'],
})

export const Erasure = closed(
  {
    id: Id,
    table: LedgerTable,
    record: RecordKey,
    basis: Type.String(),
    proposedBy: Type.String(),
    proposedAt: Instant,
    approvals: Type.Array(closed({ by: Type.String(), at: Instant }, 'ErasureApproval')),
    doneAt: orNull(Instant),
    /** Whether the caller could approve it now. */
    mayApprove: Type.Boolean(),
  },
  'Erasure',
)

export const listErasures = defineEndpoint({
  method: 'GET',
  path: '/ledger/erasures',
  id: 'listErasures',
  zh: '查看依法销毁',
  tag: 'ledger',
  summary: 'Erasures by law within the range of the caller, who is of an office or a leading group, newest first.',
  reply: closed({ items: Type.Array(Erasure) }, 'Erasures'),
})

export const proposeErasure = defineEndpoint({
  method: 'POST',
  path: '/ledger/erasures',
  id: 'proposeErasure',
  zh: '提出依法销毁',
  tag: 'ledger',
  summary:
    'Proposes to destroy a record and what could open its entries, on a basis in law. Nothing is destroyed before two others approve.',
  body: closed({ id: Id, table: LedgerTable, record: RecordKey, basis: Reason }, 'ErasureProposed'),
  reply: Erasure,
  status: 201,
  problems: ['not-found', 'not-allowed', 'already-there'],
})

export const approveErasure = defineEndpoint({
  method: 'POST',
  path: '/ledger/erasures/:erasure/approval',
  id: 'approveErasure',
  zh: '批准依法销毁',
  tag: 'ledger',
  summary:
    'Approves an erasure proposed by somebody else. The second approval destroys content and salts; a tombstone stays in the ledger.',
  params: { erasure: Id },
  reply: Erasure,
  problems: ['not-found', 'not-allowed', 'wrong-state', 'in-use'],
})
