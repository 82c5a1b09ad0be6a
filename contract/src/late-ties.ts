import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Line, Month } from './forms.ts'
import { closed, NamedPerson, orNull, Sentence } from './round-forms.ts'

const params = { round: Id }

const LateTie = closed(
  {
    id: Id,
    person: NamedPerson,
    /** To an official of a target, or to a target as a whole. */
    official: orNull(closed({ id: Id, name: Type.String() })),
    unit: orNull(closed({ id: Id, name: Type.String() })),
    kind: Type.String(),
    degree: orNull(Type.String()),
    strength: Type.Integer(),
    detail: Type.String(),
    source: Type.Enum(['self', 'office', 'unit']),
    declaredBy: Type.String(),
    declaredAt: Instant,
    /** What it does to the plan in force; `pending` = declared by the person himself, who does not see the plan. */
    effect: Type.Enum(['pending', 'none', 'counted', 'barred']),
    affected: Type.Array(closed({ team: Id, teamName: Type.String(), targets: Type.Array(Type.String()), because: Sentence })),
    /** The repair that was queued, if one is needed. */
    repair: orNull(Id),
  },
  'LateTie',
)

export const listLateTies = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/late-ties',
  id: 'listLateTies',
  zh: '查看补报关系',
  tag: 'late-ties',
  summary: 'Ties declared after the plan was made, with what each did.',
  params,
  reply: closed({ items: Type.Array(LateTie) }, 'LateTies'),
})

export const declareLateTie = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/late-ties',
  id: 'declareLateTie',
  zh: '补报关系',
  tag: 'late-ties',
  summary:
    'A person (or the office, or the inspected unit) declares a tie late: affected assignments are found and, where it bars, a repair with the fewest changes is queued.',
  params,
  body: closed(
    {
      id: Id,
      person: Id,
      official: Type.Optional(Id),
      /** Instead of an official: an objection to or tie with the unit as a whole. */
      unit: Type.Optional(Id),
      kind: Line,
      degree: Type.Optional(orNull(Line)),
      from: Type.Optional(orNull(Month)),
      to: Type.Optional(orNull(Month)),
      detail: Type.String({ minLength: 2, maxLength: 1000 }),
      source: Type.Enum(['self', 'office', 'unit']),
    },
    'LateTieDeclared',
  ),
  reply: LateTie,
  status: 201,
  problems: ['unfit', 'not-found', 'wrong-state', 'already-there'],
})
