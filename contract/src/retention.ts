// How long records are kept, and which have been kept long enough: proposals of erasures, which two others still have to approve.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id } from './forms.ts'
import { Erasure, LedgerTable, RecordKey } from './ledger.ts'
import { closed } from './round-forms.ts'

/** Kinds of record with a period after which they go; what is not among them is kept. */
export const RetentionKind = Type.Enum(
  ['tie', 'person', 'official', 'cooperation-event', 'recusal', 'objection', 'engagement-order', 'lead', 'reporter', 'ways-in'],
  { title: 'RetentionKind' },
)
export type RetentionKind = Static<typeof RetentionKind>

const RetentionRule = closed(
  {
    kind: RetentionKind,
    table: LedgerTable,
    years: Type.Integer({ minimum: 1, maximum: 100 }),
    /** The ground in law that a tombstone will name. */
    basis: Type.String(),
    /** The period is the one this software comes with: nobody of the body has confirmed it in `retention.txt`. */
    isDefault: Type.Boolean(),
    /** Records within the range of the caller whose period is over. */
    due: Type.Integer(),
  },
  'RetentionRule',
)

const DueRecord = closed(
  {
    kind: RetentionKind,
    table: LedgerTable,
    record: RecordKey,
    /** What people know it by. */
    label: Type.String(),
    /** The day from which its period counts, and the day on which it was over. */
    since: Day,
    due: Day,
    /** An erasure of it is proposed and waits for its approvals. */
    isProposed: Type.Boolean(),
  },
  'DueRecord',
)
export type DueRecord = Static<typeof DueRecord>

export const listRetention = defineEndpoint({
  method: 'GET',
  path: '/ledger/retention',
  id: 'listRetention',
  zh: '查看保存期限',
  tag: 'ledger',
  summary:
    'The periods of retention, and the records whose period is over in the range of the office that asks, the longest overdue first, at most 200 a kind; leads to the case management that holds them, after its own sign-in step. Others are shown none.',
  reply: closed({ rules: Type.Array(RetentionRule), items: Type.Array(DueRecord) }, 'Retention'),
})

export const proposeDueErasures = defineEndpoint({
  method: 'POST',
  path: '/ledger/retention/proposals',
  id: 'proposeDueErasures',
  zh: '提出到期销毁',
  tag: 'ledger',
  summary:
    'Proposes the erasure of records whose period of retention is over, each on the basis of its rule. Nothing is destroyed before two others approve each.',
  body: closed(
    {
      items: Type.Array(closed({ id: Id, kind: RetentionKind, record: RecordKey }, 'DueProposed'), {
        minItems: 1,
        maxItems: 100,
      }),
    },
    'DueProposals',
  ),
  reply: closed({ items: Type.Array(Erasure) }, 'DueErasures'),
  status: 201,
  problems: ['not-found', 'not-allowed', 'already-there'],
})
