import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { PlaceCode } from './forms.ts'
import { closed, NamedPlace, Sentence } from './round-forms.ts'

const CountyCapacity = closed(
  {
    county: NamedPlace,
    /** In the pool and fit to be called up. */
    people: Type.Integer(),
    leaders: Type.Integer(),
    seniors: Type.Integer(),
    /** By specialty; people whose skills are not known count under "unknown". */
    skills: Type.Record(Type.String(), Type.Integer()),
    units: Type.Integer(),
    /** People for a hundred units, in hundredths: the capacity index; null where there is no unit. */
    index: Type.Union([Type.Integer(), Type.Null()]),
    /** Whom a weak county is matched with, or null. */
    partner: Type.Union([NamedPlace, Type.Null()]),
  },
  'CountyCapacity',
)
const Shortage = closed(
  {
    county: NamedPlace,
    skill: Type.Union([Type.String(), Type.Null()]),
    needed: Type.Integer(),
    available: Type.Integer(),
    short: Type.Integer(),
    /** Counties with people to spare, most first. */
    borrow: Type.Array(closed({ county: NamedPlace, people: Type.Integer() })),
    ...Sentence.properties,
  },
  'Shortage',
)
export type CountyCapacity = Static<typeof CountyCapacity>
export type Shortage = Static<typeof Shortage>

export const getCapacity = defineEndpoint({
  method: 'GET',
  path: '/capacity',
  id: 'getCapacity',
  zh: '查看人力总量',
  tag: 'people',
  summary:
    'People by county and specialty against a planned demand: shortages, from whom to borrow, strong counties beside weak ones.',
  query: {
    authority: PlaceCode,
    /** County, `*` and a number, with an optional specialty: `421003*5,421022:audit*2`. */
    demand: Type.Optional(
      Type.String({ pattern: '^\\d{6}(:[^:*,]{1,50})?\\*\\d{1,4}(,\\d{6}(:[^:*,]{1,50})?\\*\\d{1,4})*$', maxLength: 2000 }),
    ),
  },
  reply: closed({ counties: Type.Array(CountyCapacity), shortages: Type.Array(Shortage) }, 'Capacity'),
  problems: ['unknown-place'],
})
