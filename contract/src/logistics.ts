// What an outside team needs to arrive and work: the schedule, the documents asked for, what a stranger must know of a place.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Line, Reason } from './forms.ts'
import { closed, NamedPlace, orNull } from './round-forms.ts'

/** 到达、食宿、用车、场所、会议、离开 are the schedule; 调阅 is a document asked for, by that day. */
const ArrangementKind = Type.Enum(['arrival', 'lodging', 'transport', 'venue', 'meeting', 'departure', 'documents'], {
  title: 'ArrangementKind',
})
const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', title: 'TimeOfDay' })

const Arrangement = closed(
  {
    id: Id,
    kind: ArrangementKind,
    day: Day,
    time: orNull(Time),
    title: Type.String(),
    location: orNull(Type.String()),
    recordedBy: Type.String(),
    doneAt: orNull(Instant),
    doneBy: orNull(Type.String()),
    note: orNull(Type.String()),
    revokedAt: orNull(Instant),
    revokedReason: orNull(Type.String()),
    /** Past its day and neither done nor taken back. */
    isOverdue: Type.Boolean(),
  },
  'Arrangement',
)

const Contact = closed({ name: Line, duty: Line, phone: Type.String({ maxLength: 30 }) }, 'LocalContact')
const Words = Type.String({ maxLength: 2000 })
const noteParts = { way: Words, dialect: Words, holidays: Words, contacts: Type.Array(Contact, { maxItems: 30 }) }
const LocalNote = closed({ ...noteParts, updatedBy: Type.String(), updatedAt: Instant }, 'LocalNote')

const Liaison = closed({ name: Type.String(), title: orNull(Type.String()), phone: orNull(Type.String()) }, 'NamedLiaison')

const logisticParts = {
  round: Id,
  unit: Id,
  name: Type.String(),
  place: NamedPlace,
  /** `null`: nobody is named for this place, or the caller may not see who. */
  liaison: orNull(Liaison),
  note: orNull(LocalNote),
  schedule: Type.Array(Arrangement),
  documents: Type.Array(Arrangement),
}
const TargetLogistics = closed(logisticParts, 'TargetLogistics')

export const readLogistics = defineEndpoint({
  method: 'GET',
  path: '/logistics',
  id: 'readLogistics',
  zh: '查看行程与调阅',
  tag: 'logistics',
  summary:
    'Schedule, documents asked for and local notes of the targets under way that the caller arranges for: as liaison of the place, as a member ordered there, as the commissioning office.',
  reply: closed({ items: Type.Array(TargetLogistics) }, 'Logistics'),
})

export const addArrangement = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/targets/:unit/arrangements',
  id: 'addArrangement',
  zh: '登记行程或调阅',
  tag: 'logistics',
  summary: 'Enters a line of the schedule or a document to be handed in; to the office and to who is ordered there.',
  params: { round: Id, unit: Id },
  body: closed(
    {
      id: Id,
      kind: ArrangementKind,
      day: Day,
      time: Type.Optional(Time),
      title: Line,
      location: Type.Optional(Line),
    },
    'ArrangementEntered',
  ),
  reply: TargetLogistics,
  status: 201,
  problems: ['not-found', 'not-allowed', 'already-there'],
})

export const finishArrangement = defineEndpoint({
  method: 'POST',
  path: '/arrangements/:arrangement/completion',
  id: 'finishArrangement',
  zh: '办结行程或调阅',
  tag: 'logistics',
  summary: 'Says that it is arranged or handed in; to the liaison, the team and the office.',
  params: { arrangement: Id },
  body: closed({ note: Type.Optional(Line) }, 'ArrangementDone'),
  reply: TargetLogistics,
  problems: ['not-found', 'wrong-state'],
})

export const withdrawArrangement = defineEndpoint({
  method: 'POST',
  path: '/arrangements/:arrangement/withdrawal',
  id: 'withdrawArrangement',
  zh: '撤回行程或调阅',
  tag: 'logistics',
  summary: 'Takes a line back with a reason; it stays on record. To the office and to who is ordered there.',
  params: { arrangement: Id },
  body: closed({ reason: Reason }, 'ArrangementWithdrawn'),
  reply: TargetLogistics,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export const putLocalNote = defineEndpoint({
  method: 'PUT',
  path: '/rounds/:round/targets/:unit/local-note',
  id: 'putLocalNote',
  zh: '填写当地须知',
  tag: 'logistics',
  summary: 'Writes what a stranger must know of a place: way, dialect, holidays, whom to call. To the office and the liaison.',
  params: { round: Id, unit: Id },
  body: closed(noteParts, 'LocalNoteWritten'),
  reply: TargetLogistics,
  problems: ['not-found', 'not-allowed'],
})

const Pack = closed(
  {
    ...logisticParts,
    starts: Day,
    ends: Day,
    /** Who supervises it day by day. */
    supervisor: orNull(Type.String()),
    officials: Type.Array(closed({ name: Type.String(), title: Type.String() })),
    /** Facts of the village file; `null` = not known. */
    population: orNull(Type.Integer()),
    class: orNull(Type.Enum(['exemplary', 'ordinary', 'lagging'])),
    lastInspected: orNull(Day),
    sections: Type.Array(closed({ key: Type.String(), text: Type.String(), source: Type.String() })),
  },
  'OnboardingPack',
)

export const readPacks = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/packs',
  id: 'readPacks',
  zh: '查看进驻资料包',
  tag: 'logistics',
  summary:
    'The onboarding pack of each target of the round that the caller sees: village file, liaison, contacts, way, dialect, holidays, schedule.',
  params: { round: Id },
  reply: closed({ items: Type.Array(Pack) }, 'OnboardingPacks'),
  problems: ['not-found'],
})

export const downloadPacks = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/packs/packs.docx',
  id: 'downloadPacks',
  zh: '下载进驻资料包',
  tag: 'logistics',
  summary: 'The same packs to take along on paper, a page for each target.',
  params: { round: Id },
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  problems: ['not-found'],
})

export type TargetLogistics = Static<typeof TargetLogistics>
export type Arrangement = Static<typeof Arrangement>
export type OnboardingPack = Static<typeof Pack>
