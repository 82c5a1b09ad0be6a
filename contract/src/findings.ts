// What a team finds wrong at a target, and what it rests on: records looked at from above, reports sent from below.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Reason } from './forms.ts'
import { DeskCode } from './intake.ts'
import { closed, orNull } from './round-forms.ts'

const Words = Type.String({ minLength: 2, maxLength: 200, pattern: '\\S[\\s\\S]*\\S' })
const ReportNumber = Type.Integer({ minimum: 1, maximum: 9_000_000_000_000 })

const Source = closed(
  {
    id: Id,
    kind: Type.Enum(['record', 'report'], { title: 'FindingSourceKind' }),
    /** An official record and where in it, as 2023年收支账簿第14页; `null` for a report. */
    record: orNull(Type.String()),
    /** The desk and number of a sealed report; nothing of what it says. `null` for a record. */
    report: orNull(closed({ desk: DeskCode, number: ReportNumber })),
    by: Type.String(),
    at: Instant,
    revokedReason: orNull(Type.String()),
  },
  'FindingSource',
)

const Finding = closed(
  {
    id: Id,
    unit: closed({ id: Id, name: Type.String() }),
    title: Type.String(),
    by: Type.String(),
    at: Instant,
    revokedReason: orNull(Type.String()),
    sources: Type.Array(Source),
    /** Official records and reports that it rests on now; what was taken back does not count. */
    records: Type.Integer({ minimum: 0 }),
    reports: Type.Integer({ minimum: 0 }),
    /** What the caller may do with it: add and take back sources, and take it back. */
    canWrite: Type.Boolean(),
  },
  'Finding',
)
export type Finding = Static<typeof Finding>

export const listFindings = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/findings',
  id: 'listFindings',
  zh: '查看发现问题',
  tag: 'findings',
  summary:
    'Findings of a round with their sources, by target, newest first: to who is ordered there, of his targets; to the office and the leading group, of all.',
  params: { round: Id },
  reply: closed(
    {
      items: Type.Array(Finding),
      /** Targets at which the caller may write a finding now. */
      targets: Type.Array(closed({ id: Id, name: Type.String() })),
      /** Desks of the round whose reports he may cite. */
      desks: Type.Array(DeskCode),
    },
    'Findings',
  ),
  problems: ['not-found'],
})

export const writeFinding = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/targets/:unit/findings',
  id: 'writeFinding',
  zh: '登记发现问题',
  tag: 'findings',
  summary: 'Writes down what is wrong at a target; to who is ordered there. Its sources follow.',
  params: { round: Id, unit: Id },
  body: closed({ id: Id, title: Words }, 'FindingWritten'),
  reply: Finding,
  status: 201,
  problems: ['not-found', 'already-there'],
})

export const addFindingSource = defineEndpoint({
  method: 'POST',
  path: '/findings/:finding/sources',
  id: 'addFindingSource',
  zh: '给问题补充依据',
  tag: 'findings',
  summary: 'Adds what a finding rests on: an official record, or a sealed report by its number.',
  params: { finding: Id },
  body: Type.Union(
    [
      closed({ id: Id, kind: Type.Literal('record'), record: Words }),
      closed({ id: Id, kind: Type.Literal('report'), desk: DeskCode, number: ReportNumber }),
    ],
    { title: 'FindingSourceAdded' },
  ),
  reply: Finding,
  status: 201,
  problems: ['not-found', 'already-there', 'wrong-state', 'unfit'],
})

export const withdrawFinding = defineEndpoint({
  method: 'POST',
  path: '/findings/:finding/withdrawal',
  id: 'withdrawFinding',
  zh: '撤回发现问题',
  tag: 'findings',
  summary: 'Takes a finding back with a reason; it stays on record.',
  params: { finding: Id },
  body: closed({ reason: Reason }, 'FindingWithdrawn'),
  reply: Finding,
  problems: ['not-found', 'wrong-state'],
})

export const withdrawFindingSource = defineEndpoint({
  method: 'POST',
  path: '/findings/:finding/sources/:source/withdrawal',
  id: 'withdrawFindingSource',
  zh: '撤回问题依据',
  tag: 'findings',
  summary: 'Takes a source back with a reason; it stays on record and counts no more.',
  params: { finding: Id, source: Id },
  body: closed({ reason: Reason }, 'FindingSourceWithdrawn'),
  reply: Finding,
  problems: ['not-found', 'wrong-state'],
})
