// The calendar (排期) of a term plan: which unit is visited in which period, the windows that forbid it, and moves by hand.
import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, PlaceCode, Reason } from './forms.ts'
import { closed, NamedPlace, orNull, Sentence } from './round-forms.ts'
import {
  CalendarFigures,
  CalendarLevel,
  CalendarProposal,
  CalendarSettings,
  PeriodId,
  TermCalendar,
  Urgency,
} from './term-calendar-forms.ts'

const params = { plan: Id }
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const readTermCalendar = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan/calendar',
  id: 'readTermCalendar',
  zh: '查看五年排期',
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
    level: CalendarLevel,
    class: orNull(Type.Enum(['exemplary', 'ordinary', 'lagging'])),
    /** `null` = no period. */
    period: orNull(PeriodId),
    workload: Type.Integer(),
    urgency: Type.Integer(),
    /** The office set the urgency of this unit itself. */
    isOwnUrgency: Type.Boolean(),
    /** Pinned by the office, or by an inspection that has been. */
    pinned: orNull(Type.Enum(['office', 'inspected'])),
    /** The second visit, where one is asked for. */
    lookBack: orNull(
      closed({
        period: orNull(PeriodId),
        workload: Type.Integer(),
        isNamed: Type.Boolean(),
        /** Pinned by the office. */
        isPinned: Type.Boolean(),
        isInspected: Type.Boolean(),
        /** The latest period is over, and it has not been. */
        isLate: Type.Boolean(),
      }),
    ),
    round: orNull(closed({ id: Id, title: Type.String() })),
  },
  'CalendarVisit',
)
export const listCalendarVisits = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan/calendar/visits',
  id: 'listCalendarVisits',
  zh: '查看排期场次',
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
  zh: '设置排期',
  tag: 'term-calendars',
  summary: 'Sets periods, levels, team-days, stay, spacing and urgency of a calendar.',
  params,
  body: CalendarSettings,
  reply: closed({ isStale: Type.Boolean() }, 'CalendarSettingsKept'),
  problems: ['unfit', 'not-allowed', 'wrong-state'],
})

export const planCalendar = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/calendar/proposals',
  id: 'planCalendar',
  zh: '求解排期',
  tag: 'term-calendars',
  summary: 'Queues the solver on the calendar; what it answers becomes a version once it is verified.',
  params,
  body: closed({ id: Id, seed: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })) }, 'CalendarAsked'),
  reply: CalendarProposal,
  status: 201,
  problems: ['unfit', 'not-allowed', 'wrong-state', 'already-there'],
})
export const cancelCalendar = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/calendar/proposals/:proposal/cancel',
  id: 'cancelCalendar',
  zh: '停止排期求解',
  tag: 'term-calendars',
  summary: 'Stops the solver; the calendar stays as it was.',
  params: { ...params, proposal: Id },
  reply: CalendarProposal,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

const moves = {
  version: Type.Integer({ minimum: 1 }),
  /** Of the first visit, or of the look-back. */
  moves: Type.Array(closed({ unit: Id, period: PeriodId, kind: Type.Optional(Type.Enum(['first', 'look-back'])) }), {
    minItems: 1,
    maxItems: 5000,
  }),
  /** Afterwards pinned to the period, or free to be planned anew. */
  pin: Type.Boolean(),
}
export const checkVisitMoves = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/calendar/moves/check',
  id: 'checkVisitMoves',
  zh: '试算排期调整',
  tag: 'term-calendars',
  summary: 'Asks whether units may be visited in other periods; nothing is changed.',
  params,
  body: closed(moves, 'VisitMovesAsked'),
  reply: closed({ breaches: Type.Array(Sentence), before: CalendarFigures, after: CalendarFigures }, 'VisitMovesChecked'),
  problems: ['unfit', 'changed-meanwhile', 'wrong-state'],
})
export const moveVisits = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/calendar/moves',
  id: 'moveVisits',
  zh: '调整排期',
  tag: 'term-calendars',
  summary:
    'Moves visits or look-backs to other periods, pins them or lets them go; refused with the fact where a rule would break.',
  params,
  body: closed({ ...moves, reason: Type.Optional(Reason) }, 'VisitsMoved'),
  reply: closed({ version: Type.Integer() }, 'CalendarChanged'),
  problems: ['unfit', 'not-allowed', 'changed-meanwhile', 'wrong-state'],
})
export const undoCalendar = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/calendar/undo',
  id: 'undoCalendar',
  zh: '撤回排期调整',
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
  zh: '设置紧迫度',
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
  zh: '采用排期',
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
  zh: '导出五年排期',
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
  zh: '下载排期文件',
  tag: 'term-calendars',
  summary: 'Problem and plan of the newest version, as `shengmian calendar` and `shengmian verify` take them.',
  params: { ...params, file: Type.Enum(['problem.json', 'plan.json']) },
  logged: 'export',
  reply: { file: 'application/json' },
  problems: ['not-found'],
})
