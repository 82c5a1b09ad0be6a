// What a calendar (排期) of a term plan is made of: its settings, what the solver answered, and the table that a page shows.
import { Type } from 'typebox'
import { BlackoutKind } from './blackouts.ts'
import { Day, Id, Instant, Line, PlaceCode } from './forms.ts'
import { closed, NamedPlace, orNull, Sentence } from './round-forms.ts'

export const CalendarLevel = Type.Enum(['county', 'township', 'village', 'other'])
export const PeriodId = Type.String({ minLength: 1, maxLength: 100 })
export const Urgency = Type.Integer({ minimum: 0, maximum: 100 })
/** A unit's class, and whoever has none. */
const Class = Type.Enum(['lagging', 'ordinary', 'exemplary', 'unknown'])
const TeamDays = Type.Integer({ minimum: 1, maximum: 1000 })
const Capacity = Type.Integer({ minimum: 0, maximum: 1_000_000 })

/** 回头看: second visits. Of the units in these classes so many in a hundred, drawn by their ids, and the units named besides. */
const LookBack = closed(
  {
    classes: Type.Array(Class, { maxItems: 4, uniqueItems: true }),
    share: Type.Integer({ minimum: 1, maximum: 100 }),
    units: Type.Array(Id, { maxItems: 5000, uniqueItems: true }),
    /** Periods after the first visit at the earliest. */
    after: Type.Integer({ minimum: 1, maximum: 60 }),
    /** And at the latest, counted from now where that is over; `null` = until the end of the term. */
    within: orNull(Type.Integer({ minimum: 1, maximum: 60 })),
    /** Teams of this office, or of the level above with team-days of their own. */
    by: Type.Enum(['own', 'above']),
    /** Of the level above in a period; `null` = the need, spread evenly, and 15 % more. */
    days: orNull(Capacity),
    workload: TeamDays,
  },
  'CalendarLookBack',
)

export const CalendarSettings = closed(
  {
    /** Length of a period in months. */
    months: Type.Union([Type.Literal(1), Type.Literal(2), Type.Literal(3), Type.Literal(4), Type.Literal(6), Type.Literal(12)]),
    levels: Type.Array(CalendarLevel, { minItems: 1, maxItems: 4, uniqueItems: true }),
    /** Team-days of a period; `null` = the need, spread evenly, and 15 % more. */
    days: orNull(Capacity),
    /** Whose team-days they are: of the whole place, or of each county by its share of the need. */
    share: Type.Enum(['whole', 'county']),
    /** Counties that share their teams: one supply for all of them. Only where counties have team-days of their own. */
    groups: Type.Array(
      closed({
        name: Line,
        counties: Type.Array(PlaceCode, { minItems: 2, maxItems: 200, uniqueItems: true }),
        /** Of a period, whatever others have; `null` = by the need, as a county. */
        days: orNull(Capacity),
      }),
      { maxItems: 100 },
    ),
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
    /** `null` = no unit is visited twice. */
    lookBack: orNull(LookBack),
  },
  'CalendarSettings',
)

export const CalendarProposal = closed(
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

export const CalendarFigures = Type.Array(
  closed({ figure: Type.Enum(['waiting', 'openings', 'imbalance', 'changes']), value: Type.Integer(), bound: Type.Integer() }),
)

export const TermCalendar = closed(
  {
    plan: Id,
    title: Type.String(),
    authority: NamedPlace,
    firstYear: Type.Integer(),
    lastYear: Type.Integer(),
    settings: CalendarSettings,
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
        lookBacks: Type.Integer(),
        /** Team-days of the level above, taken and there; `null` = look-backs take those of the office. */
        above: orNull(closed({ used: Type.Integer(), days: Type.Integer() })),
      }),
    ),
    /** Counties that have units due, in the order of their codes. */
    counties: Type.Array(NamedPlace),
    /** Where there is more than one supply of team-days: each with its counties, period by period. */
    supplies: Type.Array(
      closed({
        name: Type.String(),
        counties: Type.Array(PlaceCode),
        periods: Type.Array(closed({ used: Type.Integer(), days: Type.Integer() })),
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
        lookBacks: Type.Integer(),
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
    coverage: Type.Array(
      closed({ level: CalendarLevel, due: Type.Integer(), placed: Type.Integer(), inspected: Type.Integer() }),
    ),
    /** Second visits asked for, planned and made; `null` = none are asked for. */
    lookBacks: orNull(
      closed({
        due: Type.Integer(),
        placed: Type.Integer(),
        inspected: Type.Integer(),
        /** Not made, though their latest period is over. */
        late: Type.Integer(),
      }),
    ),
    missing: closed({ total: Type.Integer(), names: Type.Array(Type.String()) }),
    years: Type.Array(
      closed({
        year: Type.Integer(),
        units: Type.Integer(),
        /** Look-backs of this office included, those of the level above not. */
        days: Type.Integer(),
        lookBacks: Type.Integer(),
        /** First visits in the plan of the year, and how many of them are those that the calendar puts there; look-backs likewise. */
        planned: Type.Integer(),
        same: Type.Integer(),
        plannedLookBacks: Type.Integer(),
        sameLookBacks: Type.Integer(),
      }),
    ),
    version: orNull(
      closed({
        version: Type.Integer(),
        origin: Type.Enum(['computed', 'by-hand', 'undo']),
        by: Type.String(),
        at: Instant,
        /** Why it was changed by hand, where somebody said so. */
        reason: orNull(Type.String()),
        figures: CalendarFigures,
      }),
    ),
    /** Windows, units, days, wishes or the day were changed since. */
    isStale: Type.Boolean(),
    /** What the calendar breaks by now, at most 50. */
    breaches: Type.Array(Sentence),
    proposal: orNull(CalendarProposal),
    mayChange: Type.Boolean(),
    /** The version that can be taken back now. */
    canUndo: orNull(Type.Integer()),
  },
  'TermCalendar',
)
