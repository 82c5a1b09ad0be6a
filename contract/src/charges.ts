// Who answers for what around an inspection: the leading group's roster, area leaders, daily supervisors, liaisons.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Line, PlaceCode, Reason } from './forms.ts'
import { closed, NamedPlace, orNull } from './round-forms.ts'

/** 组长、副组长、成员; 分包联系领导; 日常监督; 联络员. */
export const ChargeKind = Type.Enum(
  ['group-leader', 'group-deputy', 'group-member', 'area-leader', 'daily-supervisor', 'liaison'],
  { title: 'ChargeKind' },
)

const Charge = closed(
  {
    id: Id,
    kind: ChargeKind,
    authority: NamedPlace,
    /** The place answered for; of the group, the authority's own. */
    place: NamedPlace,
    /** The one unit that a daily supervisor answers for; `null` = every unit in the place. */
    unit: orNull(closed({ id: Id, name: Type.String() })),
    /** A person; of a daily supervisor the body, as 市纪委监委第三监督检查室. */
    name: Type.String(),
    title: orNull(Type.String()),
    phone: orNull(Type.String()),
    /** Whether an account is named, without which nobody signs in as this. */
    hasAccount: Type.Boolean(),
    recordedBy: Type.String(),
    recordedAt: Instant,
    revokedAt: orNull(Instant),
    revokedReason: orNull(Type.String()),
  },
  'Charge',
)

export const listCharges = defineEndpoint({
  method: 'GET',
  path: '/charges',
  id: 'listCharges',
  zh: '查看责任名册',
  tag: 'charges',
  summary:
    'Who answers for what at an authority, in force first and then by place; those taken back stay listed with the reason.',
  query: { authority: PlaceCode },
  reply: closed({ items: Type.Array(Charge) }, 'Charges'),
  problems: ['not-allowed'],
})

export const nameCharge = defineEndpoint({
  method: 'POST',
  path: '/charges',
  id: 'nameCharge',
  zh: '指定分工',
  tag: 'charges',
  summary:
    'Names who answers for a place in one capacity; to the office of the authority. A group has one leader, a place one area leader, one daily supervisor and one liaison at a time. The account must be of the place or the authority, and never the caller’s own.',
  body: closed(
    {
      id: Id,
      authority: PlaceCode,
      kind: ChargeKind,
      place: PlaceCode,
      unit: Type.Optional(Id),
      name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
      title: Type.Optional(Line),
      phone: Type.Optional(Type.String({ pattern: '^[0-9+() -]{3,30}$' })),
      /** The name that the person signs in with. */
      signInName: Type.Optional(Type.String({ minLength: 3, maxLength: 30 })),
    },
    'ChargeNamed',
  ),
  reply: Charge,
  status: 201,
  problems: ['unfit', 'unknown-place', 'not-allowed', 'already-there'],
})

export const revokeCharge = defineEndpoint({
  method: 'POST',
  path: '/charges/:charge/revocation',
  id: 'revokeCharge',
  zh: '撤销分工',
  tag: 'charges',
  summary: 'Takes it back with a reason; what it opened is closed at once.',
  params: { charge: Id },
  body: closed({ reason: Reason }, 'ChargeRevoked'),
  reply: Charge,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

const AreaItem = closed(
  {
    /** A target of a round that is authorised, running or reporting; documents asked for there and not yet handed in. */
    kind: Type.Enum(['target', 'documents'], { title: 'AreaItemKind' }),
    unit: Id,
    name: Type.String(),
    place: NamedPlace,
    /** The charge under which it lies. */
    charge: Id,
    since: Day,
    due: Day,
    isOverdue: Type.Boolean(),
    supervisor: orNull(Type.String()),
  },
  'AreaItem',
)

export const readOwnAreas = defineEndpoint({
  method: 'GET',
  path: '/own-areas',
  id: 'readOwnAreas',
  zh: '查看我的联系片区',
  tag: 'charges',
  summary:
    'The areas that the caller leads, with the items in each: targets of the authority’s own rounds under way, and documents asked for there and not handed in. An item counts once.',
  reply: closed(
    {
      areas: Type.Array(
        closed({ charge: Id, place: NamedPlace, authority: NamedPlace, items: Type.Integer(), overdue: Type.Integer() }),
      ),
      items: Type.Array(AreaItem),
    },
    'OwnAreas',
  ),
})

export type Charge = Static<typeof Charge>
export type ChargeKind = Static<typeof ChargeKind>
