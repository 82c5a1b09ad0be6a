// A programme binds the rounds of several authorities: uniform demands locked from above, windows and receipts for each body below.
import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Line, PlaceCode, Prose, Reason } from './forms.ts'
import { closed, NamedPlace, orNull, RoundMode, Warning } from './round-forms.ts'

const params = { programme: Id }
const Window = closed({ body: PlaceCode, starts: Day, ends: Day })

const Body = closed(
  {
    body: NamedPlace,
    starts: Day,
    ends: Day,
    /** The document was received; `null` = not yet. */
    receivedBy: orNull(Type.String()),
    receivedAt: orNull(Instant),
    /** The newest end date was confirmed by this office. */
    confirmed: Type.Boolean(),
    confirmedBy: orNull(Type.String()),
    round: orNull(Id),
    warnings: Type.Array(Warning),
  },
  'ProgrammeBody',
)
const Role = closed({
  level: Type.Enum(['province', 'city', 'county']),
  zh: Type.String(),
  en: Type.String(),
  responsible: Type.Boolean(),
})
const Item = closed({ id: Id, text: Type.String(), locked: Type.Boolean(), addedBy: NamedPlace }, 'ProgrammeItem')

const Programme = closed(
  {
    id: Id,
    authority: NamedPlace,
    title: Type.String(),
    mode: RoundMode,
    state: Type.Enum(['draft', 'approved', 'running', 'closed']),
    starts: Day,
    ends: Day,
    guidance: closed({ title: Type.String(), text: Type.String(), issuedAt: orNull(Instant) }),
    bodies: Type.Array(Body),
    received: Type.Integer(),
    roles: Type.Array(Role),
    items: Type.Array(Item),
    meeting: orNull(Id),
    warnings: Type.Array(Warning),
  },
  'Programme',
)

export const listProgrammes = defineEndpoint({
  method: 'GET',
  path: '/programmes',
  id: 'listProgrammes',
  zh: '查看统一方案',
  tag: 'programmes',
  summary: 'Programmes of the caller’s office and those addressed to it.',
  reply: closed({ items: Type.Array(Programme) }, 'Programmes'),
})
export const createProgramme = defineEndpoint({
  method: 'POST',
  path: '/programmes',
  id: 'createProgramme',
  zh: '新建统一方案',
  tag: 'programmes',
  summary: 'Sets up a programme with its guidance document, bodies with their windows, and locked items.',
  body: closed(
    {
      id: Id,
      authority: PlaceCode,
      title: Line,
      mode: RoundMode,
      starts: Day,
      ends: Day,
      guidance: closed({ title: Line, text: Prose }),
      bodies: Type.Array(Window, { minItems: 1, maxItems: 500 }),
      items: Type.Array(closed({ id: Id, text: Line }), { maxItems: 200 }),
    },
    'NewProgramme',
  ),
  reply: Programme,
  status: 201,
  problems: ['unfit', 'unknown-place', 'already-there'],
})
export const readProgramme = defineEndpoint({
  method: 'GET',
  path: '/programmes/:programme',
  id: 'readProgramme',
  zh: '查看一份统一方案',
  tag: 'programmes',
  summary: 'One programme with receipts, confirmations and warnings; a window outside the programme’s is warned of.',
  params,
  reply: Programme,
  problems: ['not-found'],
})
export const changeProgrammeDates = defineEndpoint({
  method: 'POST',
  path: '/programmes/:programme/dates',
  id: 'changeProgrammeDates',
  zh: '修改统一方案日期',
  tag: 'programmes',
  summary: 'Changes the dates; every body must then confirm anew.',
  params,
  body: closed(
    { starts: Type.Optional(Day), ends: Type.Optional(Day), windows: Type.Optional(Type.Array(Window)), reason: Reason },
    'ProgrammeDates',
  ),
  reply: Programme,
  problems: ['unfit', 'wrong-state'],
})
export const acknowledgeProgramme = defineEndpoint({
  method: 'POST',
  path: '/programmes/:programme/acknowledgements',
  id: 'acknowledgeProgramme',
  zh: '确认收到统一方案',
  tag: 'programmes',
  summary: 'A body signs for the guidance document (`received`) or confirms the newest dates (`confirmed`).',
  params,
  body: closed({ body: PlaceCode, what: Type.Enum(['received', 'confirmed']) }, 'Acknowledgement'),
  reply: Programme,
  problems: ['not-allowed', 'wrong-state'],
})
export const addProgrammeItem = defineEndpoint({
  method: 'POST',
  path: '/programmes/:programme/items',
  id: 'addProgrammeItem',
  zh: '增加方案事项',
  tag: 'programmes',
  summary: 'A local office adds an item of its own beside the locked ones.',
  params,
  body: closed({ id: Id, body: PlaceCode, text: Line }, 'ProgrammeItemAdded'),
  reply: Programme,
  status: 201,
  problems: ['not-allowed'],
})
export const removeProgrammeItem = defineEndpoint({
  method: 'POST',
  path: '/programmes/:programme/items/:item/remove',
  id: 'removeProgrammeItem',
  zh: '删除方案事项',
  tag: 'programmes',
  summary: 'Takes an own item away; a locked item is refused.',
  params: { ...params, item: Id },
  body: closed({ reason: Reason }, 'ProgrammeItemRemoved'),
  reply: Programme,
  problems: ['unfit', 'not-allowed'],
})
export const approveProgramme = defineEndpoint({
  method: 'POST',
  path: '/programmes/:programme/approval',
  id: 'approveProgramme',
  zh: '批准统一方案',
  tag: 'programmes',
  summary: 'Approves a programme on the record of a leading-group meeting; all sections must be filled.',
  params,
  body: closed({ meeting: Type.Optional(Id) }, 'ProgrammeApproved'),
  reply: Programme,
  problems: ['unfit', 'not-allowed', 'wrong-state'],
})
