// Pairing and area cooperation: work across towns and villages outside a round, recorded with who took part and where.
import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Line, PlaceCode, Reason } from './forms.ts'
import { closed, NamedPerson, NamedPlace, orNull, Warning } from './round-forms.ts'

/** 结对帮扶、片区协作. */
const Kind = Type.Enum(['pairing', 'area'], { title: 'CooperationKind' })

const Event = closed(
  {
    id: Id,
    authority: NamedPlace,
    kind: Kind,
    title: Type.String(),
    starts: Day,
    ends: Day,
    people: Type.Array(NamedPerson),
    units: Type.Array(closed({ id: Id, name: Type.String(), place: orNull(NamedPlace) })),
    /** Insiders of the units that those who take part are expected to know, in thousandths, over at most three ties. */
    exposure: Type.Integer(),
    /** A participant with a bar or a known tie to a unit, each with its fact; people with unverified facts are noted, never taken for clear. */
    warnings: Type.Array(Warning),
    recordedBy: Type.String(),
    recordedAt: Instant,
    withdrawnAt: orNull(Instant),
    withdrawnReason: orNull(Type.String()),
  },
  'CooperationEvent',
)

const EventQuery = {
  authority: PlaceCode,
  year: Type.Integer({ minimum: 1900, maximum: 2200 }),
  kind: Type.Optional(Kind),
}

export const listCooperationEvents = defineEndpoint({
  method: 'GET',
  path: '/cooperation-events',
  id: 'listCooperationEvents',
  zh: '查看协作事项',
  tag: 'cooperation-events',
  summary:
    'Pairing and area cooperation of an office in a year, newest first, with counts. An event counts once, in the year and kind in which it starts; withdrawn ones do not count.',
  query: EventQuery,
  reply: closed(
    {
      items: Type.Array(Event),
      counts: closed({ pairing: Type.Integer(), area: Type.Integer(), total: Type.Integer() }),
      /** Every year with events, newest first. */
      byYear: Type.Array(closed({ year: Type.Integer(), pairing: Type.Integer(), area: Type.Integer(), total: Type.Integer() })),
    },
    'CooperationEvents',
  ),
  problems: ['not-allowed'],
})

export const downloadCooperationEvents = defineEndpoint({
  method: 'GET',
  path: '/cooperation-events/table.xlsx',
  id: 'downloadCooperationEvents',
  zh: '导出协作事项',
  tag: 'cooperation-events',
  summary: 'The same events as a workbook: who took part, with which units, what was warned of; and the counts of every year.',
  query: EventQuery,
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  problems: ['not-allowed'],
})

export const recordCooperationEvent = defineEndpoint({
  method: 'POST',
  path: '/cooperation-events',
  id: 'recordCooperationEvent',
  zh: '登记协作事项',
  tag: 'cooperation-events',
  summary: 'Records an event; ties of those who take part to its units are warned of, not refused.',
  body: closed(
    {
      id: Id,
      authority: PlaceCode,
      kind: Kind,
      title: Line,
      starts: Day,
      ends: Day,
      people: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
      units: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
    },
    'CooperationEventRecorded',
  ),
  reply: Event,
  status: 201,
  problems: ['unfit', 'not-allowed', 'not-found', 'already-there'],
})

export const withdrawCooperationEvent = defineEndpoint({
  method: 'POST',
  path: '/cooperation-events/:event/withdrawal',
  id: 'withdrawCooperationEvent',
  zh: '撤回协作事项',
  tag: 'cooperation-events',
  summary: 'Takes back an event recorded in error, with a reason; it stays on record and does not count.',
  params: { event: Id },
  body: closed({ reason: Reason }, 'CooperationEventWithdrawn'),
  reply: Event,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})
