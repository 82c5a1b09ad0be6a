// Petition volumes (信访量) of units month by month, whether they rise, and what a named person made of it in the calendar of the term.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Line, Month, PlaceCode, Reason } from './forms.ts'
import { closed, NamedPlace, orNull } from './round-forms.ts'
import { Urgency } from './term-calendar-forms.ts'

const params = { plan: Id }
const ofUnit = { authority: PlaceCode, unit: Id }

/** What is shown of a volume: a number, `small` for one to four, `null` for unknown, which is never zero. */
const ShownVolume = Type.Union([Type.Integer({ minimum: 0 }), Type.Literal('small'), Type.Null()], { title: 'ShownVolume' })

const HalfShown = closed(
  {
    /** Least and most petitions that the shown months leave open. */
    least: Type.Integer(),
    most: Type.Integer(),
    /** Months with a figure. */
    known: Type.Integer(),
  },
  'PetitionHalf',
)

const Decision = closed(
  {
    id: Id,
    verdict: Type.Enum(['raised', 'kept'], { title: 'UrgencyVerdict' }),
    /** The last of the twelve months that were judged. */
    through: Month,
    /** `null` = as the class of the unit has it. */
    before: orNull(Urgency),
    after: orNull(Urgency),
    reason: Type.String(),
    by: Type.String(),
    at: Instant,
    revoked: orNull(closed({ by: Type.String(), at: Instant, reason: Type.String() })),
  },
  'UrgencyDecision',
)

const PetitionTrend = closed(
  {
    unit: Id,
    name: Type.String(),
    place: NamedPlace,
    /** One for each month of the list, in its order. */
    volumes: Type.Array(ShownVolume),
    earlier: HalfShown,
    recent: HalfShown,
    /** `level` = no rise that the rule recognises. */
    kind: Type.Enum(['rising', 'level', 'unknown'], { title: 'PetitionTrendKind' }),
    /** What each part of the rule said; `null` where too few months are known. */
    said: orNull(closed({ isMore: Type.Boolean(), isSteady: Type.Boolean(), isLarge: Type.Boolean() })),
    /** Its urgency in the calendar now; `null` where the calendar does not plan its level. */
    urgency: orNull(Urgency),
    /** The urgency that is proposed; `null` where nothing is. */
    proposed: orNull(Urgency),
    /** Newest first. */
    decisions: Type.Array(Decision),
  },
  'PetitionTrend',
)
export type PetitionTrend = Static<typeof PetitionTrend>

export const listPetitionTrends = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan/petitions',
  id: 'listPetitionTrends',
  zh: '查看信访趋势',
  tag: 'petitions',
  summary:
    'Petitions of the last twelve whole months by unit, those that rise first: to the office and the leading group that plan the term. One to four are not shown.',
  params,
  reply: closed(
    {
      /** Whose petition office gave the figures. */
      authority: PlaceCode,
      months: Type.Array(Month),
      /** Who gave the figures, as named by whoever entered them. */
      sources: Type.Array(Type.String()),
      rule: closed(
        { name: Type.String(), leastKnown: Type.Integer(), percent: Type.Integer(), leastMore: Type.Integer() },
        'PetitionRule',
      ),
      items: Type.Array(PetitionTrend),
      /** Units due in the term of which no month is known. */
      without: Type.Integer(),
      /** The caller enters figures and decides. */
      canWrite: Type.Boolean(),
    },
    'PetitionTrends',
  ),
  problems: ['not-found'],
})

export const downloadPetitionTrends = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan/petitions.xlsx',
  id: 'downloadPetitionTrends',
  zh: '导出信访趋势',
  tag: 'petitions',
  summary: 'The same as a workbook, with the rule and the definition; one to four are not shown.',
  params,
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  problems: ['not-found'],
})

const Figure = closed(
  {
    month: Month,
    revision: Type.Integer({ minimum: 1 }),
    /** `null` = taken back. */
    volume: orNull(Type.Integer({ minimum: 0 })),
    source: Type.String(),
    origin: Type.Enum(['typed', 'sheet'], { title: 'PetitionOrigin' }),
    reason: orNull(Type.String()),
    by: Type.String(),
    at: Instant,
  },
  'PetitionFigure',
)
export type PetitionFigure = Static<typeof Figure>

export const listPetitionFigures = defineEndpoint({
  method: 'GET',
  path: '/petition-figures/:authority/:unit',
  id: 'listPetitionFigures',
  zh: '查看信访件次',
  tag: 'petitions',
  summary: 'Every figure of a unit with its revisions, newest first, small ones too: to the office that enters them.',
  params: ofUnit,
  logged: 'evidence',
  reply: closed({ name: Type.String(), last: Month, items: Type.Array(Figure) }, 'PetitionFigures'),
  problems: ['not-allowed'],
})

export const recordPetitionFigure = defineEndpoint({
  method: 'POST',
  path: '/petition-figures/:authority/:unit',
  id: 'recordPetitionFigure',
  zh: '登记信访件次',
  tag: 'petitions',
  summary: 'Enters the figure of a month, or revises it with a reason; `null` takes it back.',
  params: ofUnit,
  body: closed(
    {
      month: Month,
      /** One more than the revision that the caller saw; 1 for the first figure. */
      revision: Type.Integer({ minimum: 1, maximum: 1000 }),
      volume: orNull(Type.Integer({ minimum: 0, maximum: 999_999_999 })),
      source: Line,
      reason: Type.Optional(Reason),
    },
    'PetitionFigureRecorded',
  ),
  reply: Figure,
  status: 201,
  problems: ['not-found', 'not-allowed', 'unfit', 'changed-meanwhile'],
})

export const decideUrgency = defineEndpoint({
  method: 'POST',
  path: '/term-plans/:plan/petitions/:unit/decisions',
  id: 'decideUrgency',
  zh: '认定紧迫度',
  tag: 'petitions',
  summary: 'Raises the urgency of a unit whose petitions rise, or leaves it, with a reason; by a named person of the office.',
  params: { ...params, unit: Id },
  body: Type.Union(
    [
      closed({ id: Id, verdict: Type.Literal('raised'), through: Month, urgency: Urgency, reason: Reason }),
      closed({ id: Id, verdict: Type.Literal('kept'), through: Month, reason: Reason }),
    ],
    { title: 'UrgencyDecided' },
  ),
  reply: Decision,
  status: 201,
  problems: ['not-found', 'not-allowed', 'unfit', 'wrong-state', 'changed-meanwhile', 'already-there'],
})

export const withdrawUrgencyDecision = defineEndpoint({
  method: 'POST',
  path: '/urgency-decisions/:decision/withdrawal',
  id: 'withdrawUrgencyDecision',
  zh: '撤回紧迫度认定',
  tag: 'petitions',
  summary:
    'Takes a decision back with a reason; the unit has the urgency that it had before, unless somebody has set another since.',
  params: { decision: Id },
  body: closed({ reason: Reason }, 'UrgencyDecisionWithdrawn'),
  reply: Decision,
  problems: ['not-found', 'not-allowed', 'wrong-state', 'changed-meanwhile'],
})
