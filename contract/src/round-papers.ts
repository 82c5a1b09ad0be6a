// What a round or a programme carries beside its numbers: plan sections, meetings, comments. One form for both.
import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Line, Prose } from './forms.ts'
import { closed, NamedPlace, orNull } from './round-forms.ts'

/** `rounds` or `programmes`: what the paper belongs to. */
const Of = Type.Enum(['rounds', 'programmes'], { title: 'PaperOwner' })
const params = { of: Of, subject: Id }

const Section = closed(
  {
    key: Type.String(),
    zh: Type.String(),
    en: Type.String(),
    text: Type.String(),
    filled: Type.Boolean(),
    /** Set by the upper office; the local office can add, not take away. */
    locked: Type.Boolean(),
    changedBy: orNull(Type.String()),
    changedAt: orNull(Instant),
  },
  'PlanSection',
)
const Sections = closed({ items: Type.Array(Section), filled: Type.Integer(), needed: Type.Integer() }, 'PlanSections')

export const listSections = defineEndpoint({
  method: 'GET',
  path: '/papers/:of/:subject/sections',
  id: 'listSections',
  zh: '查看材料段落',
  tag: 'papers',
  summary: 'The sections of the plan: six for a round, four (四联) for a programme, and those added locally.',
  params,
  reply: Sections,
  problems: ['not-found'],
})

export const writeSection = defineEndpoint({
  method: 'PUT',
  path: '/papers/:of/:subject/sections/:key',
  id: 'writeSection',
  zh: '填写材料段落',
  tag: 'papers',
  summary: 'Writes a section, or adds one; an empty text takes an added section away, never a locked one.',
  params: { ...params, key: Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' }) },
  body: closed({ text: Prose, zh: Type.Optional(Line), en: Type.Optional(Line) }, 'SectionText'),
  reply: Sections,
  problems: ['wrong-state', 'unfit'],
})

const Meeting = closed(
  {
    id: Id,
    kind: Type.Enum(['leading-group', 'joint']),
    date: Day,
    title: Type.String(),
    attendees: Type.Array(Type.String()),
    decision: Type.String(),
    /** Opinions of bodies, each about one target or about the whole. */
    opinions: Type.Array(
      closed({ body: Type.String(), target: orNull(Id), targetName: orNull(Type.String()), text: Type.String() }),
    ),
    recordedBy: Type.String(),
    recordedAt: Instant,
  },
  'Meeting',
)
export const listMeetings = defineEndpoint({
  method: 'GET',
  path: '/papers/:of/:subject/meetings',
  id: 'listMeetings',
  zh: '查看会议记录',
  tag: 'papers',
  summary: 'Meetings about a round or programme: leading group and joint meetings with the opinions of bodies.',
  params,
  reply: closed({ items: Type.Array(Meeting) }, 'Meetings'),
})

export const recordMeeting = defineEndpoint({
  method: 'POST',
  path: '/papers/:of/:subject/meetings',
  id: 'recordMeeting',
  zh: '登记会议',
  tag: 'papers',
  summary: 'Records a meeting with date, attendees and decision; an approval rests on one.',
  params,
  body: closed(
    {
      id: Id,
      kind: Type.Enum(['leading-group', 'joint']),
      date: Day,
      title: Line,
      attendees: Type.Array(Line, { minItems: 1, maxItems: 200 }),
      decision: Type.String({ minLength: 1, maxLength: 4000 }),
      opinions: Type.Optional(
        Type.Array(closed({ body: Line, target: orNull(Id), text: Type.String({ minLength: 1, maxLength: 4000 }) }), {
          maxItems: 500,
        }),
      ),
    },
    'NewMeeting',
  ),
  reply: Meeting,
  status: 201,
  problems: ['unfit', 'not-found'],
})

const Comment = closed(
  {
    id: Id,
    from: NamedPlace,
    by: Type.String(),
    at: Instant,
    text: Type.String(),
    state: Type.Enum(['open', 'done', 'declined']),
    reply: orNull(Type.String()),
    repliedBy: orNull(Type.String()),
    repliedAt: orNull(Instant),
  },
  'GuidanceComment',
)
export const listComments = defineEndpoint({
  method: 'GET',
  path: '/papers/:of/:subject/comments',
  id: 'listComments',
  zh: '查看批注',
  tag: 'papers',
  summary: 'Guidance of upper offices on a lower office’s round, with its replies.',
  params,
  reply: closed({ items: Type.Array(Comment) }, 'GuidanceComments'),
})

export const writeComment = defineEndpoint({
  method: 'POST',
  path: '/papers/:of/:subject/comments',
  id: 'writeComment',
  zh: '写批注',
  tag: 'papers',
  summary: 'An upper office comments on a lower office’s round.',
  params,
  body: closed({ id: Id, text: Type.String({ minLength: 1, maxLength: 4000 }) }, 'NewComment'),
  reply: Comment,
  status: 201,
})

export const answerComment = defineEndpoint({
  method: 'POST',
  path: '/papers/:of/:subject/comments/:comment/answer',
  id: 'answerComment',
  zh: '答复批注',
  tag: 'papers',
  summary: 'The lower office answers a comment: done or declined.',
  params: { ...params, comment: Id },
  body: closed(
    { state: Type.Enum(['done', 'declined']), reply: Type.String({ minLength: 1, maxLength: 4000 }) },
    'CommentAnswer',
  ),
  reply: Comment,
  problems: ['wrong-state'],
})
