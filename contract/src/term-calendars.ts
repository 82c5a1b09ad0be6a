// The calendar (排期) of a term plan: which unit is visited in which period, the windows that forbid it, and moves by hand.
import { Type } from 'typebox'
import { BlackoutKind } from './blackouts.ts'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, PlaceCode } from './forms.ts'
import { closed, NamedPlace, orNull, Sentence } from './round-forms.ts'

const params = { plan: Id }
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const Level = Type.Enum(['county', 'township', 'village', 'other'])
const PeriodId = Type.String({ minLength: 1, maxLength: 100 })
const Urgency = Type.Integer({ minimum: 0, maximum: 100 })
const TeamDays = Type.Integer({ minimum: 1, maximum: 1000 })
const Capacity = Type.Integer({ minimum: 0, maximum: 1_000_000 })

const Settings = closed(
  {
    /** Length of a period in months. */
    months: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4), Type.Literal(6), Type.Literal(12)]),
    levels: Type.Array(Level, { minItems: 1, maxItems: 4, uniqueItems: true }),
    /** Team-days of a period; `null` = the need, spread evenly, and 15 % more. */
    days: orNull(Capacity),
    /** Whose team-days they are: of the whole place, or of each county by its share of the need. */
    share: Type.Enum(['whole', 'county']),
    /** Periods that have other team-days. */
    exceptions: Type.Array(closed({ period: PeriodId, days: Capacity }), { maxItems: 200 }),
    /** Team-days that a visit takes, by level. */
    workload: closed({ county: TeamDays, township: TeamDays, village: TeamDays, other: TeamDays }),
    /** Days in a row, free of every window, that a visit needs. */
    stay: Type.Integer({ minimum: 1, maximum: 366 }),
    /** A township is opened again after so many periods at the earliest; 1 = in any. */
    spacing: Type.Integer({ minimum: 1, maximum: 60 }),
    /** What a period of waiting weighs for a unit of this class, where the office says nothing else of the unit. */
    urgency: closed({ lagging: Urgency, ordinary: Urgency, exemplary: Urgency, unknown: Urgency }),
  },
  'CalendarSettings',
)

const Proposal = closed(
  {
    id: Id,
    state: Type.Enum(['queued', 'running', 'done', 'no-plan', 'failed', 'cancelled']),
    seed: Type.String(),
    /** Of the work that is counted; `null` = not known. */
    progress: orNull(closed({ text: Sentence, done: Type.Integer(), of: Type.Integer() })),
    version: orNull(Type.Integer()),
    noPlan: orNull(closed({ proven: Type.Boolean(), items: Type.Array(Sentence), relaxations: Type.Array(Sentence) })),
    message: orNull(Sentence),
    askedBy: Type.String(),
    askedAt: Instant,
    finishedAt: orNull(Instant),
  },
  'CalendarProposal',
)

const Figures = Type.Array(
  closed({ figure: Type.Enum(['waiting', 'openings', 'imbalance', 'changes']), value: Type.Integer(), bound: Type.Integer() }),
)

const TermCalendar = closed(
  {
    plan: Id,
    title: Type.String(),
    authority: NamedPlace,
    firstYear: Type.Integer(),
    lastYear: Type.Integer(),
    settings: Settings,
    /** Whether the office has set anything; else these are the defaults. */
    isSet: Type.Boolean(),
    periods: Type.Array(
      closed({
        id: PeriodId,
        start: Day,
        end: Day,
        isPast: Type.Boolean(),
        units: Type.Integer(),
        /** Team-days taken and there. */
        used: Type.Integer(),
        days: Type.Integer(),
      }),
    ),
    /** The county whose townships are the rows; `null` = rows are counties where there are several. */
    within: orNull(NamedPlace),
    rows: Type.Array(
      closed({
        place: NamedPlace,
        /** A county: its townships are shown by asking for it. */
        isCounty: Type.Boolean(),
        due: Type.Integer(),
        placed: Type.Integer(),
        inspected: Type.Integer(),
      }),
    ),
    cells: Type.Array(
      closed({
        place: PlaceCode,
        period: PeriodId,
        units: Type.Integer(),
        inspected: Type.Integer(),
        pinned: Type.Integer(),
        /** Facts that this cell breaks since windows, days or pins were changed. */
        broken: Type.Array(Sentence),
      }),
    ),
    windows: Type.Array(
      closed({
        place: PlaceCode,
        period: PeriodId,
        /** No visit is possible there; else some days or some villages are closed. */
        isWhole: Type.Boolean(),
        causes: Type.Array(closed({ kind: BlackoutKind, text: Sentence }), { minItems: 1 }),
      }),
    ),
    /** Against the official list: every active unit of the levels chosen. */
    coverage: Type.Array(closed({ level: Level, due: Type.Integer(), placed: Type.Integer(), inspected: Type.Integer() })),
    missing: closed({ total: Type.Integer(), names: Type.Array(Type.String()) }),
    years: Type.Array(
      closed({
        year: Type.Integer(),
        units: Type.Integer(),
        days: Type.Integer(),
        /** Units in the plan of the year, and how many of them are those that the calendar puts there. */
        planned: Type.Integer(),
        same: Type.Integer(),
      }),
    ),
    version: orNull(
      closed({
        version: Type.Integer(),
        origin: Type.Enum(['computed', 'by-hand', 'undo']),
        by: Type.String(),
        at: Instant,
        figures: Figures,
      }),
    ),
    /** Windows, units, days, wishes or the day were changed since. */
    isStale: Type.Boolean(),
    /** What the calendar breaks by now, at most 50. */
    breaches: Type.Array(Sentence),
    proposal: orNull(Proposal),
    mayChange: Type.Boolean(),
    /** The version that can be taken back now. */
    canUndo: orNull(Type.Integer()),
  },
  'TermCalendar',
)

export const readTermCalendar = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan/calendar',
  id: 'readTermCalendar',
  tag: 'term-calendars',
  summary: 'The calendar of a term: periods by townships with windows, use of team-days, coverage against the official list.',
  params,
  query: { within: Type.Optional(PlaceCode) },
  reply: TermCalendar,
  problems: ['not-found', 'unfit'],
})

const Visit = closed(
  {
    unit: Id,
    name: Type.String(),
    place: NamedPlace,
    level: Level,
    class: orNull(Type.Enum(['exemplary', 'ordinary', 'lagging'])),
    /** `null` = no period. */
    period: orNull(PeriodId),
    workload: Type.Integer(),
    urgency: Type.Integer(),
    /** The office set the urgency of this unit itself. */
    isOwnUrgency: Type.Boolean(),
    /** Pinned by the office, or by an inspection that has been. */
    pinned: orNull(Type.Enum(['office', 'inspected'])),
    round: orNull(closed({ id: Id, title: Type.String() })),
  },
  'CalendarVisit',
)
export const listCalendarVisits = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan/calendar/visits',
  id: 'listCalendarVisits',
  tag: 'term-calendars',
  summary: 'Units of a township or county with the period, urgency and pin of each.',
  params,
  query: { place: PlaceCode, period: Type.Optional(PeriodId) },
  reply: closed({ items: Type.Array(Visit) }, 'CalendarVisits'),
  problems: ['not-found', 'unfit'],
})

export const setCalendarSettings = defineEndpoint({
  method: 'PUT',
  path: '/term-plans/:plan/calendar/settings',
  id: 'setCalendarSettings',
  tag: 'term-calendars',
  summary: 'Sets periods, levels, team-days, stay, spacing and urgency of a calendar.',
  params,
  body: Settings,
  reply: closed({ isStale: Type.Boolean() }, 'CalendarSettingsKept'),
  problems: ['unfit', 'not-allowed', 'wrong-state'],
})

export const planCalendar = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/calendar/proposals',
  id: 'planCalendar',
  tag: 'term-calendars',
  summary: 'Queues the solver on the calendar; what it answers becomes a version once it is verified.',
  params,
  body: closed({ id: Id, seed: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })) }, 'CalendarAsked'),
  reply: Proposal,
  status: 201,
  problems: ['unfit', 'not-allowed', 'wrong-state', 'already-there'],
})
export const cancelCalendar = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/calendar/proposals/:proposal/cancel',
  id: 'cancelCalendar',
  tag: 'term-calendars',
  summary: 'Stops the solver; the calendar stays as it was.',
  params: { ...params, proposal: Id },
  reply: Proposal,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

const moves = {
  version: Type.Integer({ minimum: 1 }),
  moves: Type.Array(closed({ unit: Id, period: PeriodId }), { minItems: 1, maxItems: 5000 }),
  /** Afterwards pinned to the period, or free to be planned anew. */
  pin: Type.Boolean(),
}
export const checkVisitMoves = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/calendar/moves/check',
  id: 'checkVisitMoves',
  tag: 'term-calendars',
  summary: 'Asks whether units may be visited in other periods; nothing is changed.',
  params,
  body: closed(moves, 'VisitMovesAsked'),
  reply: closed({ breaches: Type.Array(Sentence), before: Figures, after: Figures }, 'VisitMovesChecked'),
  problems: ['unfit', 'changed-meanwhile', 'wrong-state'],
})
export const moveVisits = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/calendar/moves',
  id: 'moveVisits',
  tag: 'term-calendars',
  summary: 'Moves units to other periods, pins them or lets them go; refused with the fact where a rule would break.',
  params,
  body: closed(moves, 'VisitsMoved'),
  reply: closed({ version: Type.Integer() }, 'CalendarChanged'),
  problems: ['unfit', 'not-allowed', 'changed-meanwhile', 'wrong-state'],
})
export const undoCalendar = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/calendar/undo',
  id: 'undoCalendar',
  tag: 'term-calendars',
  summary: 'Takes the newest version that was not taken back yet back, with its pins.',
  params,
  body: closed({ version: Type.Integer({ minimum: 1 }) }, 'CalendarUndone'),
  reply: closed({ version: Type.Integer() }, 'CalendarChanged'),
  problems: ['unfit', 'not-allowed', 'changed-meanwhile', 'wrong-state'],
})
export const setUrgency = defineEndpoint({
  method: 'PUT',
  path: '/term-plans/:plan/calendar/urgency',
  id: 'setUrgency',
  tag: 'term-calendars',
  summary: 'Says of units what a period of waiting weighs; `null` = as their class has it.',
  params,
  body: closed({ units: Type.Array(Id, { minItems: 1, maxItems: 5000 }), urgency: orNull(Urgency) }, 'UrgencySet'),
  reply: closed({ units: Type.Integer() }, 'UrgencyKept'),
  problems: ['unfit', 'not-allowed'],
})
export const adoptCalendar = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/calendar/adoptions',
  id: 'adoptCalendar',
  tag: 'term-calendars',
  summary: 'Makes what the calendar puts into these years the plans of the years; key units keep their mark and criteria.',
  params,
  body: closed(
    {
      version: Type.Integer({ minimum: 1 }),
      years: Type.Array(Type.Integer({ minimum: 2000, maximum: 2100 }), { minItems: 1, maxItems: 10, uniqueItems: true }),
    },
    'CalendarAdopted',
  ),
  reply: closed(
    {
      years: Type.Array(closed({ year: Type.Integer(), units: Type.Integer(), added: Type.Integer(), removed: Type.Integer() })),
    },
    'CalendarAdoption',
  ),
  problems: ['unfit', 'not-allowed', 'changed-meanwhile', 'wrong-state'],
})

export const downloadTermCalendar = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan/calendar.xlsx',
  id: 'downloadTermCalendar',
  tag: 'term-calendars',
  summary: 'The calendar as a workbook: townships by periods, every unit with its period, the windows.',
  params,
  logged: 'export',
  reply: { file: XLSX },
  problems: ['not-found', 'wrong-state'],
})
export const downloadCalendarFile = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan/calendar/:file',
  id: 'downloadCalendarFile',
  tag: 'term-calendars',
  summary: 'Problem and plan of the newest version, as `shengmian calendar` and `shengmian verify` take them.',
  params: { ...params, file: Type.Enum(['problem.json', 'plan.json']) },
  logged: 'export',
  reply: { file: 'application/json' },
  problems: ['not-found'],
})
