// Windows (避开期): days on which a place may not be visited. They belong to an office and hold for all its calendars.
import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Line, PlaceCode, Reason } from './forms.ts'
import { closed, NamedPlace } from './round-forms.ts'

const params = { plan: Id }
export const BlackoutKind = Type.Enum(['election', 'farming', 'other'])
const Blackout = closed(
  {
    id: Id,
    place: NamedPlace,
    kind: BlackoutKind,
    from: Day,
    to: Day,
    /** The same days in every year of the term. */
    yearly: Type.Boolean(),
    reason: Type.String(),
    source: Type.String(),
    by: Type.String(),
    at: Instant,
  },
  'Blackout',
)

export const listBlackouts = defineEndpoint({
  method: 'GET',
  path: '/term-plans/:plan/blackouts',
  id: 'listBlackouts',
  zh: '查看避开期',
  tag: 'term-calendars',
  summary: 'Days on which places may not be visited (换届、农忙), as the office of the plan keeps them.',
  params,
  reply: closed({ items: Type.Array(Blackout) }, 'Blackouts'),
  problems: ['not-found'],
})
export const putBlackout = defineEndpoint({
  method: 'PUT',
  path: '/term-plans/:plan/blackouts/:blackout',
  id: 'putBlackout',
  zh: '填写避开期',
  tag: 'term-calendars',
  summary: 'Adds or changes days on which a place may not be visited.',
  params: { ...params, blackout: Id },
  body: closed(
    { place: PlaceCode, kind: BlackoutKind, from: Day, to: Day, yearly: Type.Boolean(), reason: Reason, source: Line },
    'BlackoutPut',
  ),
  reply: Blackout,
  problems: ['unfit', 'unknown-place', 'not-allowed'],
})
export const removeBlackout = defineEndpoint({
  method: 'DELETE',
  path: '/term-plans/:plan/blackouts/:blackout',
  id: 'removeBlackout',
  zh: '删除避开期',
  tag: 'term-calendars',
  summary: 'Takes days away again; calendars that were made with them keep them in their files.',
  params: { ...params, blackout: Id },
  reply: null,
  status: 204,
  problems: ['not-found', 'not-allowed'],
})
