// Posters, sheets and cards of a desk: each code of its own, so that one can be closed alone; texts that are approved before they go out, the
// book of where they went, and reports by day with a mark where people were told.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Reason } from './forms.ts'
import { DeskCode } from './intake.ts'
import { closed, orNull } from './round-forms.ts'

const params = { round: Id }
const Code = Type.String({ pattern: '^[a-z0-9-]{1,32}$' })
const PlaceName = Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' })

export const Medium = Type.Enum(['poster', 'sheet', 'card', 'group'], { title: 'Medium' })
export type Medium = Static<typeof Medium>
export const NoticeChannel = Type.Enum(['card', 'group', 'qr'], { title: 'NoticeChannel' })
export type NoticeChannel = Static<typeof NoticeChannel>

const Poster = closed(
  {
    code: Code,
    medium: Medium,
    unit: orNull(Id),
    /** Twelve digits; null for a place that is no village. */
    village: orNull(Type.String()),
    place: Type.String(),
    by: Type.String(),
    madeOn: Day,
    revoked: orNull(closed({ on: Day, reason: Type.String(), by: orNull(Type.String()) })),
  },
  'Poster',
)
export type Poster = Static<typeof Poster>

const Posters = closed(
  {
    items: Type.Array(Poster),
    /** What the round inspects: what posters are usually made for. */
    places: Type.Array(closed({ unit: Id, name: Type.String(), village: orNull(Type.String()) })),
  },
  'Posters',
)

export const listPosters = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/desk/posters',
  id: 'listPosters',
  zh: '查看海报码',
  tag: 'desks',
  summary: 'Every printed code of a desk and what it stands for. How often one was scanned, nobody here knows.',
  params,
  reply: Posters,
})

export const makePosters = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/posters',
  id: 'makePosters',
  zh: '制作海报码',
  tag: 'desks',
  summary: 'Makes a code for each place and medium; the server draws them at random.',
  params,
  body: closed(
    {
      medium: Medium,
      places: Type.Array(closed({ unit: orNull(Id), place: PlaceName }), { minItems: 1, maxItems: 500 }),
    },
    'PostersMade',
  ),
  reply: Posters,
  status: 201,
  problems: ['unfit', 'wrong-state'],
})

export const revokePoster = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/posters/:poster/revocation',
  id: 'revokePoster',
  zh: '停用海报码',
  tag: 'desks',
  summary: 'Closes one code for ever, with a reason; all others stay.',
  params: { ...params, poster: Code },
  body: closed({ reason: Reason }, 'PosterRevoked'),
  reply: Posters,
  problems: ['wrong-state'],
})

const Notice = closed(
  {
    id: Id,
    channel: NoticeChannel,
    text: Type.String(),
    askedBy: Type.String(),
    askedAt: Instant,
    state: Type.Enum(['asked', 'approved', 'refused']),
    decidedBy: orNull(Type.String()),
    opinion: orNull(Type.String()),
    mayDecide: Type.Boolean(),
    publications: Type.Array(closed({ id: Id, place: Type.String(), on: Day, by: Type.String() })),
  },
  'Notice',
)
export type Notice = Static<typeof Notice>
const Notices = closed({ items: Type.Array(Notice), mayWrite: Type.Boolean() }, 'Notices')

export const listNotices = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/desk/notices',
  id: 'listNotices',
  zh: '查看宣传文稿',
  tag: 'desks',
  summary: 'Texts by which people hear of the desk: who wrote and who approved them, where and when they went out. Newest first.',
  params,
  reply: Notices,
})

export const writeNotice = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/notices',
  id: 'writeNotice',
  zh: '起草宣传文稿',
  tag: 'desks',
  summary: 'Hands a text in for approval. One that does not say where the team is from is refused.',
  params,
  body: closed({ id: Id, channel: NoticeChannel, text: Type.String({ minLength: 10, maxLength: 2000 }) }, 'NoticeWritten'),
  reply: Notices,
  status: 201,
  problems: ['unfit', 'wrong-state'],
})

export const decideNotice = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/notices/:notice/decision',
  id: 'decideNotice',
  zh: '审批宣传文稿',
  tag: 'desks',
  summary: 'Another hand approves the text as it stands, or declines it; never whoever wrote it.',
  params: { ...params, notice: Id },
  body: closed({ approve: Type.Boolean(), opinion: Reason }, 'NoticeDecided'),
  reply: Notices,
  problems: ['wrong-state', 'not-allowed'],
})

export const logPublication = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/notices/:notice/publications',
  id: 'logPublication',
  zh: '登记文稿发布',
  tag: 'desks',
  summary: 'Where and on which day an approved text went out; by the office or a member of the team.',
  params: { ...params, notice: Id },
  body: closed({ id: Id, place: Type.String({ minLength: 2, maxLength: 120, pattern: '\\S' }), on: Day }, 'PublicationLogged'),
  reply: Notices,
  status: 201,
  problems: ['wrong-state', 'unfit'],
})

export const readIntakeDays = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/desk/days',
  id: 'readIntakeDays',
  zh: '查看每日收件数',
  tag: 'desks',
  summary:
    'Reports (messages received, of whatever channel) by day, from the first publication or report to the last day; and what was published when. Numbers only.',
  params,
  reply: closed(
    {
      days: Type.Array(closed({ day: Day, reports: Type.Integer({ minimum: 0 }) })),
      marks: Type.Array(closed({ day: Day, channel: NoticeChannel, places: Type.Array(Type.String()) })),
    },
    'IntakeDays',
  ),
})

const PaperDesk = closed(
  {
    round: Id,
    title: Type.String(),
    desk: DeskCode,
    until: Day,
    root: Type.String(),
    sender: Type.String(),
    host: Type.String(),
    phone: Type.String(),
    site: Type.String(),
    villages: Type.Array(closed({ code: Type.String(), name: Type.String() })),
  },
  'PaperDesk',
)
export type PaperDesk = Static<typeof PaperDesk>

export const listPaperDesks = defineEndpoint({
  method: 'GET',
  path: '/paper-desks',
  id: 'listPaperDesks',
  zh: '查看纸质收件点',
  tag: 'desks',
  summary:
    'Desks for which the caller may type in letters, visits, calls and slips from the box: of his orders in force, or of his office.',
  reply: closed({ items: Type.Array(PaperDesk) }, 'PaperDesks'),
})
